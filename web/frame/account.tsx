import { useState } from 'react';
import type { Profile } from '../api/types.ts';
import { forget } from '../offline/kept.ts';
import { waiting } from '../offline/waiting.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { useStore } from '../parts/store.ts';
import { session, signOut } from '../session/session.ts';
import { useWords } from '../words/use-words.ts';

async function leave() {
  const who = session.get();
  if ('subject' in who) await forget(who.subject);
  await signOut();
}

/** Who one is here, and the way out. What was not sent yet is not lost without asking. */
export function Account({ me }: { me?: Profile }) {
  const { words } = useWords();
  const [isAsking, setAsking] = useState(false);
  const unsent = useStore(waiting).length;
  return (
    <>
      <details className="account">
        <summary className="bare">
          <Icon name="person" />
          <span className="unseen">{words.frame.account}</span>
        </summary>
        <div>
          {me && (
            <p>
              <strong>{me.user}</strong>
              <br />
              <span className="soft">{me.roles.map((role) => words.frame.roles[role]).join(' · ')}</span>
            </p>
          )}
          <button type="button" onClick={() => (unsent > 0 ? setAsking(true) : void leave())}>
            <Icon name="out" />
            {words.frame.signOut}
          </button>
        </div>
      </details>
      {isAsking && (
        <Dialog
          title={words.frame.signOut}
          onClose={() => setAsking(false)}
          confirm={{ label: words.frame.signOutAnyway, grave: true, run: () => void leave() }}
        >
          <p>{words.frame.signOutWaiting(words.offline.changes(unsent))}</p>
        </Dialog>
      )}
    </>
  );
}
