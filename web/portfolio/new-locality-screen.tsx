import { type SubmitEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useApiMutation, useApiQuery } from '../api/queries.ts';
import type { Profile } from '../api/types.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { QueryBoundary } from '../components/query-boundary.tsx';
import { Screen } from '../components/screen.tsx';
import { toast } from '../components/toast.tsx';
import { withWarnings } from '../components/with-warnings.ts';
import { addressOf } from '../locality/addresses.ts';
import { useDraft } from '../session/draft.ts';
import { useTranslation } from '../words/use-translation.ts';
import type { Programmes } from './entry.ts';
import { toFirstWrong } from './first-wrong.ts';
import { blank, toCreate, validate } from './form-values.ts';
import { LocalityFields } from './locality-fields.tsx';

/** A locality begins a programme. */
export default function NewLocalityScreen() {
  const { messages } = useTranslation();
  const me = useApiQuery('GET /api/me', {});
  const programmes = useApiQuery('GET /api/programmes', {});
  return (
    <Screen title={messages.localityForm.create}>
      <QueryBoundary query={programmes}>
        {({ items }) => (
          <QueryBoundary query={me}>{(known) => <NewLocality programmes={items} me={known} />}</QueryBoundary>
        )}
      </QueryBoundary>
    </Screen>
  );
}

function NewLocality({ programmes, me }: { programmes: Programmes; me: Profile }) {
  const { messages, language } = useTranslation();
  const said = messages.localityForm;
  const [, go] = useLocation();
  const create = useApiMutation('POST /api/localities');
  const [isChecked, setChecked] = useState(false);
  const [only, ...more] = programmes;
  const first = { ...blank, coordinators: [me.user], programme: more.length === 0 ? (only?.id ?? '') : '' };
  const { draft, change, forget } = useDraft('locality.new', first);
  const wrong = validate(draft);
  const programme = programmes.find(({ id }) => id === draft.programme);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(wrong).some(Boolean)) return toFirstWrong(event.currentTarget);
    if (create.isPending) return;
    create.mutate(
      { body: toCreate(draft) },
      {
        onSuccess: ({ id, name, warnings }) => {
          forget();
          toast(withWarnings(said.created(name), { warnings }));
          go(addressOf(id));
        },
      },
    );
  };
  return (
    <form className="card stack locality-form" onSubmit={submit} noValidate>
      <LocalityFields typed={draft} wrong={isChecked ? wrong : undefined} onChange={change}>
        <Field
          label={said.programme}
          hint={said.programmeHint}
          wrong={isChecked && wrong.programme ? said.programmeNeeded : undefined}
        >
          {(control) => (
            <Choice
              {...control}
              options={programmes.map(({ id, name }) => ({ key: id, name: name[language] }))}
              value={draft.programme}
              none={draft.programme ? undefined : ''}
              onChoose={(chosen) => change({ programme: chosen })}
            />
          )}
        </Field>
        {programme && (
          <ol className="stages-ahead">
            {programme.stages.map(({ key, name }) => (
              <li key={key}>{name[language]}</li>
            ))}
          </ol>
        )}
      </LocalityFields>
      <ProblemNotice problem={create.error} />
      {programme?.stages[0] && <p>{said.startText(programme.stages[0].name[language])}</p>}
      <p className="row">
        <button type="submit" className="main" aria-disabled={create.isPending}>
          {create.isPending ? messages.parts.saving : said.start}
        </button>
        <Link href="/localities" className="button" onClick={forget}>
          {messages.parts.cancel}
        </Link>
      </p>
    </form>
  );
}
