import { Notice } from '../components/notice.tsx';
import { useTranslation } from '../words/use-translation.ts';
import type { Ranking } from './bench.ts';

/** What one has to know of a ranking before going by it: whom it reaches, and what it does not tell. */
export function RankingNotes({ ranking }: { ranking: Ranking }) {
  const { messages, formats } = useTranslation();
  const said = messages.targeting;
  const { coverage, topK, places, constant, unranked } = ranking;
  const percent = new Intl.NumberFormat(formats.locale, { style: 'percent', maximumFractionDigits: 1 });
  const inTop = places.filter((place) => place.inTop).length;
  return (
    <>
      {coverage.top !== undefined && (
        <p>
          {said.coverage(
            topK,
            percent.format(coverage.top),
            formats.number(Math.round(coverage.top * coverage.population)),
          )}{' '}
          {coverage.unknown.length > 0 && said.populationUnknown(coverage.unknown.length)}
        </p>
      )}
      {inTop > topK && <p>{said.ties(formats.number(inTop), formats.number(topK))}</p>}
      {constant.length > 0 && (
        <Notice tone="warning">
          <p>{said.constant(formats.list(constant))}</p>
        </Notice>
      )}
      {unranked.length > 0 && (
        <details className="fault">
          <summary>{said.unranked(unranked.length)}</summary>
          <ul className="dotted">
            {unranked.map(({ key, name, missing }) => (
              <li key={key}>{said.unrankedPlace(name, formats.list(missing))}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
