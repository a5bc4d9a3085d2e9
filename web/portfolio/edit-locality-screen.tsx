import { type SubmitEvent, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { api } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import { useAnswer, useWrite } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { NotFound } from '../frame/not-found.tsx';
import { addressOf } from '../locality/tabs.ts';
import { Conflict } from '../parts/conflict.tsx';
import { useEditing } from '../parts/editing.ts';
import { Loaded } from '../parts/loaded.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { toFirstWrong } from './first-wrong.ts';
import { LocalityFields } from './locality-fields.tsx';
import { changedBetween, editOf, type Field, rebased, type Typed, typedOf, wrongIn } from './typed.ts';

/** What is known of a locality is corrected, its territory among it. */
export default function EditLocalityScreen() {
  const { words } = useWords();
  const { id = '' } = useParams<{ id: string }>();
  const query = useAnswer('GET /api/localities/{id}', { params: { id } });
  if (query.error instanceof ProblemError && query.error.status === 404) return <NotFound />;
  return (
    <Loaded query={query}>
      {(locality) => (
        <Screen title={words.localityForm.edit(locality.name)}>
          <EditLocality locality={locality} />
        </Screen>
      )}
    </Loaded>
  );
}

function useLocalityEditing(locality: LocalityDetail) {
  const { words } = useWords();
  const patch = useWrite('PATCH /api/localities/{id}');
  const params = { id: locality.id };
  return useEditing<LocalityDetail, Typed, ReturnType<typeof editOf>>({
    ...{ name: `locality.${locality.id}`, value: locality, typedOf, editOf },
    rebased: (base, typed, now) => ({ ...now, ...rebased(base, typed, now) }),
    write: async (body, version) => {
      const saved = await patch.mutateAsync({ params, body, version });
      return { ...locality, ...saved, geometry: body.geometry ?? locality.geometry };
    },
    read: () => api('GET /api/localities/{id}', { params }),
    saved: () => words.localityForm.saved,
    // What is said for the first time cannot be taken back, only corrected.
    canUndo: (before, after) =>
      changedBetween(after, before).length === Object.keys(editOf(after, before)).length,
  });
}

function EditLocality({ locality }: { locality: LocalityDetail }) {
  const { words } = useWords();
  const [, go] = useLocation();
  const { typed, base, theirs, problem, isBusy, change, save, insist, giveUp } = useLocalityEditing(locality);
  const saidOf = useSaid();
  const [isChecked, setChecked] = useState(false);
  const wrong = wrongIn(typed, base);
  const leave = () => go(addressOf(locality.id));
  const leaveWhen = async (saved: Promise<boolean>) => {
    if (await saved) leave();
  };
  const cancel = () => {
    giveUp();
    leave();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(wrong).some(Boolean)) toFirstWrong(event.currentTarget);
    else void leaveWhen(save());
  };
  const mine = new Set(changedBetween(base, typed));
  const now = theirs && typedOf(theirs);
  const differences = [...(now ? new Set([...changedBetween(base, now), ...mine]) : [])].map((key) => ({
    key,
    label: words.localityForm.fields[key],
    now: now ? saidOf(key, now) : '',
    yours: mine.has(key) ? saidOf(key, typed) : undefined,
  }));
  return (
    <form className="card stack locality-form" onSubmit={submit} noValidate>
      {theirs && (
        <Conflict {...{ differences, isBusy }} onInsist={() => void leaveWhen(insist())} onGiveUp={cancel} />
      )}
      <LocalityFields
        typed={typed}
        wrong={isChecked ? wrong : undefined}
        before={base.territory}
        onChange={change}
      />
      <ProblemNotice problem={problem} />
      <p className="row">
        <button type="submit" className="main" aria-disabled={isBusy}>
          {isBusy ? words.parts.saving : words.localityForm.save}
        </button>
        <button type="button" onClick={cancel}>
          {words.parts.cancel}
        </button>
      </p>
    </form>
  );
}

/** A field as people read it. */
function useSaid(): (field: Field, typed: Typed) => string {
  const { words, formats } = useWords();
  return (field, typed) => {
    switch (field) {
      case 'coordinators':
        return formats.list(typed.coordinators);
      case 'territory':
        return typed.territory
          ? words.localityForm.territoryPoints(typed.territory.coordinates.flat(3).length / 2)
          : '';
      default:
        return typed[field];
    }
  };
}
