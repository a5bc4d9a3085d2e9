import { useState } from 'react';
import { Link } from 'wouter';
import type { Profile } from '../api/types.ts';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { useStore } from '../components/store.ts';
import { queue } from '../offline/queue.ts';
import { forget } from '../offline/storage.ts';
import { session, signOut } from '../session/session.ts';
import { useTranslation } from '../words/use-translation.ts';

async function leave() {
  const who = session.get();
  if ('subject' in who) await forget(who.subject);
  await signOut();
}

/** Who one is here, and the way out. What was not sent yet is not lost without asking. */
export function Account({ me }: { me?: Profile }) {
  const { messages } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const unsent = useStore(queue).length;
  return (
    <>
      <details className="account">
        <summary className="bare">
          <Icon name="person" />
          <span className="unseen">{messages.frame.account}</span>
        </summary>
        <div>
          {me && (
            <p>
              <strong>{me.user}</strong>
              <br />
              <span className="soft">{me.roles.map((role) => messages.frame.roles[role]).join(' · ')}</span>
            </p>
          )}
          <Link href="/account" className="button">
            {messages.frame.mails}
          </Link>
          <button type="button" onClick={() => (unsent > 0 ? setAsking(true) : void leave())}>
            <Icon name="out" />
            {messages.frame.signOut}
          </button>
        </div>
      </details>
      {isAsking && (
        <Dialog
          title={messages.frame.signOut}
          onClose={() => setAsking(false)}
          confirm={{ label: messages.frame.signOutAnyway, grave: true, run: () => void leave() }}
        >
          <p>{messages.frame.signOutWaiting(messages.offline.changes(unsent))}</p>
        </Dialog>
      )}
    </>
  );
}
