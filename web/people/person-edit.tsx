import { type SubmitEvent, useState } from 'react';
import type { Stakeholder } from '../api/types.ts';
import { useCatalogue } from '../parts/catalogue.ts';
import { Conflict } from '../parts/conflict.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useWords } from '../words/use-words.ts';
import { usePersonEditing } from './editing.ts';
import { useLocalityNames } from './locality-names.ts';
import { PersonFields } from './person-fields.tsx';
import { changedBetween, type Field, type Typed, typedOf, wrongIn } from './typed.ts';

/** What is known of somebody is corrected. */
export function PersonEdit({ person, onClose }: { person: Stakeholder; onClose: () => void }) {
  const { words } = useWords();
  const { typed, base, theirs, problem, isBusy, change, save, insist, giveUp } = usePersonEditing(person);
  const saidOf = useSaid([...typed.localities, ...(theirs?.localities ?? [])]);
  const [isChecked, setChecked] = useState(false);
  const closeWhen = async (saved: Promise<boolean>) => {
    if (await saved) onClose();
  };
  const cancel = () => {
    giveUp();
    onClose();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!Object.values(wrongIn(typed)).some(Boolean)) void closeWhen(save());
  };
  const mine = new Set(changedBetween(base, typed));
  const now = theirs && typedOf(theirs);
  const differences = [...(now ? new Set([...changedBetween(base, now), ...mine]) : [])].map((key) => ({
    key,
    label: words.people.fields[key],
    now: now ? saidOf(key, now) : '',
    yours: mine.has(key) ? saidOf(key, typed) : undefined,
  }));
  return (
    <form className="stack person-form" onSubmit={submit} aria-label={words.people.editTitle}>
      <h2>{words.people.editTitle}</h2>
      <PersonFields typed={typed} onChange={change} isChecked={isChecked} emailBefore={base.email} />
      <ProblemNotice problem={problem} />
      {theirs && (
        <Conflict {...{ differences, isBusy }} onInsist={() => void closeWhen(insist())} onGiveUp={cancel} />
      )}
      {!theirs && (
        <p className="row">
          <button type="submit" className="main" aria-disabled={isBusy}>
            {isBusy ? words.parts.saving : words.parts.save}
          </button>
          <button type="button" onClick={cancel}>
            {words.parts.cancel}
          </button>
        </p>
      )}
    </form>
  );
}

/** A field as people read it. */
function useSaid(localities: string[]): (field: Field, typed: Typed) => string {
  const { words, formats } = useWords();
  const { nameOf } = useCatalogue();
  const placeOf = useLocalityNames([...new Set(localities)]);
  return (field, typed) => {
    switch (field) {
      case 'sector':
        return typed.sector && nameOf('sectors', typed.sector);
      case 'level':
        return typed.level && nameOf('levels', typed.level);
      case 'language':
        return words.people.languages[typed.language];
      case 'localities':
        return formats.list(typed.localities.map(placeOf));
      case 'consentGivenOn':
        return typed.consentGivenOn && formats.date(typed.consentGivenOn);
      default:
        return typed[field];
    }
  };
}
