import { useQueryClient } from '@tanstack/react-query';
import { persistQueryClientRestore, persistQueryClientSubscribe } from '@tanstack/react-query-persist-client';
import { useEffect, useState } from 'react';
import { Frame } from '../frame/frame.tsx';
import { recordHeard } from '../locality/recorded.ts';
import { persistence, storeOf } from '../offline/kept.ts';
import { startSending } from '../offline/sender.ts';
import { openWaiting } from '../offline/waiting.ts';
import { Screens } from '../screens.tsx';
import { Dated } from './dated.tsx';
import { ExpiredDialog } from './expired-dialog.tsx';

/** The app of one person: with what this browser keeps for them, and sends for them. */
export function SignedIn({ subject, isExpired }: { subject: string; isExpired: boolean }) {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const kept = storeOf(subject);
    const options = { queryClient: client, ...persistence(kept) };
    let stop = () => {};
    let isOver = false;
    const open = async () => {
      await Promise.all([persistQueryClientRestore(options), openWaiting(kept)]);
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
    <Dated>
      <Frame>
        <Screens />
      </Frame>
      {isExpired && <ExpiredDialog />}
    </Dated>
  );
}
