import * as z from 'zod';
import { Instant, LocalDate } from '../calendar.ts';
import type { ValidationError } from '../errors.ts';
import { FileId } from '../file-id.ts';
import { freeText } from '../free-text.ts';
import { Key } from '../key.ts';
import { LocalityId } from '../locality-id.ts';
import { line } from '../plain-text.ts';
import { Sector, StakeholderId } from '../stakeholder.ts';
import { BoardId, EntryId, GroupId, LineId } from './board.ts';
import { NewEntry } from './entry.ts';
import { PartOrNone } from './line.ts';

/** `<board>.<number>` */
export const SessionId = z.string().regex(/^[0-9a-z-]{1,60}\.\d{1,6}$/, 'is not the id of a session');

export const SessionStatus = z.enum(['planned', 'convened', 'held', 'cancelled']);
export type SessionStatus = z.infer<typeof SessionStatus>;

/** From which states a session comes to each; nothing leads out of `held` and `cancelled`. */
const before: Record<Exclude<SessionStatus, 'planned'>, readonly SessionStatus[]> = {
  convened: ['planned'],
  // What has taken place already is recorded at once.
  held: ['planned', 'convened'],
  cancelled: ['planned', 'convened'],
};
export const mayBecome = (status: SessionStatus, next: keyof typeof before): boolean =>
  before[next].includes(status);
/** Still to take place. */
export const isAhead = (status: SessionStatus): boolean => mayBecome(status, 'held');

const details = {
  /** Meeting, training, talk, workshop, fair, walkout, council session. */
  kind: Key,
  on: LocalDate,
  /** Local time, `17:30`. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time-of-day'),
  place: line(160),
  agenda: z.array(freeText(300).min(1)).max(40),
  convened: z.array(StakeholderId).max(200),
  /** The group that meets, where it is one's session. */
  group: GroupId,
  /** The activity of a stage that it counts for. */
  activity: Key,
};

export const NewSession = z.strictObject({
  ...details,
  /** Whose it is; the municipality's where none is named. */
  locality: LocalityId.optional(),
  at: details.at.optional(),
  place: details.place.optional(),
  agenda: details.agenda.default([]),
  convened: details.convened.default([]),
  group: details.group.optional(),
  activity: details.activity.optional(),
});
export type NewSession = z.infer<typeof NewSession>;

/** `null` takes away what was written down. */
export const SessionEdit = z
  .strictObject({
    ...details,
    at: details.at.nullable(),
    place: details.place.nullable(),
    group: details.group.nullable(),
    activity: PartOrNone,
  })
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'nothing-to-change');
export type SessionEdit = z.infer<typeof SessionEdit>;

const Heads = z.int().min(0).max(1_000_000);

export const HeadsBySex = z.strictObject({ female: Heads, male: Heads, other: Heads.optional() });

/** Who was there: heads, and where they agreed to it people by their ids. */
export const Attendance = z.strictObject({
  total: Heads,
  bySex: HeadsBySex.optional(),
  /** By age band. */
  byAge: z.record(line(40), Heads).optional(),
  bySector: z.partialRecord(Sector, Heads).optional(),
  named: z.array(StakeholderId).max(200).default([]),
});
export type Attendance = z.infer<typeof Attendance>;

/** What a session decided: with a responsible and a date it becomes a commitment of the locality. */
const NewAgreement = z.strictObject({
  action: freeText(500).min(1),
  responsible: StakeholderId.optional(),
  dueOn: LocalDate.optional(),
});

/** How a session was held. */
export const SessionRecord = z.strictObject({
  attendance: Attendance,
  minutes: freeText(5_000).optional(),
  files: z.array(FileId).max(5).default([]),
  agreements: z.array(NewAgreement).max(20).default([]),
  /** What of plan lines it comes to. */
  counts: z
    .array(NewEntry.pick({ quantity: true, cells: true }).extend({ line: LineId }))
    .max(20)
    .default([]),
});
export type SessionRecord = z.infer<typeof SessionRecord>;

export const Agreement = NewAgreement.extend({
  action: z.string(),
  /** The commitment that it became. */
  commitment: z.string().optional(),
});

export type Agreement = z.infer<typeof Agreement>;

/** What somebody who was convened says: *will come / cannot*. */
export const Attending = z.enum(['will-come', 'cannot']);
export type Attending = z.infer<typeof Attending>;

/** The last answer of somebody who was convened, to the session as it stands. */
export const SessionAnswer = z.object({ stakeholder: StakeholderId, answer: Attending, at: Instant });
export type SessionAnswer = z.infer<typeof SessionAnswer>;

/** A meeting of people (*sesión*), as it is kept. */
export const Session = z.object({
  ...details,
  at: z.string().optional(),
  place: z.string().optional(),
  agenda: z.array(z.string()),
  group: z.string().optional(),
  activity: z.string().optional(),
  board: BoardId,
  number: z.int().min(1),
  status: SessionStatus,
  /** Why it was cancelled. */
  reason: z.string().optional(),
  answers: z.array(SessionAnswer).default([]),
  /**
   * One more whenever its day, hour or place, or who is convened, is another than was told, or it is cancelled: the SEQUENCE of
   * its event in calendars (RFC 5546).
   */
  sequence: z.int().min(0).default(0),
  /** The sequence at which all were last asked: a mail of an earlier one has another in its place. */
  askedAt: z.int().min(0).default(0),
  held: z
    .object({
      attendance: Attendance,
      minutes: z.string().optional(),
      files: z.array(FileId),
      agreements: z.array(Agreement),
      /** The entries that it made. */
      entries: z.array(EntryId),
    })
    .optional(),
  /** The board's revision at which it last changed. */
  revision: z.int().min(1),
  /** Raised by every write of the session. */
  writes: z.int().min(1),
});
export type Session = z.infer<typeof Session>;

export const sessionId = ({ board, number }: Pick<Session, 'board' | 'number'>): string =>
  `${board}.${number}`;

/** The board and number that the id of a session names. */
export function sessionParts(id: string): Pick<Session, 'board' | 'number'> {
  const dot = id.indexOf('.');
  return { board: id.slice(0, dot), number: Number(id.slice(dot + 1)) };
}

/** Whether those who were convened may still say whether they come. */
export const awaitsAnswers = ({ status, on }: Pick<Session, 'status' | 'on'>, today: LocalDate): boolean =>
  status === 'convened' && on >= today;

/** Where the heads of an attendance do not add up to its total, each by its field. */
export function attendanceFaults({ total, bySex, byAge, bySector, named }: Attendance): ValidationError[] {
  const faults = Object.entries({ bySex, byAge, bySector }).flatMap(([field, heads]) => {
    if (!heads) return [];
    const sum = Object.values<number | undefined>(heads).reduce<number>((all, one = 0) => all + one, 0);
    return sum === total
      ? []
      : [{ path: `attendance.${field}`, message: 'adds-up-otherwise', about: [String(sum), String(total)] }];
  });
  return named.length > total
    ? [...faults, { path: 'attendance.named', message: 'more-than-total', about: [String(total)] }]
    : faults;
}
