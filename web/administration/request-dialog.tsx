import { useState } from 'react';
import { PrivacyRequestKind } from '../../domain/privacy-request.ts';
import { useApiMutation } from '../api/queries.ts';
import type { PrivacyRequest } from '../api/types.ts';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { NoteField } from '../components/note-field.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { toast } from '../components/toast.tsx';
import { useDraft } from '../session/draft.ts';
import { useTranslation } from '../words/use-translation.ts';
import { useAdministrationWords } from './words.ts';

interface RequestDialogProps {
  /** Who asks, where they are recorded; their name is asked for without. */
  person?: { id: string; name?: string };
  onClose: () => void;
}

/** A request of somebody about their data is recorded as it came in. */
export function RequestDialog({ person, onClose }: RequestDialogProps) {
  const { formats } = useTranslation();
  const said = useAdministrationWords().requests;
  const record = useApiMutation('POST /api/privacy-requests');
  const [isChecked, setChecked] = useState(false);
  const first: { kind: PrivacyRequest['kind']; name: string; receivedOn: string; note: string } = {
    kind: 'access',
    name: '',
    receivedOn: formats.today(),
    note: '',
  };
  const { draft, change, forget } = useDraft(`privacy-request.${person?.id ?? ''}`, first);
  const name = draft.name.trim();
  const isNameless = !person && name === '';
  const run = () => {
    setChecked(true);
    if (isNameless) return;
    const { kind, receivedOn, note } = draft;
    const who = person ? { stakeholder: person.id } : { name };
    record.mutate(
      { body: { kind, receivedOn, note: note.trim() || undefined, ...who } },
      {
        onSuccess: ({ dueOn }) => {
          forget();
          onClose();
          toast(said.added(formats.date(dueOn)));
        },
      },
    );
  };
  return (
    <Dialog
      title={person?.name ? `${said.add}: ${person.name}` : said.add}
      onClose={onClose}
      confirm={{ label: said.add, busy: record.isPending, run }}
    >
      <ProblemNotice problem={record.error} />
      <Field label={said.kind}>
        {(control) => (
          <select
            {...control}
            value={draft.kind}
            onChange={({ target }) => change({ kind: PrivacyRequestKind.parse(target.value) })}
          >
            {PrivacyRequestKind.options.map((kind) => (
              <option key={kind} value={kind}>
                {said.kinds[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {!person && (
        <Field
          label={said.name}
          hint={said.nameHint}
          wrong={isChecked && isNameless ? said.nameNeeded : undefined}
        >
          {(control) => (
            <input
              {...control}
              maxLength={200}
              value={draft.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
      )}
      <Field label={said.receivedOn}>
        {(control) => (
          <input
            {...control}
            type="date"
            required
            max={formats.today()}
            value={draft.receivedOn}
            onChange={({ target }) => change({ receivedOn: target.value })}
          />
        )}
      </Field>
      <NoteField label={said.note} value={draft.note} onChange={(note) => change({ note })} />
    </Dialog>
  );
}
