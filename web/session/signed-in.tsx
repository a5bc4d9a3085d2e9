import { useQueryClient } from '@tanstack/react-query';
import { persistQueryClientRestore, persistQueryClientSubscribe } from '@tanstack/react-query-persist-client';
import { useEffect, useState } from 'react';
import { Layout } from '../layout/layout.tsx';
import { recordHeard } from '../locality/recorded.ts';
import { openQueue } from '../offline/queue.ts';
import { startSending } from '../offline/sender.ts';
import { persistence, storageFor } from '../offline/storage.ts';
import { Screens } from '../screens.tsx';
import { ExpiredDialog } from './expired-dialog.tsx';
import { TodayProvider } from './today-provider.tsx';

/** The app of one person: with what this browser keeps for them, and sends for them. */
export function SignedIn({ subject, isExpired }: { subject: string; isExpired: boolean }) {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const kept = storageFor(subject);
    const options = { queryClient: client, ...persistence(kept) };
    let stop = () => {};
    let isOver = false;
    const open = async () => {
      await Promise.all([persistQueryClientRestore(options), openQueue(kept)]);
      // What was kept is shown at once, and asked for again however young it is: a write may have come after it.
      await client.invalidateQueries({ refetchType: 'none' });
      if (isOver) return;
      stop = persistQueryClientSubscribe(options);
      startSending((done, recorded) => recordHeard(client, done, recorded));
      setOpen(true);
    };
    void open();
    return () => {
      isOver = true;
      stop();
    };
  }, [client, subject]);
  if (!isOpen) return null;
  return (
    <TodayProvider>
      <Layout>
        <Screens />
      </Layout>
      {isExpired && <ExpiredDialog />}
    </TodayProvider>
  );
}
