import { Link } from 'wouter';
import { useApiQuery } from '../api/queries.ts';
import type { ApiResponse } from '../api/types.ts';
import { Due } from '../components/due.tsx';
import { QueryBoundary } from '../components/query-boundary.tsx';
import { useStageNames } from '../components/stage-names.ts';
import { addressOf } from '../locality/addresses.ts';
import { useTranslation } from '../words/use-translation.ts';

type Portfolio = ApiResponse<'GET /api/portfolio'>;

/** How all localities are getting on, and which gates fall due next. */
export function Figures() {
  const query = useApiQuery('GET /api/portfolio', {});
  return (
    <QueryBoundary query={query}>
      {(portfolio) => (
        <>
          <Counts portfolio={portfolio} />
          <NextDue due={portfolio.nextDue} />
        </>
      )}
    </QueryBoundary>
  );
}

function Counts({ portfolio: { status, health, commitments } }: { portfolio: Portfolio }) {
  const { messages, formats } = useTranslation();
  const open = (commitments.status.pending ?? 0) + (commitments.status['in-progress'] ?? 0);
  const figure = (label: string, value = 0) => (
    <div key={label}>
      <dt>{label}</dt>
      <dd>{formats.number(value)}</dd>
    </div>
  );
  return (
    <section className="card stack">
      <h2>{messages.today.figures}</h2>
      <div className="stack-close">
        <h3>{messages.today.localities}</h3>
        <dl className="figures">
          {figure(messages.today.active, status.active)}
          {figure(messages.today.overdue, health.overdue)}
          {figure(messages.today.dueSoon, health['due-soon'])}
          {figure(messages.today.onHold, status['on-hold'])}
        </dl>
      </div>
      {commitments.total > 0 && (
        <div className="stack-close">
          <h3>{messages.today.commitments}</h3>
          <dl className="figures">
            {figure(messages.today.open, open)}
            {figure(messages.today.fulfilled, commitments.status.fulfilled)}
          </dl>
        </div>
      )}
    </section>
  );
}

/** Programmes differ, so that a stage's name is looked up by those that have such a stage. */
function NextDue({ due }: { due: Portfolio['nextDue'] }) {
  const { messages } = useTranslation();
  return (
    <section className="card stack-close">
      <h2>{messages.today.nextDue}</h2>
      {due.length === 0 && <p className="soft">{messages.today.nextDueNone}</p>}
      <ul className="dates">
        {due.slice(0, 5).map((one) => (
          <NextDueOne key={`${one.locality}/${one.stage}/${one.track}`} one={one} />
        ))}
      </ul>
    </section>
  );
}

function NextDueOne({ one }: { one: Portfolio['nextDue'][number] }) {
  const stageName = useStageNames();
  return (
    <li>
      <Link href={addressOf(one.locality)}>{one.name}</Link>
      <span className="soft">{stageName(undefined, one.stage)}</span>
      <Due on={one.targetOn} />
    </li>
  );
}
