import { addDays, type LocalDate, weekday } from './calendar.ts';
import type { Matter, MatterKind, MatterPart } from './mail.ts';
import type { MailChoice } from './mail-choice.ts';
import type { Municipality } from './municipality.ts';
import { lateAfter } from './reminders.ts';
import { userIn, usersIn } from './user.ts';
import { calendarOf, type WorkCalendar } from './work-calendar.ts';

/** Commitments that fall due within so many days are in the digest of who coordinates their locality. */
export const soonDays = 7;

/** Where each kind of matter stands in a digest, and whether it climbs when it stays. */
const rules: Record<MatterKind, { part: Exclude<MatterPart, 'climbed'>; climbs: boolean }> = {
  'review-waiting': { part: 'reviews', climbs: true },
  'gate-overdue': { part: 'late', climbs: true },
  'override-expired': { part: 'tasks', climbs: true },
  // As long as its gate is not late, nothing is.
  'missing-sectors': { part: 'tasks', climbs: false },
  // They have a ladder of their own, at whose end they become a task.
  'commitment-due': { part: 'promises', climbs: false },
  escalated: { part: 'tasks', climbs: true },
  cannot: { part: 'tasks', climbs: true },
  'tell-in-person': { part: 'tasks', climbs: true },
  'responsible-erased': { part: 'tasks', climbs: true },
  'report-missing': { part: 'tasks', climbs: true },
  bounced: { part: 'tasks', climbs: true },
  complained: { part: 'tasks', climbs: true },
};

type Office = Pick<
  Municipality,
  'approvers' | 'administrators' | 'calendar' | 'escalation' | 'fourEyes' | 'staffMailDomain'
>;

/** Whether so many working days have gone by since a day. */
const isPast = (since: LocalDate, workingDays: number, on: LocalDate, calendar: WorkCalendar) =>
  calendar.addWorkingDays(since, workingDays) <= on;

/**
 * Who reads of a matter on a day, and in which part of their digest: the coordinators of its locality; the approvers, of
 * reviews at once and of all else when it has stayed for so many working days; last the administrators. Whoever reads of it
 * in an earlier part is not told twice. Who asked for a review that somebody else has to decide is not told that it waits.
 */
export function readersOf(
  matter: Matter,
  coordinators: readonly string[],
  office: Office,
  on: LocalDate,
): Map<string, MatterPart> {
  const { part, climbs } = rules[matter.kind];
  const { approversAfter, administratorAfter } = office.escalation;
  const calendar = calendarOf(office);
  const readers = new Map<string, MatterPart>();
  const tell = (users: readonly string[], where: MatterPart) => {
    for (const user of users) if (!readers.has(user)) readers.set(user, where);
  };
  tell(usersIn(office, coordinators), part);
  if (part === 'reviews') tell(office.approvers, part);
  if (climbs && isPast(matter.since, approversAfter, on, calendar)) tell(office.approvers, 'climbed');
  if (climbs && isPast(matter.since, administratorAfter, on, calendar))
    tell(office.administrators, 'climbed');
  if (matter.requestedBy && office.fourEyes) readers.delete(userIn(office, matter.requestedBy));
  return readers;
}

/** What a digest says of a matter on a day, to be compared with what another has said: it is told anew when it stands otherwise. */
export function sayingOf(
  part: MatterPart,
  { kind, locality, gate, since, newest, action }: Matter,
  on: LocalDate,
  calendar: WorkCalendar,
): string {
  // A commitment is told of when it comes near, when it is due, and when it is late.
  const standing = kind === 'commitment-due' && [on >= since, on > lateAfter(since, calendar)];
  return JSON.stringify([
    part,
    kind,
    locality.id,
    gate?.stage,
    gate?.track,
    newest ?? since,
    action,
    standing,
  ]);
}

/** What somebody was last told of, and when. */
interface Told {
  on: LocalDate;
  told: readonly string[];
}

/**
 * Whether a digest has something to say on a day that the last one has not said; what stands as it stood is said again once
 * a week.
 */
export const hasToSay = (on: LocalDate, sayings: readonly string[], last: Told | undefined): boolean =>
  sayings.length > 0 &&
  (last === undefined || last.on < mondayOf(on) || sayings.some((saying) => !last.told.includes(saying)));

/** Monday of the week that a day is in. */
const mondayOf = (on: LocalDate): LocalDate => addDays(on, -((weekday(on) + 6) % 7));

/**
 * The first day since which somebody must have had no digest to get one now: the day itself, or the Monday of its week for
 * whoever chose one a week. `undefined` where they get none: it is no working day, or they chose so.
 */
export function digestSince(
  on: LocalDate,
  choice: MailChoice,
  calendar: WorkCalendar,
): LocalDate | undefined {
  if (choice === 'none' || !calendar.isWorkingDay(on)) return undefined;
  return choice === 'weekly' ? mondayOf(on) : on;
}
