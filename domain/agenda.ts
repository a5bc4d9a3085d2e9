import type { LocalDate } from './calendar.ts';
import type { Commitment } from './commitment.ts';
import { commitmentId, isOpen } from './commitment.ts';
import { agendaPlace } from './listing.ts';
import { type Line, lineId, Rhythm } from './work/line.ts';
import { type Session, sessionId } from './work/session.ts';

/** What stands in an agenda, in the order in which it stands there on one day. */
export const agendaItemKinds = ['session', 'gate', 'commitment', 'line-period'] as const;
export type AgendaItemKind = (typeof agendaItemKinds)[number];

/** The longest range that is read at once: more than a year, so that the same month of the next one can be planned. */
export const longestAgenda = 400;

/** A place in an agenda; `id` is that of what stands there, and tells it from others of its kind on the day. */
export interface AgendaSlot {
  on: LocalDate;
  kind: AgendaItemKind;
  id: string;
  /** Whose it is: a locality's id, or `municipality`. */
  board: string;
}

/** Sorts slots by day, then by kind; names each of them. */
export const slotOrder = ({ on, kind, id }: Omit<AgendaSlot, 'board'>): string =>
  `${on} ${agendaItemKinds.indexOf(kind)} ${id}`;

/**
 * Where a session stands in the order of days: `session` as long as something is to be done about it, since it is still to
 * take place or its minutes are missing, and `session-over` from then on.
 */
export function sessionOnAgenda(session: Session): { kind: 'session' | 'session-over'; place: string } {
  const { status, held, on } = session;
  const isOver = status === 'cancelled' || (held !== undefined && hasMinutes(held));
  return { kind: isOver ? 'session-over' : 'session', place: agendaPlace(on, sessionId(session)) };
}

/** Whether a held session says what was said there: in words, or in a file. */
export const hasMinutes = ({ minutes, files }: NonNullable<Session['held']>): boolean =>
  minutes !== undefined || files.length > 0;

/** Where a commitment that is to be kept stands in the order of days; nowhere without a day. */
export const commitmentOnAgenda = (commitment: Commitment): string | undefined =>
  isOpen(commitment) && commitment.dueOn
    ? agendaPlace(commitment.dueOn, commitmentId(commitment))
    : undefined;

/**
 * Where an open line stands in the order of days: by its last one, with all that its periods follow from, so that those of
 * many lines are known from keys alone.
 */
export const lineOnAgenda = (line: Line): string | undefined =>
  line.status === 'open' ? agendaPlace(line.to, `${line.from}#${line.rhythm}#${lineId(line)}`) : undefined;

/** The line that a place in the order of days tells of; `undefined` where it tells of none. */
export function lineAtPlace(
  place: string,
): (Pick<Line, 'from' | 'to' | 'rhythm'> & { id: string }) | undefined {
  const [to, from, rhythm, id] = place.split('#');
  const known = Rhythm.safeParse(rhythm).data;
  return to && from && known && id ? { to, from, rhythm: known, id } : undefined;
}
