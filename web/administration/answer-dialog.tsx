import { useState } from 'react';
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

/** What was answered to a request, and when. */
export function AnswerDialog({ request, onClose }: { request: PrivacyRequest; onClose: () => void }) {
  const { formats } = useTranslation();
  const said = useAdministrationWords().requests;
  const record = useApiMutation('POST /api/privacy-requests/{id}/answer');
  const [isChecked, setChecked] = useState(false);
  const first = { answer: '', answeredOn: formats.today() };
  const { draft, change, forget } = useDraft(`privacy-answer.${request.id}`, first);
  const answer = draft.answer.trim();
  const run = () => {
    setChecked(true);
    if (answer === '') return;
    record.mutate(
      { params: { id: request.id }, body: { answer, answeredOn: draft.answeredOn } },
      {
        onSuccess: () => {
          forget();
          onClose();
          toast(said.wasAnswered);
        },
      },
    );
  };
  return (
    <Dialog
      title={said.answerTitle}
      onClose={onClose}
      confirm={{ label: said.answer, busy: record.isPending, run }}
    >
      <ProblemNotice problem={record.error} />
      <p className="soft">{said.answerText}</p>
      <NoteField
        label={said.answerGiven}
        value={draft.answer}
        wrong={isChecked && answer === '' ? said.answerNeeded : undefined}
        onChange={(text) => change({ answer: text })}
      />
      <Field label={said.answeredOn}>
        {(control) => (
          <input
            {...control}
            type="date"
            required
            min={request.receivedOn}
            max={formats.today()}
            value={draft.answeredOn}
            onChange={({ target }) => change({ answeredOn: target.value })}
          />
        )}
      </Field>
    </Dialog>
  );
}
