import { setTimeout as pause } from 'node:timers/promises';

/** How long the account's quota is taken to stay as it was read. */
const keptMilliseconds = 600_000;
/** What every account may do, also one whose quota cannot be read. */
const least = 1;

/**
 * Keeps sending to a rate, mails a second, as SES grants it to the account: each call waits until its turn. Another
 * sender of the account may take its share meanwhile; what SES then throttles is deferred.
 */
export function rateLimiter(
  rateNow: () => Promise<number>,
  {
    now = () => performance.now(),
    wait = (milliseconds: number): Promise<unknown> => pause(milliseconds),
  } = {},
) {
  let rate = least;
  let readAt = Number.NEGATIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  return async (): Promise<void> => {
    if (now() - readAt > keptMilliseconds) {
      readAt = now();
      rate = await rateNow().catch(() => least);
    }
    const turn = Math.max(now(), next);
    next = turn + 1_000 / Math.max(rate, least);
    if (turn > now()) await wait(turn - now());
  };
}
