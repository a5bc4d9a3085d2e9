import { useState } from 'react';
import { useApiMutation } from '../api/queries.ts';
import type { ApiResponse } from '../api/types.ts';
import { Dialog } from '../components/dialog.tsx';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { toast } from '../components/toast.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { useAdministrationWords } from './words.ts';

type Swept = ApiResponse<'POST /api/sweeps'>;

/** What the schedule does every morning, done now, and what came of it. */
export function SweepCard({ isDayOff }: { isDayOff: boolean }) {
  const said = useAdministrationWords().reminders;
  const [isAsking, setAsking] = useState(false);
  const sweep = useApiMutation('POST /api/sweeps');
  const run = () => {
    const done = ({ reminded }: Swept) => {
      setAsking(false);
      toast(said.sent(reminded));
    };
    sweep.mutate({ body: {} }, { onSuccess: done });
  };
  return (
    <section className="card stack">
      <div className="stack-close">
        <h2>{said.now}</h2>
        <p>{said.nowText}</p>
      </div>
      {isDayOff && (
        <Notice tone="warning">
          <p>{said.dayOff}</p>
        </Notice>
      )}
      <p>
        <button type="button" onClick={() => setAsking(true)}>
          {said.send}
        </button>
      </p>
      {sweep.data && <SweptFigures swept={sweep.data} />}
      {isAsking && (
        <Dialog
          title={said.nowTitle}
          onClose={() => setAsking(false)}
          confirm={{ label: said.send, busy: sweep.isPending, run }}
        >
          <ProblemNotice problem={sweep.error} />
          <ul className="dotted">
            {said.nowWill.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </section>
  );
}

const counted = [
  'digests',
  'reminded',
  'asked',
  'unreported',
  'toldInPerson',
  'escalated',
  'stopped',
  'staffDigests',
] as const;

function SweptFigures({ swept }: { swept: Swept }) {
  const { formats } = useTranslation();
  const said = useAdministrationWords().reminders;
  const isNothing = counted.every((count) => swept[count] === 0);
  return (
    <div className="stack-close">
      <h3>{said.done(formats.date(swept.on))}</h3>
      {isNothing ? (
        <p>{said.nothing}</p>
      ) : (
        <dl className="sweep-counts">
          {counted.map((count) => (
            <div key={count}>
              <dt>{said.counts[count]}</dt>
              <dd>{formats.number(swept[count])}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
