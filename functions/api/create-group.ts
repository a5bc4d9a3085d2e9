import { createGroup as create } from '../../domain/commands/groups.ts';
import { policies } from '../../domain/policies.ts';
import { NewGroup } from '../../domain/work/group.ts';
import { commitAll } from '../../store/commit.ts';
import { groupStore, groupUnchanged } from '../../store/groups.ts';
import { attachable } from '../files/attach.ts';
import { boardOf, toEditGroup } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { GroupView, groupViews, membersKnown, trainersOf } from './group-view.ts';
import { noInput, route } from './route.ts';

/** POST /api/groups: a group of a locality, or of the municipality, with its members. */
export const createGroup = route({
  method: 'POST',
  path: '/api/groups',
  summary: 'Form a group of a locality or, without one, of the municipality',
  policy: policies.group.edit,
  readsPersonalData: true,
  params: noInput,
  query: noInput,
  body: NewGroup,
  responses: { 201: GroupView },
  problems: ['not-found', 'not-active'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ body, caller }) => {
      const { table, clock, moment } = dependencies;
      const board = await boardOf(dependencies, caller, body.locality, toEditGroup);
      await membersKnown(dependencies, caller, body.members);
      const [above, others, attaching] = await Promise.all([
        trainersOf(dependencies, caller, body.trainedBy),
        groupStore(table).ofBoard(board.id),
        attachable(dependencies, board.id, caller, body.evidence),
      ]);
      const taken = new Set(others.map(({ key }) => key));
      const { change, group } = create(body, taken, { board, caller, moment: moment() });
      const [view] = await groupViews(dependencies, caller, [group]);
      if (!view) throw new Error('a group has a view');
      const still = above.map((one) => groupUnchanged(table, one));
      return {
        response: { status: 201, body: view },
        commit: async (also) =>
          commitAll(table, [change], clock(), [...still, ...(await attaching.keep()), ...also]),
      };
    },
});
