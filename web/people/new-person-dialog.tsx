import { useState } from 'react';
import { useApiMutation } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { Dialog } from '../components/dialog.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { toast } from '../components/toast.tsx';
import { type Warned, withWarnings } from '../components/with-warnings.ts';
import { useDraft } from '../session/draft.ts';
import { useTranslation } from '../words/use-translation.ts';
import { blank, toCreate, validate } from './form-values.ts';
import { PersonFields } from './person-fields.tsx';

interface NewPersonDialogProps {
  /** What is known of them already. */
  name?: string;
  localities?: string[];
  onAdded: (person: Stakeholder) => void;
  onClose: () => void;
}

/** Somebody who may promise something is written down, without leaving what one is at. */
export function NewPersonDialog({ name = '', localities = [], onAdded, onClose }: NewPersonDialogProps) {
  const { messages } = useTranslation();
  const create = useApiMutation('POST /api/stakeholders');
  const [isChecked, setChecked] = useState(false);
  const first = { ...blank, name, localities };
  const { draft, change, forget } = useDraft(`person.new.${localities.join()}.${name}`, first);
  const run = () => {
    setChecked(true);
    const body = toCreate(draft);
    if (!body || Object.values(validate(draft)).some(Boolean)) return;
    const added = (person: Stakeholder & Warned) => {
      forget();
      toast(withWarnings(messages.people.added(person.name ?? ''), person));
      onAdded(person);
    };
    create.mutate({ body }, { onSuccess: added });
  };
  return (
    <Dialog
      title={messages.people.addTitle}
      onClose={onClose}
      confirm={{ label: messages.parts.save, busy: create.isPending, run }}
    >
      <ProblemNotice problem={create.error} />
      <p className="soft">{messages.people.text}</p>
      <PersonFields typed={draft} onChange={change} isChecked={isChecked} />
    </Dialog>
  );
}
