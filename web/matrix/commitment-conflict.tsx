import type { Stakeholder } from '../api/types.ts';
import { useCatalogue } from '../components/catalogue.ts';
import { Conflict } from '../components/conflict.tsx';
import { evidenceMeant } from '../evidence/meant.ts';
import { useTranslation } from '../words/use-translation.ts';
import type { CommitmentEditing } from './editing.ts';
import { amountIn, changedBetween, type Field, type FormValues, toFormValues } from './form-values.ts';
import { usePersonCalled } from './people-fields.tsx';

interface CommitmentConflictProps {
  editing: CommitmentEditing;
  people: Map<string, Stakeholder>;
  onRetryWithVersion: () => void;
  onDiscard: () => void;
}

/** What somebody else made of a commitment, beside what was typed. */
export function CommitmentConflict({
  editing,
  people,
  onRetryWithVersion,
  onDiscard,
}: CommitmentConflictProps) {
  const { messages } = useTranslation();
  const saidOf = useSaid(people);
  const { theirs, base, typed, isBusy } = editing;
  if (!theirs) return null;
  const now = toFormValues(theirs);
  const mine = new Set(changedBetween(base, typed));
  const all = new Set([...changedBetween(base, now), ...mine]);
  const differences = [...all].map((key) => ({
    key,
    label: messages.matrix.fields[key],
    now: saidOf(key, now),
    yours: mine.has(key) ? saidOf(key, typed) : undefined,
  }));
  return <Conflict {...{ differences, isBusy, onRetryWithVersion, onDiscard }} />;
}

/** A field as people read it. */
function useSaid(people: Map<string, Stakeholder>): (field: Field, typed: FormValues) => string {
  const { messages, formats } = useTranslation();
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
        return messages.matrix.percent(formats.number(typed.progress));
      case 'evidence':
        return formats.list(evidenceMeant(typed).map(({ title }) => title));
      default:
        return typed[field];
    }
  };
}
