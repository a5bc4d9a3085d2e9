import { type SubmitEvent, useState } from 'react';
import type { Stakeholder } from '../api/types.ts';
import { useCatalogue } from '../components/catalogue.ts';
import { Conflict } from '../components/conflict.tsx';
import { differencesOf } from '../components/differences.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { SaveOrCancel } from '../components/save-or-cancel.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { usePersonEditing } from './editing.ts';
import { changedBetween, type Field, type FormValues, toFormValues, validate } from './form-values.ts';
import { useLocalityNames } from './locality-names.ts';
import { PersonFields } from './person-fields.tsx';

/** What is known of somebody is corrected. */
export function PersonEdit({ person, onClose }: { person: Stakeholder; onClose: () => void }) {
  const { messages } = useTranslation();
  const { typed, base, theirs, problem, isBusy, change, save, retryWithVersion, discard } =
    usePersonEditing(person);
  const saidOf = useSaid([...typed.localities, ...(theirs?.localities ?? [])]);
  const [isChecked, setChecked] = useState(false);
  const closeWhen = async (saved: Promise<boolean>) => {
    if (await saved) onClose();
  };
  const cancel = () => {
    discard();
    onClose();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!Object.values(validate(typed)).some(Boolean)) void closeWhen(save());
  };
  const now = theirs && toFormValues(theirs);
  const labelOf = (field: Field) => messages.people.fields[field];
  const differences = differencesOf({ base, typed, now, changedBetween, labelOf, format: saidOf });
  return (
    <form className="stack person-form" onSubmit={submit} aria-label={messages.people.editTitle}>
      <h2>{messages.people.editTitle}</h2>
      <PersonFields typed={typed} onChange={change} isChecked={isChecked} emailBefore={base.email} />
      <ProblemNotice problem={problem} />
      {theirs && (
        <Conflict
          differences={differences}
          isBusy={isBusy}
          onRetryWithVersion={() => void closeWhen(retryWithVersion())}
          onDiscard={cancel}
        />
      )}
      {!theirs && <SaveOrCancel isBusy={isBusy} onCancel={cancel} />}
    </form>
  );
}

/** A field as people read it. */
function useSaid(localities: string[]): (field: Field, typed: FormValues) => string {
  const { formats } = useTranslation();
  const { nameOf } = useCatalogue();
  const placeOf = useLocalityNames([...new Set(localities)]);
  return (field, typed) => {
    switch (field) {
      case 'sector':
        return typed.sector && nameOf('sectors', typed.sector);
      case 'level':
        return typed.level && nameOf('levels', typed.level);
      case 'language':
        return formats.languageName(typed.language);
      case 'localities':
        return formats.list(typed.localities.map(placeOf));
      case 'consentGivenOn':
        return typed.consentGivenOn && formats.date(typed.consentGivenOn);
      default:
        return typed[field];
    }
  };
}
