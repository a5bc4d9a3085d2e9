import { useState } from 'react';
import { Icon } from '../components/icon.tsx';
import { useStore } from '../components/store.ts';
import { connected } from '../offline/connection.ts';
import { queue } from '../offline/queue.ts';
import { QueueDialog } from '../offline/queue-dialog.tsx';
import { useTranslation } from '../words/use-translation.ts';

/** Whether there is a connection, and how much waits to be sent; nothing is shown while all is well. */
export function Connection() {
  const { messages } = useTranslation();
  const isConnected = useStore(connected);
  const all = useStore(queue);
  const [isShown, setShown] = useState(false);
  const troubled = all.filter(({ trouble }) => trouble).length;
  return (
    <>
      <span role="status">
        {!isConnected && (
          <span className="connection">
            <Icon name="offline" />
            {messages.offline.offline}
          </span>
        )}
      </span>
      {all.length > 0 && (
        <button type="button" className="plain" onClick={() => setShown(true)}>
          <Icon name={troubled > 0 ? 'missing' : 'waiting'} />
          {troubled > 0 ? messages.offline.troubled(troubled) : messages.offline.waiting(all.length)}
        </button>
      )}
      {isShown && <QueueDialog onClose={() => setShown(false)} />}
    </>
  );
}
