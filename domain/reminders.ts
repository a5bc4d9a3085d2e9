import { addDays, daysBetween, type LocalDate } from './calendar.ts';
import type { Reminders } from './reminder-settings.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** The last day on which something that is due on `dueOn` is not late: the day itself or, of a day off, the next working day. */
export const lateAfter = (dueOn: LocalDate, calendar: WorkCalendar): LocalDate => calendar.onOrAfter(dueOn);

/**
 * The days on which a commitment due on `dueOn` is reminded of, in order, and the day on which it is escalated. What falls
 * on a day off is told before it up to the date, and after it from then on; two that meet are one.
 */
export function ladderOf(dueOn: LocalDate, { ladder, weekly, workingDaysOnly, calendar }: Reminders) {
  const last = ladder.at(-1) ?? 0;
  const weeks = Array.from({ length: weekly }, (_, week) => last + 7 * (week + 1));
  const offsets = [...ladder, ...weeks];
  const dayOf = (offset: number): LocalDate => {
    const date = addDays(dueOn, offset);
    if (!workingDaysOnly) return date;
    return offset > 0 ? calendar.onOrAfter(date) : calendar.onOrBefore(date);
  };
  return {
    reminders: [...new Set(offsets.map(dayOf))],
    escalation: dayOf((offsets.at(-1) ?? 0) + 7),
  };
}

/** The first day, from `from` on, on which the ladder asks for something; its end when nothing is left before that. */
export function nextReminder(dueOn: LocalDate, from: LocalDate, reminders: Reminders): LocalDate {
  const ladder = ladderOf(dueOn, reminders);
  return ladder.reminders.find((day) => day >= from) ?? ladder.escalation;
}

/**
 * When a commitment that waits at `remindOn` is told of by a ladder that is another now: at its next rung from today on that
 * was not told; today still, where it is due and the new ladder has a rung since the last that was told.
 */
export function rearmed(
  { dueOn, remindOn, remindedOn }: { dueOn: LocalDate; remindOn: LocalDate; remindedOn?: LocalDate },
  today: LocalDate,
  reminders: Reminders,
): LocalDate {
  const { reminders: days } = ladderOf(dueOn, reminders);
  const isUntold = (day: LocalDate) => remindedOn === undefined || day > remindedOn;
  const missed = remindOn <= today ? days.findLast((day) => day <= today && isUntold(day)) : undefined;
  const from = remindedOn !== undefined && remindedOn >= today ? addDays(remindedOn, 1) : today;
  return missed ?? nextReminder(dueOn, from, reminders);
}

/**
 * How many days ahead the next reminder may lie of a commitment that is late, or due within `soon` days, also where it was
 * reminded of today: whoever looks for all of these looks no further.
 */
export function reminderAhead(reminders: Reminders, soon: number, today: LocalDate): number {
  const { escalation } = ladderOf(today, reminders);
  const last = daysBetween(today, escalation) + 7;
  const ahead = Array.from({ length: last + soon + 1 }, (_, at) => {
    const dueOn = addDays(today, at - last);
    return daysBetween(today, nextReminder(dueOn, addDays(today, 1), reminders));
  });
  return Math.max(0, ...ahead);
}
