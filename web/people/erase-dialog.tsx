import { useState } from 'react';
import { useWrite } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { toast } from '../parts/toast.tsx';
import { useWords } from '../words/use-words.ts';

/** Erasing cannot be undone: what is lost and what is kept is said first, and that it was read is asked for. */
export function EraseDialog({ person, onClose }: { person: Stakeholder; onClose: () => void }) {
  const { words } = useWords();
  const { id, name, version } = person;
  const erase = useWrite('DELETE /api/stakeholders/{id}');
  const [isUnderstood, setUnderstood] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const done = () => {
    onClose();
    toast(words.people.wasErased);
  };
  const run = () => {
    setChecked(true);
    if (isUnderstood) erase.mutate({ params: { id }, version }, { onSuccess: done });
  };
  return (
    <Dialog
      title={words.people.eraseTitle(name ?? '')}
      onClose={onClose}
      confirm={{ label: words.people.eraseConfirm, grave: true, busy: erase.isPending, run }}
    >
      <ProblemNotice problem={erase.error} />
      <ul className="lost">
        {words.people.eraseLost.map((lost) => (
          <li key={lost}>{lost}</li>
        ))}
      </ul>
      {isChecked && !isUnderstood && <p className="late">{words.people.eraseCheckNeeded}</p>}
      <label className="understood">
        <input
          type="checkbox"
          checked={isUnderstood}
          onChange={({ target }) => setUnderstood(target.checked)}
        />
        {words.people.eraseCheck}
      </label>
    </Dialog>
  );
}
