import { type SubmitEvent, useState } from 'react';
import { useApiMutation } from '../api/queries.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { SaveOrCancel } from '../components/save-or-cancel.tsx';
import { toast } from '../components/toast.tsx';
import { useDraft } from '../session/draft.ts';
import { useTranslation } from '../words/use-translation.ts';
import { blankLine, toNewLine, wrongInLine } from './form-values.ts';

const rhythms = ['month', 'quarter', 'year', 'once'] as const;

export const newLineDraft = (locality: string | undefined) => `plan.line.new.${locality ?? ''}`;

interface NewLineProps {
  /** Whose plan it joins; the municipality's without one. */
  locality?: string;
  onClose: () => void;
}

/** A line that joins the plan; what is not known yet stays blank and is flagged. */
export function NewLine({ locality, onClose }: NewLineProps) {
  const { messages, formats } = useTranslation();
  const said = messages.plan;
  const { draft, change, forget } = useDraft(newLineDraft(locality), blankLine(formats.today()));
  const create = useApiMutation('POST /api/plan/lines');
  const [isChecked, setChecked] = useState(false);
  const wrong = wrongInLine(draft);
  const close = () => {
    forget();
    onClose();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (create.isPending || Object.values(wrong).includes(true)) return;
    create.mutate(
      { body: toNewLine(draft, locality) },
      {
        onSuccess: ({ name }) => {
          close();
          toast(said.added(name));
        },
      },
    );
  };
  const text = (field: 'name' | 'unit' | 'target', some: { hint?: string; maxLength: number }) => (
    <Field
      label={said.fields[field]}
      hint={some.hint}
      wrong={isChecked && wrong[field] ? said.wrong[field] : undefined}
    >
      {(control) => (
        <input
          {...control}
          inputMode={field === 'target' ? 'decimal' : undefined}
          autoComplete="off"
          maxLength={some.maxLength}
          value={draft[field]}
          onChange={({ target }) => change({ [field]: target.value })}
        />
      )}
    </Field>
  );
  const day = (field: 'from' | 'to') => (
    <Field label={said.fields[field]} wrong={isChecked && wrong.period ? said.wrong.period : undefined}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={draft[field]}
          onChange={({ target }) => change({ [field]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <form className="card stack" onSubmit={submit} aria-label={said.addTitle}>
      <h3>{said.addTitle}</h3>
      <ProblemNotice problem={create.error} />
      {text('name', { maxLength: 300 })}
      <div className="beside">
        {text('unit', { hint: said.hints.unit, maxLength: 60 })}
        {text('target', { hint: said.hints.target, maxLength: 20 })}
      </div>
      <div className="beside">
        {day('from')}
        {day('to')}
      </div>
      <Field label={said.fields.rhythm}>
        {(control) => (
          <Choice
            {...control}
            options={rhythms.map((key) => ({ key, name: said.rhythms[key] }))}
            value={draft.rhythm}
            onChoose={(rhythm) => rhythm && change({ rhythm })}
          />
        )}
      </Field>
      <SaveOrCancel isBusy={create.isPending} onCancel={close} />
    </form>
  );
}
