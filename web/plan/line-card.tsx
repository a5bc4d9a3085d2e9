import { useId, useState } from 'react';
import type { PlanLine } from '../api/types.ts';
import { hasDraft } from '../session/draft.ts';
import { useTranslation } from '../words/use-translation.ts';
import { EntryForm } from './entry-form.tsx';
import { standingOf } from './standing.ts';

/** How much was done of a line, in words; of `at-most`, against what is allowed. */
function useDone({ done, target, unit, bound }: PlanLine): string {
  const { messages, formats } = useTranslation();
  const said = messages.plan;
  const sum = formats.number(done);
  if (target === undefined) return said.done(sum, unit);
  return (bound === 'at-most' ? said.doneOfMost : said.doneOf)(sum, formats.number(target), unit);
}

/** One line: what was done against its target and the time that has passed, what is blank, and where progress is entered. */
export function LineCard({ line, mayRecord }: { line: PlanLine; mayRecord: boolean }) {
  const { messages, formats } = useTranslation();
  const said = messages.plan;
  const heading = useId();
  const [isOpen, setOpen] = useState(() => hasDraft(`plan.entry.${line.id}`));
  const done = useDone(line);
  const standing = standingOf(line, formats.today());
  const names: Record<string, string> = said.blankNames;
  const blanks = line.blanks.map((field) => names[field] ?? field);
  const isClosed = line.status === 'closed';
  return (
    <article className="plan-line stack-close" aria-labelledby={heading}>
      <h4 id={heading}>{line.name}</h4>
      <p className="row">
        <strong>{done}</strong>
        {line.percent !== undefined && <span>{said.percent(formats.number(line.percent))}</span>}
        {isClosed && <span className="soft">{said.closed}</span>}
      </p>
      {standing && (
        <>
          <progress max={100} value={standing.shown} aria-label={said.progress(line.name)} />
          <p className={standing.isBehind || standing.isExceeded ? 'late' : 'soft'}>
            {standing.isExceeded
              ? said.exceeded
              : said.expected(said.percent(formats.number(standing.expected)))}
            {standing.isBehind && ` ${said.behind}`}
          </p>
        </>
      )}
      <p className="soft">
        {said.period(formats.date(line.from), formats.date(line.to))} · {said.rhythms[line.rhythm]}
      </p>
      {blanks.length > 0 && <p className="soft">{said.blanks(formats.list(blanks))}</p>}
      {mayRecord && !isClosed && !isOpen && (
        <p className="row">
          <button type="button" onClick={() => setOpen(true)} aria-describedby={heading}>
            {said.enter}
          </button>
        </p>
      )}
      {mayRecord && isOpen && <EntryForm line={line} onClose={() => setOpen(false)} />}
    </article>
  );
}
