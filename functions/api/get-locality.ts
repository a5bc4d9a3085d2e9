import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { LocalityId } from '../../domain/locality.ts';
import { currentPlan, firstPlan } from '../../domain/plan.ts';
import { policies } from '../../domain/policies.ts';
import { calendarOf } from '../../domain/work-calendar.ts';
import type { ApiDependencies } from './dependencies.ts';
import { LocalityDetail, localityView } from './representations.ts';
import { noInput, route } from './route.ts';

/** GET /api/localities/{id}: one locality with its territory and its plan. */
export const getLocality = route({
  method: 'GET',
  path: '/api/localities/{id}',
  summary: 'One locality',
  policy: policies.locality.read,
  params: z.object({ id: LocalityId }),
  query: noInput,
  body: noInput,
  responses: { 200: LocalityDetail },
  problems: ['not-found'],
  run:
    ({ localities, programmes, municipality, moment }: ApiDependencies) =>
    async ({ params, caller }) => {
      const { today } = moment();
      const [found, geometry] = await Promise.all([
        localities.get(params.id),
        localities.geometry(params.id),
      ]);
      const locality = permitted(policies.locality.read, caller, found);
      const programme = programmes.exact(locality.programme);
      const calendar = calendarOf(municipality);
      const plan = {
        first: firstPlan(programme, locality, calendar),
        current: currentPlan(programme, locality, today, calendar),
      };
      return { response: { status: 200, body: { ...localityView(locality, today), geometry, plan } } };
    },
});
