import { useEffect } from 'react';
import { useConfig } from '../config-context.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/use-words.ts';
import { signIn } from './session.ts';
import './sign-in-page.css';

/** For somebody who is not signed in: where they are, and the way in. */
export function SignInPage({ failed }: { failed: boolean }) {
  const { words } = useWords();
  const { municipality } = useConfig();
  useEffect(() => {
    document.title = `Etapas · ${municipality.name}`;
  }, [municipality.name]);
  return (
    <div className="sign-in">
      <header>
        <p className="soft">Etapas · {municipality.name}</p>
        <LanguageSwitch />
      </header>
      <main className="card">
        <h1>{words.session.title}</h1>
        {failed && (
          <Notice tone="problem">
            <p>{words.session.failed}</p>
          </Notice>
        )}
        <p>{words.session.text}</p>
        <button type="button" className="main" onClick={() => void signIn()}>
          {words.session.enter}
        </button>
      </main>
    </div>
  );
}
