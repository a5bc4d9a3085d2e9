import type { Caller } from '../caller.ts';
import type { Moment } from '../change.ts';
import { Problem } from '../errors.ts';
import { applyPatch } from '../patch.ts';
import { type Board, revisionOf } from '../work/board.ts';
import { type Group, type GroupEdit, groupFaults, type NewGroup } from '../work/group.ts';
import { type WorkChange, workChange } from '../work/work-change.ts';
import { keyOf } from './plan-lines.ts';

interface GroupSituation {
  board: Board;
  caller: Caller;
  moment: Moment;
}
interface GroupChange {
  change: WorkChange;
  group: Group;
}

function requireSound(group: Group, { today }: Moment): void {
  const errors = groupFaults(group, today);
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}

/** A group is formed. @param taken the keys of the others of the board @throws Problem `invalid-request`, `not-active` */
export function createGroup(
  { locality: _, ...command }: NewGroup,
  taken: ReadonlySet<string>,
  { board, caller, moment }: GroupSituation,
): GroupChange {
  const group: Group = {
    ...command,
    board: board.id,
    key: keyOf(command, taken),
    revision: revisionOf(board) + 1,
    writes: 1,
  };
  requireSound(group, moment);
  const { key, kind, name, formedOn, members } = group;
  const event = {
    actor: caller.user,
    action: 'group-created',
    detail: { group: key, kind, name, formedOn, members: members.length },
  } as const;
  return { group, change: workChange(board, { groups: [{ group }] }, event) };
}

/** A group changes: its members, posts and terms, when it was formalised, who trained it. @throws Problem `invalid-request`, `not-active` */
export function editGroup(
  before: Group,
  edit: GroupEdit,
  { board, caller, moment }: GroupSituation,
): GroupChange {
  const group: Group = {
    ...before,
    kind: edit.kind ?? before.kind,
    name: edit.name ?? before.name,
    sectors: edit.sectors ?? before.sectors,
    members: edit.members ?? before.members,
    formedOn: edit.formedOn ?? before.formedOn,
    formalisedOn: applyPatch(edit.formalisedOn, before.formalisedOn),
    evidence: edit.evidence ?? before.evidence,
    trainedBy: applyPatch(edit.trainedBy, before.trainedBy),
    revision: revisionOf(board) + 1,
    writes: before.writes + 1,
  };
  requireSound(group, moment);
  const { key, name } = group;
  const event = {
    actor: caller.user,
    action: 'group-edited',
    detail: { ...edit, group: key, name, members: edit.members?.length },
  } as const;
  return { group, change: workChange(board, { groups: [{ group, before }] }, event) };
}
