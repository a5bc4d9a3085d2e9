import { Link } from 'wouter';
import { useAnswer } from '../api/queries.ts';
import type { Answer } from '../api/types.ts';
import { addressOf } from '../locality/tabs.ts';
import { Due } from '../parts/due.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useStageNames } from '../parts/stage-names.ts';
import { useWords } from '../words/use-words.ts';

type Portfolio = Answer<'GET /api/portfolio'>;

/** How all localities are getting on, and which gates fall due next. */
export function Figures() {
  const query = useAnswer('GET /api/portfolio', {});
  return (
    <Loaded query={query}>
      {(portfolio) => (
        <>
          <Counts portfolio={portfolio} />
          <NextDue due={portfolio.nextDue} />
        </>
      )}
    </Loaded>
  );
}

function Counts({ portfolio: { status, health, commitments } }: { portfolio: Portfolio }) {
  const { words, formats } = useWords();
  const open = (commitments.status.pending ?? 0) + (commitments.status['in-progress'] ?? 0);
  const figure = (label: string, value = 0) => (
    <div key={label}>
      <dt>{label}</dt>
      <dd>{formats.number(value)}</dd>
    </div>
  );
  return (
    <section className="card stack">
      <h2>{words.today.figures}</h2>
      <div className="stack-close">
        <h3>{words.today.localities}</h3>
        <dl className="figures">
          {figure(words.today.active, status.active)}
          {figure(words.today.overdue, health.overdue)}
          {figure(words.today.dueSoon, health['due-soon'])}
          {figure(words.today.onHold, status['on-hold'])}
        </dl>
      </div>
      {commitments.total > 0 && (
        <div className="stack-close">
          <h3>{words.today.commitments}</h3>
          <dl className="figures">
            {figure(words.today.open, open)}
            {figure(words.today.fulfilled, commitments.status.fulfilled)}
          </dl>
        </div>
      )}
    </section>
  );
}

/** Programmes differ, so that a stage's name is looked up by those that have such a stage. */
function NextDue({ due }: { due: Portfolio['nextDue'] }) {
  const { words } = useWords();
  return (
    <section className="card stack-close">
      <h2>{words.today.nextDue}</h2>
      {due.length === 0 && <p className="soft">{words.today.nextDueNone}</p>}
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
