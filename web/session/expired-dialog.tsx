import { useState } from 'react';
import { Dialog } from '../components/dialog.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { signIn, signInBeside } from './session.ts';

/** The session ended while somebody worked: what they do is held until they are back. */
export function ExpiredDialog() {
  const { messages } = useTranslation();
  const [blocked, setBlocked] = useState(false);
  const [hidden, setHidden] = useState(false);
  // Put aside, to copy something or read on; the next thing that needs the session asks again.
  if (hidden) return null;
  return (
    <Dialog
      title={messages.session.expiredTitle}
      onClose={() => setHidden(true)}
      confirm={{
        label: blocked ? messages.session.here : messages.session.again,
        run: () => (blocked ? void signIn() : void signInBeside().catch(() => setBlocked(true))),
      }}
    >
      <p>{blocked ? messages.session.blocked : messages.session.expiredText}</p>
    </Dialog>
  );
}
