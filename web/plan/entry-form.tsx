import { type SubmitEvent, useState } from 'react';
import { useApiMutation } from '../api/queries.ts';
import type { PlanLine } from '../api/types.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { SaveOrCancel } from '../components/save-or-cancel.tsx';
import { toast } from '../components/toast.tsx';
import { useDraft } from '../session/draft.ts';
import { useTranslation } from '../words/use-translation.ts';
import { blankEntry, toNewEntry, wrongInEntry } from './form-values.ts';

/** So much of a line, on a day: what is typed stays until it is saved. */
export function EntryForm({ line, onClose }: { line: PlanLine; onClose: () => void }) {
  const { messages, formats } = useTranslation();
  const said = messages.plan;
  const today = formats.today();
  const { draft, change, forget } = useDraft(`plan.entry.${line.id}`, blankEntry(line, today));
  const create = useApiMutation('POST /api/plan/lines/{id}/entries');
  const [isChecked, setChecked] = useState(false);
  const wrong = wrongInEntry(draft, line, today);
  const close = () => {
    forget();
    onClose();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (create.isPending || Object.values(wrong).includes(true)) return;
    create.mutate(
      { params: { id: line.id }, body: toNewEntry(draft) },
      {
        onSuccess: ({ quantity }) => {
          close();
          toast(said.entered(said.done(formats.number(quantity), line.unit), line.name));
        },
      },
    );
  };
  const last = line.to < today ? line.to : today;
  return (
    <form className="stack" onSubmit={submit} aria-label={said.enterFor(line.name)}>
      <ProblemNotice problem={create.error} />
      <div className="beside">
        <Field
          label={said.entry.on}
          wrong={
            isChecked && wrong.on ? said.wrong.on(formats.date(line.from), formats.date(last)) : undefined
          }
        >
          {(control) => (
            <input
              {...control}
              type="date"
              min={line.from}
              max={last}
              value={draft.on}
              onChange={({ target }) => change({ on: target.value })}
            />
          )}
        </Field>
        <Field
          label={said.entry.quantity(line.unit)}
          wrong={isChecked && wrong.quantity ? said.wrong.quantity : undefined}
        >
          {(control) => (
            <input
              {...control}
              inputMode={line.decimals === 0 ? 'numeric' : 'decimal'}
              autoComplete="off"
              maxLength={20}
              value={draft.quantity}
              onChange={({ target }) => change({ quantity: target.value })}
            />
          )}
        </Field>
      </div>
      {line.breakdown.map(({ key, values }) => (
        <Field key={key} label={key}>
          {(control) => (
            <Choice
              {...control}
              options={values.map((value) => ({ key: value, name: value }))}
              value={draft.cells[key] ?? ''}
              none={said.entry.noValue}
              onChoose={(value) => change({ cells: { ...draft.cells, [key]: value } })}
            />
          )}
        </Field>
      ))}
      <Field label={said.entry.note}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={1_000}
            value={draft.note}
            onChange={({ target }) => change({ note: target.value })}
          />
        )}
      </Field>
      <SaveOrCancel isBusy={create.isPending} onCancel={close} />
    </form>
  );
}
