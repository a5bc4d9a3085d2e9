import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { LocalityId, partOf } from '../../domain/locality.ts';
import { currentPlan, firstPlan } from '../../domain/plan.ts';
import { policies } from '../../domain/policies.ts';
import type { Programme } from '../../domain/programme.ts';
import type { Visit } from '../../domain/visit.ts';
import { noInput, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { listOf, StageView } from './representations.ts';

/** The record of an activity or step; without one it is open, as it was when the visit was opened. */
const known = (visit: Visit, key: string) => {
  const { revision = 0, ...record } = visit.activities[key] ?? { status: 'open' as const, evidence: [] };
  return { ...record, version: revision };
};

function visitView(programme: Programme, visit: Visit) {
  const { locality: _, token: __, revision: ___, number, stage, activities: ____, ...shown } = visit;
  const activities = partOf(programme, stage, visit.track).activities.map(
    ({ key, name, required, steps }) => ({
      ...{ key, name, required },
      ...known(visit, key),
      steps: steps?.map((step) => ({ ...step, ...known(visit, step.key) })),
    }),
  );
  return { ...shown, visit: number, activities };
}

/** GET /api/localities/{id}/stages: every stage of the programme with its visits, activities and decisions. */
export const listStages = route({
  method: 'GET',
  path: '/api/localities/{id}/stages',
  summary: 'Every stage with its visits, activities and decisions',
  policy: policies.locality.read,
  params: z.object({ id: LocalityId }),
  query: noInput,
  body: noInput,
  responses: { 200: listOf(StageView) },
  problems: ['not-found'],
  run:
    ({ localities, visits, programmes, moment }: ApiDependencies) =>
    async ({ params, caller }) => {
      const locality = permitted(policies.locality.read, caller, await localities.get(params.id));
      const all = await visits.ofLocality(locality.id);
      const programme = programmes.exact(locality.programme);
      const plans = [...currentPlan(programme, locality, moment().today), ...firstPlan(programme, locality)];
      const order = programme.stages.map(({ key }) => key);
      const at = locality.position ? order.indexOf(locality.position.stage) : order.length;
      const items = programme.stages.map(({ key, name, tracks }, index): z.output<typeof StageView> => {
        const planned = plans.find(({ stage }) => stage === key);
        return {
          stage: key,
          name,
          tracks: tracks?.map((track) => ({ key: track.key, name: track.name })),
          state: index < at ? 'behind' : index === at ? 'current' : 'ahead',
          planned: planned && { startOn: planned.startOn, targetOn: planned.targetOn },
          visits: all.filter(({ stage }) => stage === key).map((visit) => visitView(programme, visit)),
        };
      });
      return { response: { status: 200, body: { items } } };
    },
});
