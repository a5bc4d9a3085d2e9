import { useState } from 'react';
import { useApiQuery } from '../api/queries.ts';
import type { Plan } from '../api/types.ts';
import { Icon } from '../components/icon.tsx';
import { Empty, QueryBoundary } from '../components/query-boundary.tsx';
import { hasDraft } from '../session/draft.ts';
import { useTranslation } from '../words/use-translation.ts';
import { LineCard } from './line-card.tsx';
import { NewLine, newLineDraft } from './new-line.tsx';
import './plan.css';

interface PlanBoardProps {
  /** Whose plan it is; the municipality's without one. */
  locality?: string;
  mayEdit: boolean;
  mayRecord: boolean;
}

/** Lines under the objectives that they serve, in the order of the plan; what serves none comes last. */
function useObjectives({ objectives, lines }: Plan) {
  const { messages } = useTranslation();
  const known = new Map(objectives.map(({ id, name }) => [id, name]));
  const groups = Map.groupBy(lines, ({ objective }) => (objective && known.has(objective) ? objective : ''));
  return [...known.keys(), ''].flatMap((id) => {
    const theirs = groups.get(id);
    return theirs ? [{ id, name: known.get(id) ?? messages.plan.noObjective, lines: theirs }] : [];
  });
}

function Lines({ plan, mayRecord }: { plan: Plan; mayRecord: boolean }) {
  return useObjectives(plan).map(({ id, name, lines }) => (
    <section key={id} className="stack-close" aria-label={name}>
      <h3>{name}</h3>
      {lines.map((line) => (
        <LineCard key={line.id} line={line} mayRecord={mayRecord} />
      ))}
    </section>
  ));
}

/** A plan: its lines with what was done, and where lines are added and progress is entered. */
export function PlanBoard({ locality, mayEdit, mayRecord }: PlanBoardProps) {
  const { messages } = useTranslation();
  const said = messages.plan;
  const query = useApiQuery('GET /api/plan', { query: { locality } });
  const [isAdding, setAdding] = useState(() => hasDraft(newLineDraft(locality)));
  return (
    <QueryBoundary query={query}>
      {(plan) => (
        <>
          {plan.lines.length === 0 && (
            <Empty title={said.noLines}>
              <p>{said.noLinesText}</p>
            </Empty>
          )}
          <Lines plan={plan} mayRecord={mayRecord} />
          {mayEdit && !isAdding && (
            <p className="row">
              <button type="button" className="main" onClick={() => setAdding(true)}>
                <Icon name="add" /> {said.add}
              </button>
            </p>
          )}
          {mayEdit && isAdding && <NewLine locality={locality} onClose={() => setAdding(false)} />}
        </>
      )}
    </QueryBoundary>
  );
}
