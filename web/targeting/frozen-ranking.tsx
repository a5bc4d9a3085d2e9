import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'wouter';
import { ProblemError } from '../api/problem.ts';
import { useApiQuery } from '../api/queries.ts';
import { download } from '../components/download.tsx';
import { Icon } from '../components/icon.tsx';
import { personName } from '../components/person-name.ts';
import { Loading, QueryBoundary } from '../components/query-boundary.tsx';
import { Screen } from '../components/screen.tsx';
import { NotFound } from '../layout/not-found.tsx';
import { addressOf } from '../locality/addresses.ts';
import { useTranslation } from '../words/use-translation.ts';
import { BackToRankings } from './back-to-rankings.tsx';
import { Fingerprint } from './fingerprint.tsx';
import type { FrozenAnswer } from './frozen-answer.ts';
import { RankingNotes } from './ranking-notes.tsx';
import { RankingTable } from './ranking-table.tsx';
import { SensitivityCard } from './sensitivity-card.tsx';
import { writtenRanking } from './written-ranking.ts';

const PlaceMap = lazy(() => import('./place-map.tsx'));

/** A ranking as it was frozen, to be read and checked by anybody. */
export function FrozenRanking() {
  const { ranking = '' } = useParams<{ ranking: string }>();
  const query = useApiQuery('GET /api/targeting/rankings/{ranking}', { params: { ranking } });
  if (query.error instanceof ProblemError && query.error.status === 404) return <NotFound />;
  return <QueryBoundary query={query}>{(frozen) => <Shown key={frozen.id} frozen={frozen} />}</QueryBoundary>;
}

function Shown({ frozen }: { frozen: FrozenAnswer }) {
  const translation = useTranslation();
  const { messages, formats } = translation;
  const said = messages.targeting;
  const { name, frozenAt, frozenBy, rationale, request, ranking, sensitivity } = frozen;
  const [chosen, setChosen] = useState<string>();
  const hasTerritory = request.candidates.some(({ geometry }) => geometry);
  const save = async () => download(await writtenRanking(frozen, translation), `${frozen.id}.csv`);
  return (
    <Screen
      title={name ?? said.unnamed(formats.moment(frozenAt))}
      aside={
        <>
          <BackToRankings />
          <p className="soft">{said.frozenBy(personName(frozenBy), formats.moment(frozenAt))}</p>
        </>
      }
    >
      <section className="card stack-close" aria-labelledby="rationale">
        <h2 id="rationale">{said.rationaleIs}</h2>
        <p className="rationale">{rationale}</p>
      </section>
      <Weights frozen={frozen} />
      <section className="card stack-close" aria-labelledby="ranking">
        <h2 id="ranking">{said.ranking}</h2>
        <RankingNotes ranking={ranking} />
        {ranking.places.some(({ hidden }) => hidden) && <p className="soft">{said.withheldText}</p>}
        {hasTerritory && (
          <Suspense fallback={<Loading />}>
            <PlaceMap places={request.candidates} ranking={ranking} chosen={chosen} choose={setChosen} />
          </Suspense>
        )}
        <RankingTable
          ranking={ranking}
          places={request.candidates}
          firmness={sensitivity}
          chosen={chosen}
          choose={setChosen}
          noteOf={() => null}
          actionsOf={({ locality }) =>
            locality && (
              <Link href={addressOf(locality)} className="lone">
                {said.openLocality}
              </Link>
            )
          }
        />
        <p>
          <button type="button" onClick={() => void save()}>
            <Icon name="download" />
            {said.saveCsv}
          </button>
        </p>
      </section>
      <SensitivityCard ranking={ranking} firmness={sensitivity} isComputing={false} />
      {frozen.hash !== undefined && <Fingerprint frozen={frozen} />}
    </Screen>
  );
}

function Weights({ frozen: { request, ranking } }: { frozen: FrozenAnswer }) {
  const { messages, formats } = useTranslation();
  const said = messages.targeting;
  const percent = new Intl.NumberFormat(formats.locale, { style: 'percent', maximumFractionDigits: 1 });
  const { method, normalisation, weights } = request;
  return (
    <section className="card stack-close" aria-labelledby="weights">
      <h2 id="weights">{said.weights}</h2>
      <p>
        {said.methods[method]}. {said.methodTexts[method]}
        {method === 'weighted' && ` ${said.normalisation}: ${said.normalisations[normalisation]}.`}
      </p>
      <ul className="counted">
        {weights.map(({ indicator, direction, reason }) => (
          <li key={indicator}>
            <p>
              <strong>{indicator}</strong>
              {method === 'weighted' && ` · ${percent.format(ranking.weights[indicator] ?? 0)}`} ·{' '}
              <span className="soft">{said.directions[direction]}</span>
            </p>
            <p className="rationale">{reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
