import * as z from 'zod';
import type { Caller } from '../../domain/caller.ts';
import { policies } from '../../domain/policies.ts';
import { GroupId, municipal } from '../../domain/work/board.ts';
import { type Group, groupId, trainerGroup } from '../../domain/work/group.ts';
import { groupStore } from '../../store/groups.ts';
import { boardOf, toReadGroup } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { GroupAddress, GroupView, readable } from './group-view.ts';
import { noInput, route } from './route.ts';

/** So many groups at most are counted of one cascade. */
const mostGroups = 1_000;

const CascadeGroup = GroupView.pick({
  id: true,
  name: true,
  kind: true,
  locality: true,
  formedOn: true,
}).extend({
  /** The group that trained it; none of the first. */
  trainedBy: GroupId.optional(),
  members: z.int(),
});

const Cascade = z.object({
  generations: z.array(
    z.object({
      /** 0 is the group itself. */
      generation: z.int(),
      groups: z.array(CascadeGroup),
      /** Members who are in no group of an earlier generation, each counted once. */
      people: z.int(),
    }),
  ),
  groups: z.int(),
  /** All who are or were members of any of them, each counted once. */
  people: z.int(),
  /** Whether every group that they trained is counted. */
  isWhole: z.boolean(),
});
type Cascade = z.infer<typeof Cascade>;

const shown = (group: Group): z.infer<typeof CascadeGroup> => ({
  id: groupId(group),
  name: group.name,
  kind: group.kind,
  locality: group.board === municipal ? undefined : group.board,
  formedOn: group.formedOn,
  trainedBy: trainerGroup(group),
  members: new Set(group.members.map(({ stakeholder }) => stakeholder)).size,
});

/** The generations that a group has trained, as far as the caller may see them. */
async function cascadeOf(dependencies: ApiDependencies, caller: Caller, root: Group): Promise<Cascade> {
  const store = groupStore(dependencies.table);
  const known = new Set([groupId(root)]);
  const people = new Set<string>();
  const generations: Cascade['generations'] = [];
  let isWhole = true;
  for (let groups = [root]; groups.length > 0; ) {
    const before = people.size;
    for (const { members } of groups) for (const { stakeholder } of members) people.add(stakeholder);
    generations.push({
      generation: generations.length,
      groups: groups.map(shown),
      people: people.size - before,
    });
    const trained = await store.trainedBy(groups.map(groupId));
    const next = (await readable(dependencies, caller, trained))
      .filter((group) => !known.has(groupId(group)))
      .sort((a, b) => (groupId(a) < groupId(b) ? -1 : 1));
    const room = mostGroups - known.size;
    isWhole &&= next.length <= room;
    groups = next.slice(0, room);
    for (const group of groups) known.add(groupId(group));
  }
  return { generations, groups: known.size, people: people.size, isWhole };
}

/** GET /api/groups/{id}/cascade: the groups that it trained, those that they trained, and so on, with whom they reach. */
export const getCascade = route({
  method: 'GET',
  path: '/api/groups/{id}/cascade',
  summary: 'The generations of groups that a group has trained, with the people in them',
  policy: policies.group.read,
  params: z.object({ id: GroupAddress }),
  query: noInput,
  body: noInput,
  responses: { 200: Cascade },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, caller }) => {
      await boardOf(dependencies, caller, id.board, toReadGroup);
      const root = await groupStore(dependencies.table).get(id);
      return { response: { status: 200, body: await cascadeOf(dependencies, caller, root) } };
    },
});
