import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Municipality } from '../domain/municipality.ts';
import type { Promised } from './promised.ts';
import type { Translator } from './translator.ts';
import { oneLine } from './values.ts';

/**
 * The due dates as whole days (iCalendar, RFC 5545): a local date has no hour and no zone. A later mail about the same
 * promise replaces what a calendar took from an earlier one.
 */
export function calendarOf(
  promised: Promised[],
  { messages, language, name }: Translator,
  { id, name: municipality }: Pick<Municipality, 'id' | 'name'>,
  now: Date,
): string {
  const calendar = ical({
    prodId: { company: 'Etapas', product: 'Etapas', language: language.toUpperCase() },
    name: messages.sender(municipality),
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { id: promise, action, locality, dueOn, version } of promised)
    calendar.createEvent({
      id: `${promise}@${id}.etapas`,
      start: new Date(`${dueOn}T00:00:00Z`),
      allDay: true,
      stamp: now,
      sequence: version,
      summary: oneLine(name(action)),
      location: oneLine(name(locality.name)),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return calendar.toString();
}
