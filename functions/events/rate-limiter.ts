import { setTimeout as pause } from 'node:timers/promises';

/** How long the account's quota is taken to stay as it was read. */
const keptMilliseconds = 600_000;
/** What every account may do, also one whose quota cannot be read. */
const least = 1;

/**
 * Keeps sending to a share of the rate, mails a second, that SES grants to the account: each call waits until its turn.
 * Somebody else of the account may send meanwhile; what SES then throttles is deferred.
 * @param portion of the rate that is this sender's, from 0 to 1
 */
export function rateLimiter(
  rateNow: () => Promise<number>,
  portion: () => number,
  {
    now = () => performance.now(),
    wait = (milliseconds: number): Promise<unknown> => pause(milliseconds),
  } = {},
) {
  let rate = Promise.resolve(least);
  let readAt = Number.NEGATIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  return async (): Promise<void> => {
    if (now() - readAt > keptMilliseconds) {
      readAt = now();
      // Whoever comes while it is read waits for it, rather than going by what every account may do.
      rate = rateNow().catch(() => least);
    }
    const known = await rate;
    const turn = Math.max(now(), next);
    next = turn + 1_000 / (Math.max(known, least) * portion());
    if (turn > now()) await wait(turn - now());
  };
}
