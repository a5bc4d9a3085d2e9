import { useState } from 'react';
import { useWrite } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { toast } from '../parts/toast.tsx';
import { useDraft } from '../session/draft.ts';
import { useWords } from '../words/use-words.ts';
import { PersonFields } from './person-fields.tsx';
import { blank, newOf, wrongIn } from './typed.ts';

interface NewPersonDialogProps {
  /** What is known of them already. */
  name?: string;
  localities?: string[];
  onAdded: (person: Stakeholder) => void;
  onClose: () => void;
}

/** Somebody who may promise something is written down, without leaving what one is at. */
export function NewPersonDialog({ name = '', localities = [], onAdded, onClose }: NewPersonDialogProps) {
  const { words } = useWords();
  const create = useWrite('POST /api/stakeholders');
  const [isChecked, setChecked] = useState(false);
  const first = { ...blank, name, localities };
  const { draft, change, forget } = useDraft(`person.new.${localities.join()}.${name}`, first);
  const run = () => {
    setChecked(true);
    const body = newOf(draft);
    if (!body || Object.values(wrongIn(draft)).some(Boolean)) return;
    const added = (person: Stakeholder) => {
      forget();
      toast(words.people.added(person.name ?? ''));
      onAdded(person);
    };
    create.mutate({ body }, { onSuccess: added });
  };
  return (
    <Dialog
      title={words.people.addTitle}
      onClose={onClose}
      confirm={{ label: words.parts.save, busy: create.isPending, run }}
    >
      <ProblemNotice problem={create.error} />
      <p className="soft">{words.people.text}</p>
      <PersonFields typed={draft} onChange={change} isChecked={isChecked} />
    </Dialog>
  );
}
