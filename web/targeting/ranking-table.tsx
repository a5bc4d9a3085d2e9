import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../words/use-translation.ts';
import type { Firmness, RankedPlace, Ranking } from './bench.ts';
import { PlaceDetail, type PlaceOfTable } from './place-detail.tsx';

interface RankingTableProps {
  ranking: Ranking;
  places: readonly PlaceOfTable[];
  firmness: Firmness;
  chosen?: string;
  choose: (key: string | undefined) => void;
  /** What can be done about one place. */
  actionsOf: (place: RankedPlace) => ReactNode;
  /** Under the name. */
  noteOf: (place: RankedPlace) => ReactNode;
}

const step = 50;
/** After those of the top. */
const first = 10;

/** The places by rank; one can be opened to see what makes its score. */
export function RankingTable(props: RankingTableProps) {
  const { ranking, places, firmness, chosen, choose, actionsOf, noteOf } = props;
  const { messages, formats } = useTranslation();
  const said = messages.targeting;
  const { topK, method } = ranking;
  const [most, setMost] = useState(topK + first);
  const known = new Map(places.map((place) => [place.key, place]));
  const firm = new Map(firmness?.places.map((one) => [one.key, one]));
  const at = ranking.places.findIndex(({ key }) => key === chosen);
  const shown = ranking.places.slice(0, Math.max(most, at + 1));
  const left = ranking.places.length - shown.length;
  const best = Math.max(...ranking.places.map(({ score }) => Math.abs(score ?? 0)), 0);
  const last = ranking.places.findLastIndex(({ inTop }) => inTop);
  return (
    <>
      <table className="ranking">
        <thead>
          <tr>
            <th scope="col">{said.columns.rank}</th>
            <th scope="col">{said.columns.place}</th>
            <th scope="col">{method === 'weighted' ? said.columns.score : said.columns.cases}</th>
            <th scope="col">{said.columns.covered}</th>
            {firmness && <th scope="col">{said.columns.firmness(topK)}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((place, index) => (
            <Fragment key={place.key}>
              <Row
                place={place}
                of={ranking}
                best={best}
                firm={firm.get(place.key)}
                hasFirmness={firmness !== undefined}
                note={noteOf(place)}
                isChosen={place.key === chosen}
                choose={() => choose(place.key === chosen ? undefined : place.key)}
              >
                <PlaceDetail place={place} ranking={ranking} known={known.get(place.key)}>
                  {actionsOf(place)}
                </PlaceDetail>
              </Row>
              {index === last && index < ranking.places.length - 1 && (
                <tr className="edge">
                  <td colSpan={firmness ? 5 : 4}>{said.topEnds(topK)}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <p>
          <button type="button" onClick={() => setMost(shown.length + step)}>
            {said.showMore(formats.number(Math.min(left, step)))}
          </button>
        </p>
      )}
    </>
  );
}

interface RowProps {
  place: RankedPlace;
  of: Ranking;
  /** The greatest score of all, which fills the bar. */
  best: number;
  firm?: NonNullable<Firmness>['places'][number];
  hasFirmness: boolean;
  note: ReactNode;
  isChosen: boolean;
  choose: () => void;
  children: ReactNode;
}

function Row({ place, of, best, firm, hasFirmness, note, isChosen, choose, children }: RowProps) {
  const { messages, formats } = useTranslation();
  const said = messages.targeting;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const percent = new Intl.NumberFormat(formats.locale, { style: 'percent', maximumFractionDigits: 1 });
  const places = of.method === 'weighted' ? 3 : 0;
  const score = new Intl.NumberFormat(formats.locale, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return (
    <>
      <tr ref={row} className={place.inTop ? 'top' : undefined}>
        <td className="rank">{formats.number(place.rank)}</td>
        <th scope="row">
          <button type="button" className="plain" aria-expanded={isChosen} onClick={choose}>
            {place.name}
          </button>
          {note}
        </th>
        <td data-column={of.method === 'weighted' ? said.columns.score : said.columns.cases}>
          {place.score === null ? said.withheld : score.format(place.score)}
          {place.score !== null && place.score > 0 && <Bar share={place.score / best} />}
        </td>
        <td data-column={said.columns.covered}>
          {place.covered === undefined ? '—' : percent.format(place.covered)}
        </td>
        {hasFirmness && (
          <td data-column={said.columns.firmness(of.topK)}>
            {firm && (
              <>
                {percent.format(firm.inTop)}
                <span className="under">
                  {said.ranks(formats.number(firm.bestRank), formats.number(firm.worstRank))}
                </span>
              </>
            )}
          </td>
        )}
      </tr>
      {isChosen && (
        <tr className="opened">
          <td colSpan={hasFirmness ? 5 : 4}>{children}</td>
        </tr>
      )}
    </>
  );
}

/** Repeats a figure beside it. */
const Bar = ({ share }: { share: number }) => (
  <span className="bar" aria-hidden="true">
    <span style={{ width: `${100 * share}%` }} />
  </span>
);
