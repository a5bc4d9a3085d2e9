import * as z from 'zod';
import { addDays, type LocalDate } from './calendar.ts';

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
  /** Nobody is reminded on weekends and official holidays; what falls there goes out on the next working day. */
  workingDaysOnly: z.boolean().default(true),
});
export type ReminderSettings = z.infer<typeof ReminderSettings>;

/** The days on which a commitment due on `dueOn` is reminded of, and the day on which it is escalated. */
export function ladderOf(dueOn: LocalDate, { ladder, weekly }: ReminderSettings) {
  const last = ladder.at(-1) ?? 0;
  const weeks = Array.from({ length: weekly }, (_, week) => last + 7 * (week + 1));
  const days = [...ladder, ...weeks];
  return {
    reminders: days.map((day) => addDays(dueOn, day)),
    escalation: addDays(dueOn, (days.at(-1) ?? 0) + 7),
  };
}

/** The first day, from `from` on, on which the ladder asks for something; its end when nothing is left before that. */
export function nextReminder(dueOn: LocalDate, from: LocalDate, settings: ReminderSettings): LocalDate {
  const { reminders, escalation } = ladderOf(dueOn, settings);
  return reminders.find((day) => day >= from) ?? escalation;
}
