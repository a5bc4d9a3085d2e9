import { useEffect, useEffectEvent, useId, useRef } from 'react';
import { useTranslation } from '../words/use-translation.ts';
import { type DrawnMap, drawMap, type Shape } from './drawn-map.ts';

interface MapPictureProps {
  shapes: readonly Shape[];
  chosen?: { id: string; isFromList: boolean };
  choose: (id: string) => void;
}

/** The picture; all that it says is in the list beside it too. */
export function MapPicture({ shapes, chosen, choose }: MapPictureProps) {
  const { messages } = useTranslation();
  const { map: name, mapHint, closer, farther, whole } = messages.territories;
  const hint = useId();
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnMap>(undefined);
  const pressed = useEffectEvent(choose);
  useEffect(() => {
    if (!place.current) return;
    const made = drawMap(place.current, { closer, farther }, (id) => pressed(id));
    drawn.current = made;
    return () => {
      drawn.current = undefined;
      made.remove();
    };
  }, [closer, farther]);
  useEffect(() => drawn.current?.show(shapes), [shapes]);
  useEffect(() => drawn.current?.mark(chosen?.id, chosen?.isFromList ?? false), [chosen]);
  return (
    <>
      <div
        ref={place}
        className="locality-map"
        role="application"
        aria-label={name}
        aria-describedby={hint}
      />
      <p className="row map-foot">
        <span id={hint} className="soft">
          {mapHint}
        </span>
        <button type="button" onClick={() => drawn.current?.whole()}>
          {whole}
        </button>
      </p>
    </>
  );
}
