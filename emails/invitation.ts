import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import { instantAt } from '../domain/calendar.ts';
import type { Municipality } from '../domain/municipality.ts';
import { type Session, sessionId } from '../domain/work/session.ts';
import { oneLine } from './values.ts';

/** A calendar entry that asks its reader to come, or takes it back (iTIP, RFC 5546). */
export interface Invitation {
  method: 'REQUEST' | 'CANCEL';
  content: string;
}

/** The name of a session's event in every calendar: the same in convocations and in the feeds of staff. */
export const sessionUid = (session: Session, municipality: Pick<Municipality, 'id'>): string =>
  `session.${sessionId(session)}@${municipality.id}.etapas`;

/**
 * When a session begins, as an event says it: at an instant, or all day where no hour is known. No end is made up: an event
 * without one ends when it begins, or with its day (RFC 5545, 3.6.1).
 */
export const startOf = (
  { on, at }: Pick<Session, 'on' | 'at'>,
  { timeZone }: Pick<Municipality, 'timeZone'>,
) => ({
  start: at === undefined ? new Date(`${on}T00:00:00Z`) : instantAt(on, at, timeZone),
  allDay: at === undefined,
});

interface Invited {
  session: Session;
  summary: string;
  /** What is on the agenda, a line for each. */
  description: string;
  /** Who convenes: their name and address. */
  organizer: { name: string; email: string };
  /** The reader alone: nobody else's name goes with a mail. */
  attendee: { name: string; email: string };
  isCancelled: boolean;
  now: Date;
}

/**
 * The session as an event of its reader's calendar; a later one of the same session takes the place of an earlier one. The link
 * to answer by is theirs alone, and calendars are shared: it stands in the mail only.
 */
export function invitationOf(
  { session, summary, description, organizer, attendee, isCancelled, now }: Invited,
  municipality: Pick<Municipality, 'id' | 'timeZone'>,
): Invitation {
  const method = isCancelled ? 'CANCEL' : 'REQUEST';
  const calendar = ical({
    prodId: { company: 'Etapas', product: 'Etapas' },
    method: ICalCalendarMethod[method],
  });
  calendar.createEvent({
    id: sessionUid(session, municipality),
    ...startOf(session, municipality),
    stamp: now,
    sequence: session.sequence,
    summary: oneLine(summary),
    location: session.place && oneLine(session.place),
    description,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer,
    attendees: [
      {
        ...attendee,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        // The page of their link takes the answer: nobody reads what a calendar would send.
        rsvp: false,
      },
    ],
  });
  return { method, content: calendar.toString() };
}
