import { useState } from 'react';
import { useApiMutation } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { Dialog } from '../components/dialog.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { toast } from '../components/toast.tsx';
import { useTranslation } from '../words/use-translation.ts';

/** Erasing cannot be undone: what is lost and what is kept is said first, and that it was read is asked for. */
export function EraseDialog({ person, onClose }: { person: Stakeholder; onClose: () => void }) {
  const { messages } = useTranslation();
  const { id, name, version } = person;
  const erase = useApiMutation('DELETE /api/stakeholders/{id}');
  const [isUnderstood, setUnderstood] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const done = () => {
    onClose();
    toast(messages.people.wasErased);
  };
  const run = () => {
    setChecked(true);
    if (isUnderstood) erase.mutate({ params: { id }, version }, { onSuccess: done });
  };
  return (
    <Dialog
      title={messages.people.eraseTitle(name ?? '')}
      onClose={onClose}
      confirm={{ label: messages.people.eraseConfirm, grave: true, busy: erase.isPending, run }}
    >
      <ProblemNotice problem={erase.error} />
      <ul className="lost">
        {messages.people.eraseLost.map((lost) => (
          <li key={lost}>{lost}</li>
        ))}
      </ul>
      {isChecked && !isUnderstood && <p className="late">{messages.people.eraseCheckNeeded}</p>}
      <label className="understood">
        <input
          type="checkbox"
          checked={isUnderstood}
          onChange={({ target }) => setUnderstood(target.checked)}
        />
        {messages.people.eraseCheck}
      </label>
    </Dialog>
  );
}
