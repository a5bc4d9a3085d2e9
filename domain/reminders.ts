import { addDays, type LocalDate } from './calendar.ts';
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
