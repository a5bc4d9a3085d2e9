import { type SubmitEvent, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { api } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import { useApiMutation, useApiQuery } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { Conflict } from '../components/conflict.tsx';
import { differencesOf } from '../components/differences.ts';
import { useEditing } from '../components/editing.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { QueryBoundary } from '../components/query-boundary.tsx';
import { SaveOrCancel } from '../components/save-or-cancel.tsx';
import { Screen } from '../components/screen.tsx';
import { type Warned, withWarnings } from '../components/with-warnings.ts';
import { NotFound } from '../layout/not-found.tsx';
import { addressOf } from '../locality/addresses.ts';
import { useTranslation } from '../words/use-translation.ts';
import { toFirstWrong } from './first-wrong.ts';
import {
  changedBetween,
  type Field,
  type FormValues,
  merge,
  toFormValues,
  toPatch,
  validate,
} from './form-values.ts';
import { LocalityFields } from './locality-fields.tsx';

/** What is known of a locality is corrected, its territory among it. */
export default function EditLocalityScreen() {
  const { messages } = useTranslation();
  const { id = '' } = useParams<{ id: string }>();
  const query = useApiQuery('GET /api/localities/{id}', { params: { id } });
  if (query.error instanceof ProblemError && query.error.status === 404) return <NotFound />;
  return (
    <QueryBoundary query={query}>
      {(locality) => (
        <Screen title={messages.localityForm.edit(locality.name)}>
          <EditLocality locality={locality} />
        </Screen>
      )}
    </QueryBoundary>
  );
}

function useLocalityEditing(locality: LocalityDetail) {
  const { messages } = useTranslation();
  const patch = useApiMutation('PATCH /api/localities/{id}');
  const params = { id: locality.id };
  return useEditing<LocalityDetail & Warned, FormValues, ReturnType<typeof toPatch>>({
    name: `locality.${locality.id}`,
    value: locality,
    toFormValues,
    toPatch,
    merge: (base, typed, now) => ({ ...now, ...merge(base, typed, now) }),
    write: async (body, version) => {
      const saved = await patch.mutateAsync({ params, body, version });
      // What was taken away is left out of the answer.
      const before = { ...locality, code: undefined, population: undefined };
      const geometry = body.geometry === undefined ? locality.geometry : (body.geometry ?? undefined);
      return { ...before, ...saved, geometry };
    },
    read: () => api('GET /api/localities/{id}', { params }),
    saved: (now) => withWarnings(messages.localityForm.saved, now),
  });
}

function EditLocality({ locality }: { locality: LocalityDetail }) {
  const { messages } = useTranslation();
  const [, go] = useLocation();
  const { typed, base, theirs, problem, isBusy, change, save, retryWithVersion, discard } =
    useLocalityEditing(locality);
  const saidOf = useSaid();
  const [isChecked, setChecked] = useState(false);
  const wrong = validate(typed);
  const leave = () => go(addressOf(locality.id));
  const leaveWhen = async (saved: Promise<boolean>) => {
    if (await saved) leave();
  };
  const cancel = () => {
    discard();
    leave();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(wrong).some(Boolean)) toFirstWrong(event.currentTarget);
    else void leaveWhen(save());
  };
  const now = theirs && toFormValues(theirs);
  const labelOf = (field: Field) => messages.localityForm.fields[field];
  const differences = differencesOf({ base, typed, now, changedBetween, labelOf, format: saidOf });
  return (
    <form className="card stack locality-form" onSubmit={submit} noValidate>
      {theirs && (
        <Conflict
          differences={differences}
          isBusy={isBusy}
          onRetryWithVersion={() => void leaveWhen(retryWithVersion())}
          onDiscard={cancel}
        />
      )}
      <LocalityFields
        typed={typed}
        wrong={isChecked ? wrong : undefined}
        before={base.territory}
        onChange={change}
      />
      <ProblemNotice problem={problem} />
      <SaveOrCancel isBusy={isBusy} label={messages.localityForm.save} onCancel={cancel} />
    </form>
  );
}

/** A field as people read it. */
function useSaid(): (field: Field, typed: FormValues) => string {
  const { messages, formats } = useTranslation();
  return (field, typed) => {
    switch (field) {
      case 'coordinators':
        return formats.list(typed.coordinators);
      case 'territory':
        return typed.territory
          ? messages.localityForm.territoryPoints(typed.territory.coordinates.flat(3).length / 2)
          : '';
      default:
        return typed[field];
    }
  };
}
