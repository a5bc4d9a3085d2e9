import { addDays, daysBetween, type LocalDate } from './calendar.ts';
import type { ReminderSettings } from './reminder-settings.ts';

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

/**
 * How many days ahead the next reminder may lie of a commitment that is late, or due within `soon` days, also where it was
 * reminded of today: whoever looks for all of these looks no further.
 */
export function reminderAhead(settings: ReminderSettings, soon: number): number {
  const someDay = '2026-01-01';
  const last = daysBetween(someDay, ladderOf(someDay, settings).escalation);
  const ahead = Array.from({ length: last + soon + 1 }, (_, at) => {
    const dueOn = addDays(someDay, at - last);
    return daysBetween(someDay, nextReminder(dueOn, addDays(someDay, 1), settings));
  });
  return Math.max(...ahead);
}
