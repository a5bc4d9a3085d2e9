import * as z from 'zod';
import { type Caller, mayIn } from '../../domain/caller.ts';
import { Problem } from '../../domain/errors.ts';
import { LocalityId } from '../../domain/locality-id.ts';
import { mayEverywhere, policies } from '../../domain/policies.ts';
import { GroupId, municipal, partsOf } from '../../domain/work/board.ts';
import { Group, groupId, Member, type Trainer, trainerGroup } from '../../domain/work/group.ts';
import { sessionParts } from '../../domain/work/session.ts';
import { groupStore } from '../../store/groups.ts';
import { workStore } from '../../store/work.ts';
import { boardOf, toReadGroup } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { knownStakeholders, namesOfPeople } from './known-ids.ts';

/** The board and key that a group's id is made of. */
export const GroupAddress = GroupId.transform(partsOf);

const MemberView = Member.extend({
  post: z.string().optional(),
  /** As far as the caller may see who it is. */
  name: z.string().optional(),
});

export const GroupView = Group.omit({ board: true, revision: true, writes: true, members: true }).extend({
  id: GroupId,
  locality: LocalityId.optional(),
  members: z.array(MemberView),
  version: z.int(),
});

/** Shows groups, with the names of those members whom the caller may see. */
export async function groupViews(
  dependencies: Pick<ApiDependencies, 'stakeholders' | 'lists'>,
  caller: Caller,
  groups: readonly Group[],
): Promise<z.infer<typeof GroupView>[]> {
  const people = groups.flatMap(({ members }) => members.map(({ stakeholder }) => stakeholder));
  const names = await namesOfPeople(dependencies, caller, [...new Set(people)]);
  return groups.map((group) => {
    const { board, revision, writes: _, members, ...shown } = group;
    return {
      id: groupId(group),
      locality: board === municipal ? undefined : board,
      ...shown,
      members: members.map((member) => ({ ...member, name: names.get(member.stakeholder) })),
      version: revision,
    };
  });
}

/** Those of groups that the caller may look at. */
export async function readable(
  { localities }: Pick<ApiDependencies, 'localities'>,
  caller: Caller,
  groups: readonly Group[],
): Promise<Group[]> {
  const boards = [...new Set(groups.map(({ board }) => board))].filter((board) => board !== municipal);
  const places = await localities.many(boards);
  const seen = new Set(
    boards.filter((id) => {
      const place = places.get(id);
      return place !== undefined && mayIn(policies.group.readLocality, caller, place);
    }),
  );
  if (mayEverywhere(policies.group.read, caller)) seen.add(municipal);
  return groups.filter(({ board }) => seen.has(board));
}

/** Refuses members who are not known, or not to the caller; those who stand in the group already may stay. */
export async function membersKnown(
  dependencies: ApiDependencies,
  caller: Caller,
  members: readonly Member[] = [],
  standing: readonly Member[] = [],
): Promise<void> {
  const named = members.map(({ stakeholder }, at) => ({
    path: `members.${at}.stakeholder`,
    id: stakeholder,
  }));
  const there = standing.map(({ stakeholder }) => stakeholder);
  await knownStakeholders(dependencies, caller, named, there);
}

/** A cascade is never deeper: each step is looked at before a group joins it. */
const mostGenerations = 20;

const wrong = (by: 'group' | 'session', message: string) =>
  new Problem('invalid-request', { errors: [{ path: `trainedBy.${by}`, message }] });

/**
 * The groups above one that is trained so, from its trainer to the first of all; none where a session trained it.
 * @param own the id of the group that is to be trained, once it has one
 * @throws Problem `invalid-request` where the trainer is not there for the caller, or the group would stand above itself
 */
export async function trainersOf(
  dependencies: ApiDependencies,
  caller: Caller,
  trainedBy: Trainer | null | undefined,
  own?: string,
): Promise<Group[]> {
  if (!trainedBy) return [];
  const { table } = dependencies;
  const groups = groupStore(table);
  if ('session' in trainedBy) {
    await seen('session', sessionParts(trainedBy.session).board, () =>
      workStore(table).session(sessionParts(trainedBy.session)),
    );
    return [];
  }
  const first = await seen('group', partsOf(trainedBy.group).board, () =>
    groups.get(partsOf(trainedBy.group)),
  );
  const above: Group[] = [];
  for (let one: Group | undefined = first; one; ) {
    if (groupId(one) === own || above.some((other) => groupId(other) === groupId(one ?? other)))
      throw wrong('group', 'trained-in-a-circle');
    above.push(one);
    if (above.length > mostGenerations) throw wrong('group', 'too-many-generations');
    const next = trainerGroup(one);
    one = next === undefined ? undefined : (await groups.many([next])).get(next);
  }
  return above;

  async function seen<Of>(by: 'group' | 'session', board: string, read: () => Promise<Of>): Promise<Of> {
    try {
      await boardOf(dependencies, caller, board, toReadGroup);
      return await read();
    } catch (error) {
      if (error instanceof Problem && (error.code === 'not-found' || error.code === 'forbidden'))
        throw wrong(by, `unknown-${by}`);
      throw error;
    }
  }
}
