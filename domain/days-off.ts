import * as z from 'zod';
import { daysBetween, EnteredDate } from './calendar.ts';

const name = z.string().trim().min(1).max(80);

/** Longer than any recess of an office; a calendar without working days would be none. */
const longestRecess = 45;

const Recess = z
  .strictObject({ from: EnteredDate, to: EnteredDate, name })
  .refine(({ from, to }) => from <= to, { error: 'ends before it begins', path: ['to'] })
  .refine(({ from, to }) => daysBetween(from, to) < longestRecess, {
    error: `must be at most ${longestRecess} days`,
    path: ['to'],
  });

/** The days on which a municipality does not work beside weekends and the official holidays. */
export const DaysOff = z.strictObject({
  /** Local feasts: one day, `2026-06-24`, or the same day of every year, `06-24`. */
  holidays: z
    .array(
      z.strictObject({
        on: z.union([EnteredDate, z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)], {
          error: 'must be a day, as 2026-06-24, or of every year, as 06-24',
        }),
        name,
      }),
    )
    .max(60)
    .default([]),
  /** Thursday and Friday of Holy Week. */
  holyWeek: z.boolean().default(false),
  /** When the office is closed, both days included. */
  recess: z.array(Recess).max(12).default([]),
});
export type DaysOff = z.infer<typeof DaysOff>;
