import { useState } from 'react';
import { useTranslation } from '../words/use-translation.ts';
import type { Bench } from './bench.ts';
import { LinkDialog } from './link-dialog.tsx';

interface LinkedPlaceProps {
  /** By its key. */
  place: string;
  bench: Bench;
  change: (part: Partial<Bench>) => void;
}

/** The locality that a place is linked to, under its name. */
export function LinkedNote({ place: key, bench: { places, localities } }: LinkedPlaceProps) {
  const { messages } = useTranslation();
  const id = places.find((place) => place.key === key)?.locality;
  if (!id) return null;
  return <span className="under">{`${messages.targeting.tracked}: ${localities[id] ?? id}`}</span>;
}

/** Links a place to the locality that walks the programme there, or takes that back. */
export function LinkedPlace({ place: key, bench, change }: LinkedPlaceProps) {
  const { messages } = useTranslation();
  const said = messages.targeting;
  const [isLinking, setLinking] = useState(false);
  const { places, localities } = bench;
  const place = places.find((one) => one.key === key);
  if (!place) return null;
  const withLocality = (locality: string | undefined) =>
    places.map((one) => (one === place ? { ...one, locality } : one));
  const taken = new Set(places.flatMap(({ locality }) => locality ?? []));
  return (
    <>
      {place.locality ? (
        <button
          type="button"
          aria-label={said.unlinkOf(place.name)}
          onClick={() => change({ places: withLocality(undefined) })}
        >
          {said.unlink}
        </button>
      ) : (
        <button type="button" aria-label={said.linkOf(place.name)} onClick={() => setLinking(true)}>
          {said.link}
        </button>
      )}
      {isLinking && (
        <LinkDialog
          place={place.name}
          taken={taken}
          link={({ id, name }) => {
            change({ places: withLocality(id), localities: { ...localities, [id]: name } });
            setLinking(false);
          }}
          onClose={() => setLinking(false)}
        />
      )}
    </>
  );
}
