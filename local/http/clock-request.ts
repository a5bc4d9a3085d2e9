import * as z from 'zod';
import type { Words } from '../../words/es/local.ts';
import { addDuration } from '../durations.ts';
import { HttpProblem } from './exchange.ts';

const Body = z.union([z.strictObject({ advance: z.string() }), z.strictObject({ now: z.string() })]);
const Instant = z.iso.datetime({ offset: true });

/**
 * The instant a request asks the clock to move to.
 * @throws HttpProblem for what is neither a duration nor a later instant
 */
export function instantAsked(body: unknown, now: number, words: Words): number {
  const refuse = (detail: string) => new HttpProblem(400, 'bad-request', detail);
  const asked = Body.safeParse(body);
  if (!asked.success) throw refuse(words.oneOfBoth);
  if ('advance' in asked.data) {
    const instant = addDuration(now, asked.data.advance);
    if (instant === undefined) throw refuse(words.badDuration);
    return instant;
  }
  const text = Instant.safeParse(asked.data.now);
  if (!text.success) throw refuse(words.badInstant);
  const instant = Date.parse(text.data);
  if (instant < now) throw refuse(words.past);
  return instant;
}
