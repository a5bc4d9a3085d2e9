import * as z from 'zod';
import { editGroup as edit } from '../../domain/commands/groups.ts';
import { policies } from '../../domain/policies.ts';
import { revisionOf } from '../../domain/work/board.ts';
import { GroupEdit, groupId } from '../../domain/work/group.ts';
import { commitAll } from '../../store/commit.ts';
import { groupStore, groupUnchanged } from '../../store/groups.ts';
import { attachable } from '../files/attach.ts';
import { boardOf, toEditGroup } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { GroupAddress, GroupView, groupViews, membersKnown, trainersOf } from './group-view.ts';
import { checkIfMatch, noInput, route } from './route.ts';

/** PATCH /api/groups/{id}: its members with posts and terms, when it was formalised, who trained it. */
export const editGroup = route({
  method: 'PATCH',
  path: '/api/groups/{id}',
  summary: 'Change a group; `members` stands for all of them',
  policy: policies.group.edit,
  readsPersonalData: true,
  params: z.object({ id: GroupAddress }),
  query: noInput,
  body: GroupEdit,
  responses: { 200: GroupView },
  problems: ['not-found', 'not-active', 'stale-version'],
  needsVersion: true,
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, body, caller, ifMatch }) => {
      const { table, clock, moment } = dependencies;
      const board = await boardOf(dependencies, caller, id.board, toEditGroup);
      const before = await groupStore(table).get(id);
      checkIfMatch(ifMatch, before.revision, revisionOf(board));
      await membersKnown(dependencies, caller, body.members, before.members);
      const [above, attaching] = await Promise.all([
        trainersOf(dependencies, caller, body.trainedBy, groupId(before)),
        attachable(dependencies, board.id, caller, body.evidence),
      ]);
      const { change, group } = edit(before, body, { board, caller, moment: moment() });
      const [view] = await groupViews(dependencies, caller, [group]);
      if (!view) throw new Error('a group has a view');
      const still = above.map((one) => groupUnchanged(table, one));
      return {
        response: { status: 200, body: view },
        commit: async (also) =>
          commitAll(table, [change], clock(), [...still, ...(await attaching.keep()), ...also]),
      };
    },
});
