import { type FormEvent, useState } from 'react';
import type { Language } from '../../domain/language-list.ts';
import { MailChoice } from '../../domain/mail-choice.ts';
import { useApiMutation, useApiQuery } from '../api/queries.ts';
import type { Profile } from '../api/types.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { languageOptions } from '../components/language-switch.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { QueryBoundary } from '../components/query-boundary.tsx';
import { Screen } from '../components/screen.tsx';
import { toast } from '../components/toast.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { FeedCard } from './feed-card.tsx';
import { useAccountWords } from './words.ts';
import './account.css';

/** One's own account: which mails one is sent, and in which language. */
export default function AccountScreen() {
  const query = useApiQuery('GET /api/me', {});
  const { messages } = useTranslation();
  return (
    <Screen title={messages.frame.account}>
      <QueryBoundary query={query}>{(me) => <MailForm me={me} />}</QueryBoundary>
      <FeedCard />
    </Screen>
  );
}

/** What somebody has chosen and not saved yet stays, whatever is heard anew. */
function MailForm({ me }: { me: Profile }) {
  const { messages } = useTranslation();
  const said = useAccountWords();
  const save = useApiMutation('PUT /api/me');
  const [mails, setMails] = useState<MailChoice>();
  const [language, setLanguage] = useState<Language>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    const body = { mails: mails ?? me.mails, language: language ?? me.language };
    save.mutate({ body, version: me.version }, { onSuccess: () => toast(said.saved) });
  };
  return (
    <form className="card stack" onSubmit={submit} aria-label={said.title}>
      <div className="stack-close">
        <h2>{said.title}</h2>
        <p>{said.text(me.user)}</p>
      </div>
      <ProblemNotice problem={save.error} />
      <fieldset className="mail-choices">
        <legend>{said.which}</legend>
        {MailChoice.options.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="mails"
              checked={(mails ?? me.mails) === one}
              onChange={() => setMails(one)}
            />
            <strong>{said.choices[one].name}</strong>
            <span className="hint">{said.choices[one].means}</span>
          </label>
        ))}
      </fieldset>
      <Field label={said.language}>
        {(control) => (
          <Choice
            {...control}
            options={languageOptions}
            value={language ?? me.language}
            onChoose={(chosen) => chosen && setLanguage(chosen)}
          />
        )}
      </Field>
      <p>
        <button type="submit" className="main" aria-disabled={save.isPending}>
          {save.isPending ? messages.parts.saving : messages.parts.save}
        </button>
      </p>
    </form>
  );
}
