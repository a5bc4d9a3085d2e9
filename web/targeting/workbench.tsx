import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { policies } from '../../domain/policies.ts';
import { rank } from '../../domain/targeting/ranking.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import { Loading } from '../components/query-boundary.tsx';
import { Screen } from '../components/screen.tsx';
import { toast } from '../components/toast.tsx';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import { BackToRankings } from './back-to-rankings.tsx';
import { type Bench, type Inputs, inputsOf, isSame } from './bench.ts';
import { FreezeCard } from './freeze-card.tsx';
import { LinkedNote, LinkedPlace } from './linked-place.tsx';
import { PlacesCard } from './places-card.tsx';
import { RankingNotes } from './ranking-notes.tsx';
import { RankingTable } from './ranking-table.tsx';
import { SensitivityCard } from './sensitivity-card.tsx';
import { useBench } from './use-bench.ts';
import { useSensitivity } from './use-sensitivity.ts';
import { WeightsCard } from './weights-card.tsx';

const PlaceMap = lazy(() => import('./place-map.tsx'));

/** Where a targeting is made: places, what counts, and at once what comes of it. */
export function Workbench() {
  const { messages } = useTranslation();
  const said = messages.targeting;
  const mayFreeze = useMay(policies.ranking.freeze);
  const { bench, put, change, discard } = useBench();
  const [, go] = useLocation();
  if (bench === undefined || mayFreeze === undefined) return <Loading />;
  const frozen = async (id: string) => {
    await discard();
    toast(said.wasFrozen);
    go(`/targeting/${id}`);
  };
  return (
    <Screen
      title={said.newTitle}
      aside={
        <>
          <BackToRankings />
          <p className="soft">{said.kept}</p>
        </>
      }
    >
      {mayFreeze ? (
        <>
          <PlacesCard bench={bench} put={put} change={change} discard={discard} />
          {bench && (
            <div className="bench">
              <WeightsCard bench={bench} change={change} />
              <Outcome bench={bench} change={change} onFrozen={(id) => void frozen(id)} />
            </div>
          )}
        </>
      ) : (
        <Notice tone="warning">
          <p>{said.noneTextViewer}</p>
        </Notice>
      )}
    </Screen>
  );
}

interface OutcomeProps {
  bench: Bench;
  change: (part: Partial<Bench>) => void;
  onFrozen: (ranking: string) => void;
}

const spreads = { '0.1': 0.1, '0.25': 0.25, '0.5': 0.5 };
const spreadKeys = ['0.1', '0.25', '0.5'] as const;

/** What ranks follow from, the same as before until one of it changes: a reason that is being typed ranks nothing anew. */
function useInputs(bench: Bench): Inputs | undefined {
  const next = inputsOf(bench);
  const [known, setKnown] = useState(next);
  if (isSame(known, next)) return known;
  setKnown(next);
  return next;
}

/** What comes of it; a slider moves on while this catches up. */
function Outcome({ bench, change, onFrozen }: OutcomeProps) {
  const { messages, formats } = useTranslation();
  const said = messages.targeting;
  const { places, spread } = bench;
  const inputs = useDeferredValue(useInputs(bench));
  const ranking = useMemo(() => inputs && rank(inputs), [inputs]);
  const { firmness, isComputing } = useSensitivity(inputs?.variation, ranking);
  const [chosen, setChosen] = useState<string>();
  if (!ranking)
    return (
      <div className="card">
        <p>{said.noWeights}</p>
      </div>
    );
  const hasTerritory = places.some(({ geometry }) => geometry);
  const percent = new Intl.NumberFormat(formats.locale, { style: 'percent' });
  const at = { bench, change };
  return (
    <div className="stack">
      <section className="card stack-close" aria-labelledby="ranking">
        <h2 id="ranking">{said.ranking}</h2>
        <RankingNotes ranking={ranking} />
        {hasTerritory ? (
          <Suspense fallback={<Loading />}>
            <PlaceMap places={places} ranking={ranking} chosen={chosen} choose={setChosen} />
          </Suspense>
        ) : (
          <p className="soft">{said.mapNone}</p>
        )}
        <RankingTable
          ranking={ranking}
          places={places}
          firmness={firmness}
          chosen={chosen}
          choose={setChosen}
          noteOf={(place) => <LinkedNote place={place.key} {...at} />}
          actionsOf={(place) => <LinkedPlace place={place.key} {...at} />}
        />
      </section>
      <SensitivityCard ranking={ranking} firmness={firmness} isComputing={isComputing}>
        <Field label={said.spread}>
          {(control) => (
            <Choice
              {...control}
              options={spreadKeys.map((key) => ({ key, name: `± ${percent.format(spreads[key])}` }))}
              value={spreadKeys.find((key) => spreads[key] === spread) ?? '0.25'}
              onChoose={(key) => key && change({ spread: spreads[key] })}
            />
          )}
        </Field>
      </SensitivityCard>
      <FreezeCard bench={bench} ranking={ranking} change={change} onFrozen={onFrozen} />
    </div>
  );
}
