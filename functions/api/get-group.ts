import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { groupStore } from '../../store/groups.ts';
import { boardOf, toReadGroup } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { GroupAddress, GroupView, groupViews } from './group-view.ts';
import { noInput, route } from './route.ts';

/** GET /api/groups/{id}: one group with its members. */
export const getGroup = route({
  method: 'GET',
  path: '/api/groups/{id}',
  summary: 'One group with its members',
  policy: policies.group.read,
  readsPersonalData: true,
  params: z.object({ id: GroupAddress }),
  query: noInput,
  body: noInput,
  responses: { 200: GroupView },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, caller }) => {
      await boardOf(dependencies, caller, id.board, toReadGroup);
      const [view] = await groupViews(dependencies, caller, [await groupStore(dependencies.table).get(id)]);
      if (!view) throw new Error('a group has a view');
      return { response: { status: 200, body: view } };
    },
});
