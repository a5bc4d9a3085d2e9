import * as z from 'zod';
import { LocalDate } from '../calendar.ts';
import type { ValidationError } from '../errors.ts';
import { Evidence, NewEvidence } from '../evidence.ts';
import { freeText } from '../free-text.ts';
import { Key } from '../key.ts';
import { LocalityId } from '../locality-id.ts';
import { line } from '../plain-text.ts';
import { Sector, StakeholderId } from '../stakeholder.ts';
import { BoardId, GroupId } from './board.ts';
import { SessionId } from './session.ts';

/** Somebody in a group, with their post and term; a term without an end goes on. */
export const Member = z.strictObject({
  stakeholder: StakeholderId,
  post: line(120).optional(),
  since: LocalDate,
  until: LocalDate.optional(),
});
export type Member = z.infer<typeof Member>;

/** What trained a group: a session, or another group. */
export const Trainer = z.union([z.strictObject({ session: SessionId }), z.strictObject({ group: GroupId })]);
export type Trainer = z.infer<typeof Trainer>;

/** As many as one change writes beside the group. */
const mostMembers = 40;

const details = {
  /** Council, committee, working group, local team, replicators. */
  kind: Key,
  name: freeText(200).min(1),
  sectors: z.array(Sector).max(10),
  members: z.array(Member).max(mostMembers),
  formedOn: LocalDate,
  formalisedOn: LocalDate,
  /** Of its forming and formalising: the document that says so. */
  evidence: z.array(NewEvidence).max(10),
  trainedBy: Trainer,
};

export const NewGroup = z.strictObject({
  ...details,
  /** Whose it is; the municipality's where none is named. */
  locality: LocalityId.optional(),
  /** Made of its name where none is given. */
  key: Key.optional(),
  sectors: details.sectors.default([]),
  members: details.members.default([]),
  formalisedOn: details.formalisedOn.optional(),
  evidence: details.evidence.default([]),
  trainedBy: details.trainedBy.optional(),
});
export type NewGroup = z.infer<typeof NewGroup>;

/** `null` takes away what was written down. */
export const GroupEdit = z
  .strictObject({
    ...details,
    formalisedOn: details.formalisedOn.nullable(),
    trainedBy: details.trainedBy.nullable(),
  })
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'nothing-to-change');
export type GroupEdit = z.infer<typeof GroupEdit>;

/** People who act together (*grupo*), as it is kept. */
export const Group = z.object({
  ...details,
  name: z.string(),
  members: z.array(Member.extend({ post: z.string().optional() })),
  formalisedOn: LocalDate.optional(),
  evidence: z.array(Evidence),
  trainedBy: Trainer.optional(),
  board: BoardId,
  key: Key,
  /** The board's revision at which it last changed. */
  revision: z.int().min(1),
  /** Raised by every write of the group. */
  writes: z.int().min(1),
});
export type Group = z.infer<typeof Group>;

export const groupId = ({ board, key }: Pick<Group, 'board' | 'key'>): string => `${board}.${key}`;

/** The group that trained another, by its id. */
export const trainerGroup = ({ trainedBy }: Pick<Group, 'trainedBy'>): string | undefined =>
  trainedBy && 'group' in trainedBy ? trainedBy.group : undefined;

/** Whether a term holds on a day. */
export const isMemberOn = ({ since, until }: Member, on: LocalDate): boolean =>
  since <= on && (until === undefined || until >= on);

const overlap = (a: Member, b: Member): boolean =>
  a.since <= (b.until ?? '9999-12-31') && b.since <= (a.until ?? '9999-12-31');

/** What of a group cannot be so, each by its field. */
export function groupFaults(
  {
    formedOn,
    formalisedOn,
    members,
    sectors,
  }: Pick<Group, 'formedOn' | 'formalisedOn' | 'members' | 'sectors'>,
  today: LocalDate,
): ValidationError[] {
  return [
    ...(formedOn > today ? [{ path: 'formedOn', message: 'in-the-future' }] : []),
    ...(formalisedOn !== undefined && formalisedOn > today
      ? [{ path: 'formalisedOn', message: 'in-the-future' }]
      : []),
    ...(formalisedOn !== undefined && formalisedOn < formedOn
      ? [{ path: 'formalisedOn', message: 'before-formed' }]
      : []),
    ...(new Set(sectors).size < sectors.length ? [{ path: 'sectors', message: 'named-twice' }] : []),
    ...members.flatMap(({ since, until }, at) =>
      until !== undefined && until < since ? [{ path: `members.${at}.until`, message: 'before-from' }] : [],
    ),
    ...members.flatMap((member, at) =>
      members.slice(0, at).some((other) => other.stakeholder === member.stakeholder && overlap(other, member))
        ? [{ path: `members.${at}.stakeholder`, message: 'member-twice' }]
        : [],
    ),
  ];
}
