import { useEffect } from 'react';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { Notice } from '../components/notice.tsx';
import { useConfig } from '../config-context.ts';
import { PrivacyLink } from '../layout/privacy-link.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { signIn } from './session.ts';
import './sign-in-page.css';

/** For somebody who is not signed in: where they are, and the way in. */
export function SignInPage({ failed }: { failed: boolean }) {
  const { messages } = useTranslation();
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
        <h1>{messages.session.title}</h1>
        {failed && (
          <Notice tone="problem">
            <p>{messages.session.failed}</p>
          </Notice>
        )}
        <p>{messages.session.text}</p>
        <button type="button" className="main" onClick={() => void signIn()}>
          {messages.session.enter}
        </button>
      </main>
      <footer>
        <PrivacyLink />
      </footer>
    </div>
  );
}
