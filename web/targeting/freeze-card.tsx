import { useState } from 'react';
import { Icon } from '../components/icon.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { type Bench, type Ranking, weightsOf } from './bench.ts';
import { FreezeDialog } from './freeze-dialog.tsx';

interface FreezeCardProps {
  bench: Bench;
  ranking: Ranking;
  change: (part: Partial<Bench>) => void;
  /** It was frozen under this id. */
  onFrozen: (ranking: string) => void;
}

/** Localities whose histories fit beside one ranking. */
const mostLocalities = 20;

/** The way to decide; until everything that it rests on is said, what is still to be said. */
export function FreezeCard({ bench, ranking, change, onFrozen }: FreezeCardProps) {
  const { messages } = useTranslation();
  const said = messages.targeting;
  const [isFreezing, setFreezing] = useState(false);
  const linked = bench.places.filter(({ locality }) => locality);
  const needs = [
    ...weightsOf(bench)
      .filter(({ reason }) => !reason.trim())
      .map(({ indicator }) => said.needReason(indicator)),
    ...(linked.length > mostLocalities ? [said.needLess] : []),
    ...(ranking.places.length === 0 ? [said.needPlaces] : []),
  ];
  return (
    <section className="card stack-close" aria-labelledby="freeze">
      <h2 id="freeze">{said.freeze}</h2>
      <p>
        {said.freezeText} {said.freezeFinal}
      </p>
      {needs.length > 0 && (
        <div>
          <p>{said.freezeNeeds}</p>
          <ul className="dotted">
            {needs.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        </div>
      )}
      <p>
        <button
          type="button"
          className="main"
          aria-disabled={needs.length > 0}
          onClick={() => needs.length === 0 && setFreezing(true)}
        >
          <Icon name="done" />
          {said.freeze}
        </button>
      </p>
      {isFreezing && (
        <FreezeDialog
          bench={bench}
          ranking={ranking}
          change={change}
          onClose={() => setFreezing(false)}
          onFrozen={onFrozen}
        />
      )}
    </section>
  );
}
