import { localDate } from '../../domain/calendar.ts';
import type { Moment } from '../../domain/change.ts';

/** The only place that asks the machine for the time. */
export type Clock = () => Date;
export const clock: Clock = () => new Date();

/** The instant, and the calendar day it falls on in the municipality. */
export function momentOf(now: Date, { timeZone }: { timeZone: string }): Moment {
  return { now: now.toISOString(), today: localDate(now, timeZone) };
}
