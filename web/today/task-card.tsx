import { useState } from 'react';
import { Link } from 'wouter';
import { policies } from '../../domain/policies.ts';
import { placeOf } from '../administration/addresses.ts';
import { useApiMutation } from '../api/queries.ts';
import type { Task } from '../api/types.ts';
import { Dialog } from '../components/dialog.tsx';
import { Due } from '../components/due.tsx';
import { NoteField } from '../components/note-field.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { toast } from '../components/toast.tsx';
import { addressOf, placeOfTask } from '../locality/addresses.ts';
import { useDraft } from '../session/draft.ts';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';

/** One task: what is the matter, since or until when, and the button that clears it or leads to where it is cleared. */
export function TaskCard({ task, isLate }: { task: Task; isLate: boolean }) {
  const { messages, formats } = useTranslation();
  const { kind, locality, localityName, what, action, since, dueOn } = task;
  const mayFinish = useMay(policies.task.finish) === true;
  const [isFinishing, setFinishing] = useState(false);
  const saidDone = labelOfDone(messages.today.done, kind);
  return (
    <article className={isLate ? 'card task late' : 'card task'}>
      <p className="row">
        {localityName !== undefined && <strong>{localityName}</strong>}
        {dueOn ? (
          <Due on={dueOn} />
        ) : (
          <span className="soft">{messages.today.since(formats.relative(since))}</span>
        )}
      </p>
      <p>{what}.</p>
      <p className="soft">{action}</p>
      <p className="row">
        <Link
          href={locality === undefined ? placeOf('requests') : addressOf(locality, placeOfTask(kind))}
          className={saidDone ? 'button' : 'button main'}
        >
          {messages.today.actions[kind]}
          {localityName !== undefined && <span className="unseen">: {localityName}</span>}
        </Link>
        {saidDone && mayFinish && (
          <button type="button" className="main" onClick={() => setFinishing(true)}>
            {saidDone}
          </button>
        )}
      </p>
      {isFinishing && saidDone && (
        <FinishDialog task={task} label={saidDone} onClose={() => setFinishing(false)} />
      )}
    </article>
  );
}

/** What only a person can say is done; other tasks go away with their cause. */
const labelOfDone = (labels: Partial<Record<Task['kind'], string>>, kind: Task['kind']) => labels[kind];

function FinishDialog({ task, label, onClose }: { task: Task; label: string; onClose: () => void }) {
  const { messages } = useTranslation();
  const finish = useApiMutation('POST /api/tasks/{id}/done');
  const { draft, change, forget } = useDraft(`task.${task.id}`, { note: '' });
  const done = () => {
    forget();
    onClose();
    toast(messages.today.wasDone);
  };
  const run = () =>
    finish.mutate(
      { params: { id: task.id }, body: { note: draft.note.trim() || undefined } },
      { onSuccess: done },
    );
  return (
    <Dialog
      title={messages.today.doneTitle}
      onClose={onClose}
      confirm={{ label, busy: finish.isPending, run }}
    >
      <ProblemNotice problem={finish.error} />
      <p>{task.what}.</p>
      <NoteField label={messages.today.doneNote} value={draft.note} onChange={(note) => change({ note })} />
    </Dialog>
  );
}
