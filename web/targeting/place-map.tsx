import { useMemo } from 'react';
import type { Shape } from '../portfolio/drawn-map.ts';
import { MapFrame } from '../portfolio/map-frame.tsx';
import { useTranslation } from '../words/use-translation.ts';
import type { RankedPlace, Ranking } from './bench.ts';
import '../portfolio/locality-map.css';
import './place-map.css';

type Outline = Shape['outline'];
type Look = 'top' | 'next' | 'last' | 'none';

interface PlaceMapProps {
  places: readonly { key: string; name: string; geometry?: Outline }[];
  ranking: Ranking;
  chosen?: string;
  choose: (key: string) => void;
}

/** The first places, then the better half of the rest, then the others. */
function lookOf(place: RankedPlace | undefined, ranking: Ranking): Look {
  if (!place) return 'none';
  if (place.inTop) return 'top';
  return place.rank <= (ranking.topK + ranking.places.length) / 2 ? 'next' : 'last';
}

/** Places as they are ranked, on a map; the table says the same. */
export default function PlaceMap({ places, ranking, chosen, choose }: PlaceMapProps) {
  const { messages, formats } = useTranslation();
  const { map, mapText, mapWhole, closer, farther, looks } = messages.targeting;
  const shapes = useMemo(() => {
    const ranked = new Map(ranking.places.map((one) => [one.key, one]));
    return places.flatMap(({ key, name, geometry }): Shape[] => {
      const found = ranked.get(key);
      const rank = found ? `${formats.number(found.rank)}. ` : '';
      // Only the first are numbered: they are what is looked for.
      const sign = found?.inTop ? formats.number(found.rank) : '';
      const look = { colour: lookOf(found, ranking), sign, isMarked: true };
      return geometry ? [{ id: key, name: rank + name, outline: geometry, look }] : [];
    });
  }, [places, ranking, formats]);
  const legend: [Look, string][] = [
    ['top', looks.top(ranking.topK)],
    ['next', looks.next],
    ['last', looks.last],
    ['none', looks.none],
  ];
  const isThere = new Set(shapes.map(({ look }) => look?.colour));
  return (
    <div className="place-map stack-close">
      <MapFrame
        shapes={shapes}
        chosen={chosen}
        isFromList={false}
        choose={choose}
        words={{ name: map, hint: mapText, closer, farther, whole: mapWhole }}
      />
      <div className="legend">
        <ul>
          {legend
            .filter(([look]) => isThere.has(look))
            .map(([look, said]) => (
              <li key={look}>
                <span className={`swatch rank-${look}`} aria-hidden="true" />
                {said}
              </li>
            ))}
        </ul>
      </div>
    </div>
  );
}
