import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { finishTask as finish, TaskDone } from '../../domain/commands/finish-task.ts';
import { isStored, taskNamed } from '../../domain/derived-tasks.ts';
import { Problem } from '../../domain/errors.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

/** POST /api/tasks/{id}/done: somebody says that what only a person can do is done. */
export const finishTask = route({
  method: 'POST',
  path: '/api/tasks/{id}/done',
  summary: 'Say that a task is done',
  policy: policies.task.finish,
  params: z.object({ id: z.string().max(200) }),
  query: noInput,
  body: TaskDone,
  responses: { 200: z.object({ id: z.string(), done: z.literal(true) }) },
  problems: ['not-found', 'clears-itself'],
  run:
    ({ localities, tasks }: ApiDependencies) =>
    async ({ params: { id }, body, caller }) => {
      const task = taskNamed(id);
      if (!task || !LocalityId.safeParse(task.locality).success) throw new Problem('not-found');
      const locality = permitted(policies.task.finish, caller, await localities.get(task.locality));
      if (isStored(task) && !(await tasks.find(task))) throw new Problem('not-found');
      const change = finish(locality, task, body.note, caller);
      return { change, response: { status: 200, body: { id, done: true as const } } };
    },
});
