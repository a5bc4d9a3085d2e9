import * as z from 'zod';
import { Key } from '../../domain/key.ts';
import { LocalityId } from '../../domain/locality-id.ts';
import { policies } from '../../domain/policies.ts';
import { StakeholderId } from '../../domain/stakeholder.ts';
import { groupId } from '../../domain/work/group.ts';
import { groupStore } from '../../store/groups.ts';
import { boardOf, toReadGroup } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { GroupView, groupViews, readable } from './group-view.ts';
import { listOf, Paging } from './representations.ts';
import { noInput, route } from './route.ts';

/** GET /api/groups: the groups of a locality, of the municipality, or of one person wherever they are. */
export const listGroups = route({
  method: 'GET',
  path: '/api/groups',
  summary:
    'The groups of a locality, or of a person in all of them; without either, those of the municipality',
  policy: policies.group.read,
  readsPersonalData: true,
  params: noInput,
  query: Paging.extend({
    locality: LocalityId.optional(),
    member: StakeholderId.optional(),
    kind: Key.optional(),
    cursor: z.string().max(130).optional(),
  }),
  body: noInput,
  responses: { 200: listOf(GroupView) },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ query: { locality, member, kind, limit, cursor }, caller }) => {
      const groups = groupStore(dependencies.table);
      const all =
        member !== undefined && locality === undefined
          ? await readable(dependencies, caller, await groups.ofMember(member))
          : await groups.ofBoard((await boardOf(dependencies, caller, locality, toReadGroup)).id);
      const asked = all
        .filter((group) => kind === undefined || group.kind === kind)
        .filter(
          ({ members }) => member === undefined || members.some(({ stakeholder }) => stakeholder === member),
        )
        .sort((a, b) => (groupId(a) < groupId(b) ? -1 : 1))
        .filter((group) => cursor === undefined || groupId(group) > cursor);
      const page = asked.slice(0, limit);
      const last = asked.length > limit ? page.at(-1) : undefined;
      const body = {
        items: await groupViews(dependencies, caller, page),
        nextCursor: last && groupId(last),
      };
      return { response: { status: 200, body } };
    },
});
