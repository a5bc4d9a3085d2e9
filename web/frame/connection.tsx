import { useState } from 'react';
import { connected } from '../offline/connection.ts';
import { waiting } from '../offline/waiting.ts';
import { WaitingDialog } from '../offline/waiting-dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { useStore } from '../parts/store.ts';
import { useWords } from '../words/use-words.ts';

/** Whether there is a connection, and how much waits to be sent; nothing is shown while all is well. */
export function Connection() {
  const { words } = useWords();
  const isConnected = useStore(connected);
  const all = useStore(waiting);
  const [isShown, setShown] = useState(false);
  const troubled = all.filter(({ trouble }) => trouble).length;
  return (
    <>
      <span role="status">
        {!isConnected && (
          <span className="connection">
            <Icon name="offline" />
            {words.offline.offline}
          </span>
        )}
      </span>
      {all.length > 0 && (
        <button type="button" className="plain" onClick={() => setShown(true)}>
          <Icon name={troubled > 0 ? 'missing' : 'waiting'} />
          {troubled > 0 ? words.offline.troubled(troubled) : words.offline.waiting(all.length)}
        </button>
      )}
      {isShown && <WaitingDialog onClose={() => setShown(false)} />}
    </>
  );
}
