import type { ReactNode } from 'react';
import type { CommitmentField } from '../../domain/commitment.ts';
import type { Stakeholder } from '../api/types.ts';
import { useCatalogue } from '../components/catalogue.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { FreeText } from '../components/free-text.tsx';
import { NoteField } from '../components/note-field.tsx';
import { EvidenceField } from '../evidence/evidence-field.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { type FormValues, validate, withStanding } from './form-values.ts';
import { MoneyField } from './money-field.tsx';
import { OthersField, ResponsibleField } from './people-fields.tsx';
import { ProgrammeField } from './programme-field.tsx';
import { ProgressChoice } from './progress-choice.tsx';

interface InputsAsk {
  /** What the draft goes by, and the files that are chosen in it. */
  form: string;
  locality: string;
  people: Map<string, Stakeholder>;
  typed: FormValues;
  onChange: (part: Partial<FormValues>) => void;
  /** Somebody is named who is not recorded yet. */
  onNew: (name: string, chosen: (person: string) => void) => void;
  /** Somebody tried to save it: what is wrong is said from then on. */
  isChecked: boolean;
}

/** What each field is typed in, and the row of the form in which it stands; those of one row stand side by side. */
export function useInputs(ask: InputsAsk): Record<CommitmentField, { row: number; input: ReactNode }> {
  const { form, locality, people, typed, onChange, onNew, isChecked } = ask;
  const { messages, formats } = useTranslation();
  const { choicesOf } = useCatalogue();
  const dayOff = typed.dueOn ? formats.dayOffUntil(typed.dueOn) : undefined;
  const said = messages.commitmentFields;
  const wrong = validate(typed);
  const stand = (part: Partial<Pick<FormValues, 'status' | 'progress'>>) =>
    onChange(withStanding(typed, part, formats.today()));
  return {
    action: {
      row: 1,
      input: (
        <Field
          label={said.action.name}
          hint={messages.matrix.hints.action}
          wrong={isChecked && wrong.action ? messages.matrix.wrong.action : undefined}
        >
          {(control) => (
            <FreeText
              {...control}
              maxLength={500}
              value={typed.action}
              onChange={(text) => onChange({ action: text })}
            />
          )}
        </Field>
      ),
    },
    responsible: {
      row: 2,
      input: (
        <ResponsibleField
          locality={locality}
          people={people}
          onNew={onNew}
          value={typed.responsible}
          onChange={(responsible) => onChange({ responsible })}
        />
      ),
    },
    dueOn: {
      row: 2,
      input: (
        <Field label={said.dueOn.name} hint={dayOff && messages.matrix.hints.dayOff(formats.date(dayOff))}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={typed.dueOn}
              onChange={({ target }) => onChange({ dueOn: target.value })}
            />
          )}
        </Field>
      ),
    },
    status: {
      row: 3,
      input: (
        <Field label={said.status.name}>
          {(control) => (
            <Choice
              {...control}
              options={choicesOf('commitmentStatuses')}
              value={typed.status}
              onChoose={(status) => status && stand({ status })}
            />
          )}
        </Field>
      ),
    },
    progress: {
      row: 3,
      input: (
        <Field label={said.progress.name}>
          {(control) => (
            <ProgressChoice
              {...control}
              value={typed.progress}
              onChoose={(progress) => stand({ progress })}
            />
          )}
        </Field>
      ),
    },
    fulfilledOn: {
      row: 3,
      input: typed.status === 'fulfilled' && (
        <Field label={said.fulfilledOn.name}>
          {(control) => (
            <input
              {...control}
              type="date"
              max={formats.today()}
              value={typed.fulfilledOn}
              onChange={({ target }) => onChange({ fulfilledOn: target.value })}
            />
          )}
        </Field>
      ),
    },
    supportingProgramme: {
      row: 4,
      input: (
        <ProgrammeField
          value={typed.supportingProgramme}
          onChange={(supportingProgramme) => onChange({ supportingProgramme })}
        />
      ),
    },
    policyArea: {
      row: 4,
      input: (
        <Field label={said.policyArea.name}>
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
      ),
    },
    budget: {
      row: 5,
      input: <MoneyField typed={typed} onChange={onChange} isWrong={isChecked && wrong.amount} />,
    },
    coResponsible: {
      row: 6,
      input: (
        <OthersField
          locality={locality}
          people={people}
          onNew={onNew}
          value={typed.coResponsible}
          without={typed.responsible}
          onChange={(coResponsible) => onChange({ coResponsible })}
        />
      ),
    },
    note: {
      row: 7,
      input: <NoteField label={said.note.name} value={typed.note} onChange={(note) => onChange({ note })} />,
    },
    evidence: {
      row: 8,
      input: (
        <EvidenceField
          form={form}
          locality={locality}
          isChecked={isChecked}
          onChange={onChange}
          evidence={typed.evidence}
          link={typed.link}
          whenOffline={messages.matrix.offline}
        />
      ),
    },
  };
}
