import { useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/use-words.ts';
import { signIn, signInBeside } from './session.ts';

/** The session ended while somebody worked: what they do is held until they are back. */
export function ExpiredDialog() {
  const { words } = useWords();
  const [blocked, setBlocked] = useState(false);
  const [hidden, setHidden] = useState(false);
  // Put aside, to copy something or read on; the next thing that needs the session asks again.
  if (hidden) return null;
  return (
    <Dialog
      title={words.session.expiredTitle}
      onClose={() => setHidden(true)}
      confirm={{
        label: blocked ? words.session.here : words.session.again,
        run: () => (blocked ? void signIn() : void signInBeside().catch(() => setBlocked(true))),
      }}
    >
      <p>{blocked ? words.session.blocked : words.session.expiredText}</p>
    </Dialog>
  );
}
