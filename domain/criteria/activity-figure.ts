import type { Sector } from '../stakeholder.ts';
import type { Figures } from '../visit.ts';
import type { JudgedBy, Judgement } from './criterion-module.ts';
import { type SessionsHeld, sessionsHeld } from './sessions-held.ts';

/**
 * Judges by what the sessions that count for an activity add up to since the visit opened, or by a figure recorded at it,
 * whichever is more: a figure that was written down stays good, and what it counted may be among the sessions. Where there is
 * neither, a completed activity with its minutes or attendance list attached shows that there was one: the sources of the
 * programmes name no larger minimum. Of one sector only sessions tell.
 */
export function judgeFigure<Code extends string>(
  { activity, minimum: needed, sector }: { activity: string; minimum: number; sector?: Sector },
  { activities, visit, sessions }: JudgedBy<'sessions'>,
  figure: keyof Figures,
  code: Code,
  inSessions: (held: SessionsHeld) => number,
): Judgement<Code> {
  const held = sessionsHeld(sessions, visit, (one) => one.activity === activity, sector);
  const record = visit.activities[activity];
  const shown = record?.status === 'done' && record.evidence.length > 0 ? 1 : 0;
  const written = sector ? 0 : (record?.figures?.[figure] ?? shown);
  const have = Math.max(inSessions(held), written);
  const met = have >= needed;
  const name = activities.find(({ key }) => key === activity)?.name;
  const { planned } = held;
  const subject = { activity, name, sector };
  return { ...subject, met, have, needed, missing: met ? [] : [{ code, ...subject, have, needed, planned }] };
}
