import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useAnswer } from '../api/queries.ts';
import { useConfig } from '../config-context.ts';
import { connected } from '../offline/connection.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { useStore } from '../parts/store.ts';
import { Toasts } from '../parts/toast.tsx';
import { useWords } from '../words/use-words.ts';
import { Account } from './account.tsx';
import { Unbroken } from './broken.tsx';
import { Connection } from './connection.tsx';
import { Sections } from './sections.tsx';
import './frame.css';

/** Around every screen: where one is, who one is, whether there is a connection, and the ways to go. */
export function Frame({ children }: { children: ReactNode }) {
  const { words } = useWords();
  const { municipality } = useConfig();
  const [at] = useLocation();
  const isConnected = useStore(connected);
  const { data: me } = useAnswer('GET /api/me', {});
  return (
    <div className="frame">
      <a className="skip unseen button main" href="#content">
        {words.frame.skip}
      </a>
      <header className="frame-head">
        <div>
          <Link href="/" className="place">
            <strong>Etapas</strong> · {municipality.name}
          </Link>
          <Connection />
          <LanguageSwitch />
          <Account me={me} />
        </div>
        {!isConnected && <p className="seen-last">{words.offline.seenLast}</p>}
      </header>
      <Sections roles={me?.roles ?? []} />
      <main id="content" tabIndex={-1}>
        <Unbroken at={at}>{children}</Unbroken>
      </main>
      <Toasts />
    </div>
  );
}
