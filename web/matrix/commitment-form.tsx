import { type ReactNode, type SubmitEvent, useState } from 'react';
import type { Stakeholder } from '../api/types.ts';
import { useCatalogue } from '../components/catalogue.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { EvidenceField } from '../evidence/evidence-field.tsx';
import { useSaveAfterUploads } from '../files/save-after-uploads.ts';
import { NewPersonDialog } from '../people/new-person-dialog.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { type FormValues, validate } from './form-values.ts';
import { MoneyField } from './money-field.tsx';
import { OthersField, ResponsibleField } from './people-fields.tsx';
import { ProgrammeField } from './programme-field.tsx';
import { ProgressChoice } from './progress-choice.tsx';
import '../components/groups.css';

interface CommitmentFormProps {
  title: string;
  /** What its draft goes by, and the files that are chosen in it. */
  form: string;
  locality: string;
  people: Map<string, Stakeholder>;
  typed: FormValues;
  onChange: (part: Partial<FormValues>) => void;
  isBusy: boolean;
  onSave: () => void;
  onCancel: () => void;
  /** What is to be known before it is saved: a refusal, or a conflict. */
  children?: ReactNode;
  /** Something is to be settled first, and is saved by that. */
  isUnsettled?: boolean;
}

/** Everything a commitment says; blanks are allowed and are asked for at the gate, not here. */
export function CommitmentForm(props: CommitmentFormProps) {
  const { title, form, locality, people, typed, onChange } = props;
  const { isBusy, onSave, onCancel, children, isUnsettled } = props;
  const { messages } = useTranslation();
  const { choicesOf } = useCatalogue();
  const said = messages.matrix.fields;
  const [isChecked, setChecked] = useState(false);
  const [newcomer, setNewcomer] = useState<{ name: string; chosen: (person: string) => void }>();
  const wrong = validate(typed);
  const isRight = !Object.values(wrong).includes(true);
  const save = () => {
    if (isRight && !isBusy) onSave();
  };
  const { isHeld, saveAfterUploads } = useSaveAfterUploads(form, save);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isRight) saveAfterUploads();
  };
  const onNew = (name: string, chosen: (person: string) => void) => setNewcomer({ name, chosen });
  return (
    <>
      <form className="stack commitment-form" onSubmit={submit} aria-label={title}>
        <h3>{title}</h3>
        <Field
          label={said.action}
          hint={said.actionHint}
          wrong={isChecked && wrong.action ? messages.matrix.wrong.action : undefined}
        >
          {(control) => (
            <textarea
              {...control}
              maxLength={500}
              value={typed.action}
              onChange={({ target }) => onChange({ action: target.value })}
            />
          )}
        </Field>
        <div className="beside">
          <ResponsibleField
            {...{ locality, people, onNew }}
            value={typed.responsible}
            onChange={(responsible) => onChange({ responsible })}
          />
          <Field label={said.dueOn}>
            {(control) => (
              <input
                {...control}
                type="date"
                value={typed.dueOn}
                onChange={({ target }) => onChange({ dueOn: target.value })}
              />
            )}
          </Field>
        </div>
        <div className="beside">
          <Field label={said.status}>
            {(control) => (
              <Choice
                {...control}
                options={choicesOf('commitmentStatuses')}
                value={typed.status}
                onChoose={(status) => status && onChange({ status })}
              />
            )}
          </Field>
          <Field label={said.progress}>
            {(control) => (
              <ProgressChoice
                {...control}
                value={typed.progress}
                onChoose={(progress) => onChange({ progress })}
              />
            )}
          </Field>
        </div>
        <div className="beside">
          <ProgrammeField
            value={typed.supportingProgramme}
            onChange={(supportingProgramme) => onChange({ supportingProgramme })}
          />
          <Field label={said.policyArea}>
            {(control) => (
              <Choice
                {...control}
                options={choicesOf('policyAreas')}
                value={typed.policyArea}
                none={messages.matrix.noneOf}
                onChoose={(policyArea) => onChange({ policyArea })}
              />
            )}
          </Field>
        </div>
        <MoneyField typed={typed} onChange={onChange} isWrong={isChecked && wrong.amount} />
        <OthersField
          {...{ locality, people, onNew }}
          value={typed.coResponsible}
          without={typed.responsible}
          onChange={(coResponsible) => onChange({ coResponsible })}
        />
        <Field label={said.note} hint={messages.checklist.noteHint}>
          {(control) => (
            <textarea
              {...control}
              maxLength={2_000}
              value={typed.note}
              onChange={({ target }) => onChange({ note: target.value })}
            />
          )}
        </Field>
        <EvidenceField
          {...{ form, locality, isChecked, onChange }}
          evidence={typed.evidence}
          link={typed.link}
          whenOffline={messages.matrix.offline}
        />
        {children}
        {!isUnsettled && (
          <p className="row">
            <button type="submit" className="main" aria-disabled={isBusy || isHeld}>
              {isBusy ? messages.parts.saving : isHeld ? messages.files.held : messages.parts.save}
            </button>
            <button type="button" onClick={onCancel}>
              {messages.parts.cancel}
            </button>
          </p>
        )}
      </form>
      {newcomer && (
        <NewPersonDialog
          name={newcomer.name}
          localities={[locality]}
          onAdded={({ id }) => {
            newcomer.chosen(id);
            setNewcomer(undefined);
          }}
          onClose={() => setNewcomer(undefined)}
        />
      )}
    </>
  );
}
