import { latestRanking, placeIn } from '../../domain/dossier/ranking.ts';
import { useApiQuery } from '../api/queries.ts';
import type { ApiResponse, Stage } from '../api/types.ts';
import { QueryBoundary } from '../components/query-boundary.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { useDossierWords } from './words.ts';

type Ranking = ApiResponse<'GET /api/targeting/rankings/{ranking}'>;

/** The last frozen ranking that a gate was passed, or can be passed, by; nothing where there is none. */
export function Targeting({ locality, stages }: { locality: string; stages: Stage[] }) {
  const ranking = latestRanking(stages.flatMap(({ visits }) => visits));
  return ranking ? <Ranked locality={locality} ranking={ranking} /> : null;
}

function Ranked({ locality, ranking }: { locality: string; ranking: string }) {
  const said = useDossierWords();
  const query = useApiQuery('GET /api/targeting/rankings/{ranking}', { params: { ranking } });
  return (
    <section className="stack-close">
      <h2>{said.targeting}</h2>
      <QueryBoundary query={query}>{(known) => <Place locality={locality} ranking={known} />}</QueryBoundary>
    </section>
  );
}

function Place({
  locality,
  ranking: { rationale, frozenBy, frozenAt, hash, ranking },
}: {
  locality: string;
  ranking: Ranking;
}) {
  const { formats } = useTranslation();
  const said = useDossierWords();
  const { places } = ranking;
  const place = placeIn(places, locality);
  const all = [
    [
      said.place,
      place ? said.placed(formats.number(place.rank), formats.number(places.length)) : said.unplaced,
    ],
    [said.rationale, rationale],
    [said.frozen, said.frozenBy(frozenBy, formats.dateWithYear(formats.dayOf(frozenAt)))],
  ];
  return (
    <dl className="dossier-particulars">
      {all.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {hash !== undefined && (
        <div>
          <dt>{said.hash}</dt>
          <dd>
            <code>{hash}</code>
          </dd>
        </div>
      )}
    </dl>
  );
}
