import type { CommitmentField } from '../../domain/commitment.ts';
import type { Stakeholder } from '../api/types.ts';
import { useCatalogue } from '../components/catalogue.ts';
import { Conflict } from '../components/conflict.tsx';
import { differencesOf } from '../components/differences.ts';
import { evidenceMeant } from '../evidence/meant.ts';
import { useTranslation } from '../words/use-translation.ts';
import type { CommitmentEditing } from './editing.ts';
import { amountIn, changedBetween, type FormValues, toFormValues } from './form-values.ts';
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
  const formatters = useFormatters(people);
  const { theirs, base, typed, isBusy } = editing;
  if (!theirs) return null;
  const differences = differencesOf({
    base,
    typed,
    now: toFormValues(theirs),
    changedBetween,
    labelOf: (field) => messages.commitmentFields[field].name,
    format: (field, values) => formatters[field](values),
  });
  return (
    <Conflict
      differences={differences}
      isBusy={isBusy}
      onRetryWithVersion={onRetryWithVersion}
      onDiscard={onDiscard}
    />
  );
}

/** Each field as people read it. */
function useFormatters(
  people: Map<string, Stakeholder>,
): Record<CommitmentField, (typed: FormValues) => string> {
  const { messages, formats } = useTranslation();
  const { nameOf } = useCatalogue();
  const called = usePersonCalled(people);
  return {
    action: ({ action }) => action,
    responsible: ({ responsible }) => responsible && called(responsible),
    coResponsible: ({ coResponsible }) => formats.list(coResponsible.map(called)),
    supportingProgramme: ({ supportingProgramme: key }) => key && nameOf('supportingProgrammes', key),
    policyArea: ({ policyArea }) => policyArea && nameOf('policyAreas', policyArea),
    dueOn: ({ dueOn }) => dueOn && formats.date(dueOn),
    budget: ({ amount, currency }) => amount && formats.money(amountIn(amount) ?? 0, currency),
    status: ({ status }) => nameOf('commitmentStatuses', status),
    progress: ({ progress }) => messages.matrix.percent(formats.number(progress)),
    fulfilledOn: ({ status, fulfilledOn }) =>
      status === 'fulfilled' && fulfilledOn ? formats.date(fulfilledOn) : '',
    note: ({ note }) => note,
    evidence: (typed) => formats.list(evidenceMeant(typed).map(({ title }) => title)),
  };
}
