import { type SubmitEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useAnswer, useWrite } from '../api/queries.ts';
import type { Profile } from '../api/types.ts';
import { addressOf } from '../locality/tabs.ts';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { toast } from '../parts/toast.tsx';
import { useDraft } from '../session/draft.ts';
import { useWords } from '../words/use-words.ts';
import type { Programmes } from './entry.ts';
import { toFirstWrong } from './first-wrong.ts';
import { LocalityFields } from './locality-fields.tsx';
import { blank, newOf, wrongIn } from './typed.ts';

/** A locality begins a programme. */
export default function NewLocalityScreen() {
  const { words } = useWords();
  const me = useAnswer('GET /api/me', {});
  const programmes = useAnswer('GET /api/programmes', {});
  return (
    <Screen title={words.localityForm.create}>
      <Loaded query={programmes}>
        {({ items }) => (
          <Loaded query={me}>{(known) => <NewLocality programmes={items} me={known} />}</Loaded>
        )}
      </Loaded>
    </Screen>
  );
}

function NewLocality({ programmes, me }: { programmes: Programmes; me: Profile }) {
  const { words, language } = useWords();
  const said = words.localityForm;
  const [, go] = useLocation();
  const create = useWrite('POST /api/localities');
  const [isChecked, setChecked] = useState(false);
  const [only, ...more] = programmes;
  const first = { ...blank, coordinators: [me.user], programme: more.length === 0 ? (only?.id ?? '') : '' };
  const { draft, change, forget } = useDraft('locality.new', first);
  const wrong = wrongIn(draft);
  const programme = programmes.find(({ id }) => id === draft.programme);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(wrong).some(Boolean)) return toFirstWrong(event.currentTarget);
    if (create.isPending) return;
    create.mutate(
      { body: newOf(draft) },
      {
        onSuccess: ({ id, name }) => {
          forget();
          toast(said.created(name));
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
          {create.isPending ? words.parts.saving : said.start}
        </button>
        <Link href="/localities" className="button" onClick={forget}>
          {words.parts.cancel}
        </Link>
      </p>
    </form>
  );
}
