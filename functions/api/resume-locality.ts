import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { resume } from '../../domain/commands/generations.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import type { ApiDependencies } from './dependencies.ts';
import { LocalityView, localityView } from './representations.ts';
import { noInput, route } from './route.ts';

/** POST /api/localities/{id}/resume: a locality on hold goes on where it stood. */
export const resumeLocality = route({
  method: 'POST',
  path: '/api/localities/{id}/resume',
  summary: 'Resume a locality after a hold',
  policy: policies.locality.resume,
  params: z.object({ id: LocalityId }),
  query: noInput,
  body: z.strictObject({}),
  responses: { 202: LocalityView },
  problems: ['not-found', 'not-on-hold'],
  run:
    ({ localities, moment }: ApiDependencies) =>
    async ({ params, caller }) => {
      const locality = permitted(policies.locality.resume, caller, await localities.get(params.id));
      const change = resume(locality, caller, moment());
      return { change, response: { status: 202, body: localityView(change.locality, moment().today) } };
    },
});
