import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { ActivityEntry, recordActivity as record } from '../../domain/commands/record-activity.ts';
import { Problem } from '../../domain/errors.ts';
import { gatedParts } from '../../domain/gated-part.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { ActivityRecord } from '../../domain/visit.ts';
import { commit } from '../../store/commit.ts';
import { attachable } from '../files/attach.ts';
import type { ApiDependencies } from './dependencies.ts';
import { gateMeant, openVisits } from './gate-meant.ts';
import { checkIfMatch, noInput, route } from './route.ts';

/** PUT /api/localities/{id}/stages/{stage}/activities/{activity}: done, not applicable, or open again. */
export const recordActivity = route({
  method: 'PUT',
  path: '/api/localities/{id}/stages/{stage}/activities/{activity}',
  summary: 'Record what is known of an activity, or of a step within it',
  policy: policies.activity.record,
  params: z.object({ id: LocalityId, stage: z.string(), activity: z.string() }),
  query: noInput,
  body: ActivityEntry,
  responses: { 200: ActivityRecord.omit({ revision: true }).extend({ key: z.string(), version: z.int() }) },
  problems: ['not-found', 'stale-version', 'not-open', 'not-active', 'already-decided'],
  needsVersion: true,
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, body, caller, ifMatch }) => {
      const { table, municipality, localities, visits, programmes, moment, clock } = dependencies;
      const locality = permitted(policies.activity.record, caller, await localities.get(params.id));
      const programme = programmes.exact(locality.programme);
      const stage = programme.stages.find(({ key }) => key === params.stage);
      const part =
        stage &&
        gatedParts(stage).find(({ activities }) =>
          activities.some(({ key, steps = [] }) =>
            [key, ...steps.map((step) => step.key)].includes(params.activity),
          ),
        );
      if (!part) throw new Problem('not-found');
      if (locality.position?.stage !== part.stage) throw new Problem('not-open');
      const { visit } = await openVisits(visits, locality, gateMeant(locality, part.track));
      const known = visit.activities[params.activity];
      checkIfMatch(ifMatch, known?.revision ?? 0, locality.revision);
      const attaching = await attachable(dependencies, locality.id, caller, body.evidence);
      const at = { locality, visit, activity: params.activity, programme, municipality };
      const change = record(at, body, caller, moment());
      const written = change.visits[0]?.activities[params.activity];
      if (!written) throw new Error('a recorded activity must be in its visit');
      const { revision, ...shown } = written;
      return {
        response: { status: 200, body: { key: params.activity, ...shown, version: revision } },
        commit: async (also) => commit(table, change, clock(), [...(await attaching.keep()), ...also]),
      };
    },
});
