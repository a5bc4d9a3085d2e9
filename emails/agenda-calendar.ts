import ical, {
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { LocalDate } from '../domain/calendar.ts';
import type { Municipality } from '../domain/municipality.ts';
import type { Session } from '../domain/work/session.ts';
import { sessionUid, startOf } from './invitation.ts';
import { oneLine } from './values.ts';

/** What stands in a feed: a session at its hour, all else as the day on which it is due. */
export type FeedEvent =
  | { kind: 'session'; session: Session; summary: string }
  | { kind: 'day'; id: string; on: LocalDate; summary: string; place?: string };

type Office = Pick<Municipality, 'id' | 'timeZone'>;

function addEvent(calendar: ICalCalendar, event: FeedEvent, office: Office, now: Date) {
  const summary = oneLine(event.summary);
  if (event.kind === 'day') {
    const { id, on, place } = event;
    calendar.createEvent({
      id: `${id}@${office.id}.etapas`,
      start: new Date(`${on}T00:00:00Z`),
      allDay: true,
      stamp: now,
      summary,
      location: place && oneLine(place),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    return;
  }
  const { session } = event;
  calendar.createEvent({
    id: sessionUid(session, office),
    ...startOf(session, office),
    stamp: now,
    sequence: session.sequence,
    summary,
    location: session.place && oneLine(session.place),
    description: session.agenda.map(oneLine).join('\n'),
    status: session.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}

/** The agenda of a member of staff as calendars read it (iCalendar, RFC 5545), under a name. */
export function agendaCalendar(
  name: string,
  events: readonly FeedEvent[],
  office: Office,
  now: Date,
): string {
  const calendar = ical({
    prodId: { company: 'Etapas', product: 'Etapas' },
    name,
    method: ICalCalendarMethod.PUBLISH,
    // Hours are instants of UTC; which zone its reader lives in is for them to know, this is the municipality's.
    x: [{ key: 'X-WR-TIMEZONE', value: office.timeZone }],
    ttl: 3_600,
  });
  for (const event of events) addEvent(calendar, event, office, now);
  return calendar.toString();
}
