import { useState } from 'react';
import { Link } from 'wouter';
import { policies } from '../../domain/policies.ts';
import { LocalityBadge } from '../components/badge.tsx';
import { addressOf } from '../locality/addresses.ts';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import type { Entry } from './entry.ts';
import { Gates } from './gates.tsx';
import type { Look } from './map-looks.ts';
import type { Outline } from './use-territories.ts';

interface Chosen {
  id: string;
  isFromList: boolean;
}

interface MapListProps {
  shown: readonly Entry[];
  outlines: ReadonlyMap<string, Outline>;
  /** Whether all outlines are there: until then none is missing. */
  isWhole: boolean;
  lookOf: (entry: Entry) => Look | undefined;
  chosen?: Chosen;
  choose: (chosen: Chosen) => void;
}

const step = 10;

/** The same localities in words: the chosen one first, then those that fall due first. */
export function MapList({ shown, outlines, isWhole, lookOf, chosen, choose }: MapListProps) {
  const { messages, formats } = useTranslation();
  const [most, setMost] = useState(step);
  const first = shown.find(({ locality }) => locality.id === chosen?.id && !chosen.isFromList);
  const rest = shown.filter((entry) => entry !== first);
  const left = rest.length - most;
  const item = (entry: Entry) => (
    <MapItem
      key={entry.locality.id}
      entry={entry}
      choose={choose}
      look={lookOf(entry)}
      isChosen={entry.locality.id === chosen?.id}
      isThere={outlines.has(entry.locality.id)}
      isMissing={isWhole && !outlines.has(entry.locality.id)}
    />
  );
  return (
    <section className="map-list" aria-label={messages.territories.list}>
      <p className="unseen" role="status">
        {first?.locality.name}
      </p>
      <ul>
        {first && item(first)}
        {rest.slice(0, most).map(item)}
      </ul>
      {left > 0 && (
        <button type="button" onClick={() => setMost(most + step)}>
          {messages.portfolio.more(formats.number(Math.min(left, step)))}
        </button>
      )}
    </section>
  );
}

interface MapItemProps {
  entry: Entry;
  look?: Look;
  isChosen: boolean;
  isThere: boolean;
  isMissing: boolean;
  choose: (chosen: Chosen) => void;
}

function MapItem({ entry, look, isChosen, isThere, isMissing, choose }: MapItemProps) {
  const { messages } = useTranslation();
  const mayEdit = useMay(policies.locality.edit);
  const { locality, stage } = entry;
  return (
    <li className={isChosen ? 'chosen' : undefined}>
      <p className="map-item-head">
        {look && isThere && (
          <span className={`swatch ${look.colour}`} aria-hidden="true">
            {look.sign}
          </span>
        )}
        <Link href={addressOf(locality.id)}>{locality.name}</Link>
        <LocalityBadge locality={locality} />
      </p>
      {stage && (
        <p>
          {stage.at + 1}. {stage.name}
        </p>
      )}
      <Gates entry={entry} />
      {isThere && (
        <button type="button" className="plain" onClick={() => choose({ id: locality.id, isFromList: true })}>
          {messages.territories.find}
          <span className="unseen">: {locality.name}</span>
        </button>
      )}
      {isMissing && (
        <p className="row">
          <span className="soft">{messages.territories.withoutTerritory}</span>
          {mayEdit && (
            <Link href={addressOf(locality.id, 'edit')} className="as-line">
              {messages.territories.addTerritory}
              <span className="unseen">: {locality.name}</span>
            </Link>
          )}
        </p>
      )}
    </li>
  );
}
