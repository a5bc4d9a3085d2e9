import * as z from 'zod';
import type { DaysOff } from './days-off.ts';
import { calendarOf, type WorkCalendar } from './work-calendar.ts';

/** When people are reminded of what they promised. */
export const ReminderSettings = z.strictObject({
  /** The local hour at which the day's reminders go out. */
  hour: z.int().min(0).max(23).default(8),
  /** Days from the due date, before (negative), on (0) and after it. */
  ladder: z
    .array(z.int().min(-365).max(365))
    .min(1)
    .max(20)
    .refine((days) => days.every((day, at) => at === 0 || day > (days[at - 1] ?? day)), 'must ascend')
    .default([-14, -7, -1, 0, 3, 7]),
  /** Weeks, one reminder each, after the last rung; then the coordinator takes over. */
  weekly: z.int().min(0).max(52).default(4),
  /**
   * Nobody is reminded on a day off. What falls there before the date goes out on the working day before it, what falls
   * there after the date on the next one.
   */
  workingDaysOnly: z.boolean().default(true),
});
export type ReminderSettings = z.infer<typeof ReminderSettings>;

/** The settings with the working days that they go by. */
export type Reminders = ReminderSettings & { calendar: WorkCalendar };

/** When a municipality reminds people. */
export const remindersOf = (municipality: { reminders: ReminderSettings; calendar: DaysOff }): Reminders => ({
  ...municipality.reminders,
  calendar: calendarOf(municipality),
});
