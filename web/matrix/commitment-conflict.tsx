import type { Stakeholder } from '../api/types.ts';
import { evidenceMeant } from '../evidence/meant.ts';
import { useCatalogue } from '../parts/catalogue.ts';
import { Conflict } from '../parts/conflict.tsx';
import { useWords } from '../words/use-words.ts';
import type { CommitmentEditing } from './editing.ts';
import { usePersonCalled } from './people-fields.tsx';
import { amountIn, changedBetween, type Field, type Typed, typedOf } from './typed.ts';

interface CommitmentConflictProps {
  editing: CommitmentEditing;
  people: Map<string, Stakeholder>;
  onInsist: () => void;
  onGiveUp: () => void;
}

/** What somebody else made of a commitment, beside what was typed. */
export function CommitmentConflict({ editing, people, onInsist, onGiveUp }: CommitmentConflictProps) {
  const { words } = useWords();
  const saidOf = useSaid(people);
  const { theirs, base, typed, isBusy } = editing;
  if (!theirs) return null;
  const now = typedOf(theirs);
  const mine = new Set(changedBetween(base, typed));
  const all = new Set([...changedBetween(base, now), ...mine]);
  const differences = [...all].map((key) => ({
    key,
    label: words.matrix.fields[key],
    now: saidOf(key, now),
    yours: mine.has(key) ? saidOf(key, typed) : undefined,
  }));
  return <Conflict {...{ differences, isBusy, onInsist, onGiveUp }} />;
}

/** A field as people read it. */
function useSaid(people: Map<string, Stakeholder>): (field: Field, typed: Typed) => string {
  const { words, formats } = useWords();
  const { nameOf } = useCatalogue();
  const called = usePersonCalled(people);
  return (field, typed) => {
    switch (field) {
      case 'responsible':
        return typed.responsible && called(typed.responsible);
      case 'coResponsible':
        return formats.list(typed.coResponsible.map(called));
      case 'supportingProgramme':
        return typed.supportingProgramme && nameOf('supportingProgrammes', typed.supportingProgramme);
      case 'policyArea':
        return typed.policyArea && nameOf('policyAreas', typed.policyArea);
      case 'dueOn':
        return typed.dueOn && formats.date(typed.dueOn);
      case 'amount':
        return typed.amount && formats.money(amountIn(typed.amount) ?? 0, typed.currency);
      case 'status':
        return nameOf('commitmentStatuses', typed.status);
      case 'progress':
        return words.matrix.percent(formats.number(typed.progress));
      case 'evidence':
        return formats.list(evidenceMeant(typed).map(({ title }) => title));
      default:
        return typed[field];
    }
  };
}
