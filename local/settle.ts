import { setImmediate as turn } from 'node:timers/promises';
import type { Activity } from './activity.ts';

/** Somebody who keeps the machine busy all the time does not keep a jump of the clock from ending. */
const longestWait = 60_000;

interface Drained {
  drained(): Promise<void>;
}

/**
 * Makes the function that waits until everything set off has come to rest: no function runs, no execution is between
 * two states (what it does there it does within one turn, or by a function), and the stream holds nothing new.
 */
export const settler = (activity: Activity, streams: Drained[]) => async (): Promise<void> => {
  const deadline = performance.now() + longestWait;
  for (;;) {
    await turn();
    await activity.idle();
    // What ended so far has written by now, so a look at the stream from here on sees it.
    const before = activity.begun;
    await Promise.all(streams.map((stream) => stream.drained()));
    if (activity.begun === before || performance.now() > deadline) return;
  }
};
