import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useApiQuery } from '../api/queries.ts';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { useStore } from '../components/store.ts';
import { Toasts } from '../components/toast.tsx';
import { useConfig } from '../config-context.ts';
import { connected } from '../offline/connection.ts';
import { useTranslation } from '../words/use-translation.ts';
import { Account } from './account.tsx';
import { Connection } from './connection.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { PrivacyLink } from './privacy-link.tsx';
import { Sections } from './sections.tsx';
import './layout.css';

/** Around every screen: where one is, who one is, whether there is a connection, and the ways to go. */
export function Layout({ children }: { children: ReactNode }) {
  const { messages } = useTranslation();
  const { municipality } = useConfig();
  const [at] = useLocation();
  const isConnected = useStore(connected);
  const { data: me } = useApiQuery('GET /api/me', {});
  return (
    <div className="frame">
      <a className="skip unseen button main" href="#content">
        {messages.frame.skip}
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
        {!isConnected && <p className="seen-last">{messages.offline.seenLast}</p>}
      </header>
      <Sections roles={me?.roles ?? []} />
      <main id="content" tabIndex={-1}>
        <ErrorBoundary at={at}>{children}</ErrorBoundary>
      </main>
      <footer className="frame-foot">
        <PrivacyLink />
      </footer>
      <Toasts />
    </div>
  );
}
