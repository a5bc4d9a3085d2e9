import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { activitiesOf } from '../../domain/dossier/activities.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import type { Programme } from '../../domain/programme.ts';
import { stageRecords } from '../../domain/stage-record.ts';
import type { Visit } from '../../domain/visit.ts';
import { calendarOf } from '../../domain/work-calendar.ts';
import type { ApiDependencies } from './dependencies.ts';
import { listOf, StageView } from './representations.ts';
import { noInput, route } from './route.ts';

function visitView(programme: Programme, visit: Visit) {
  const {
    locality: _,
    token: __,
    revision: ___,
    number,
    stage: ____,
    activities: _____,
    openedAtRevision: ______,
    ...shown
  } = visit;
  return { ...shown, visit: number, activities: activitiesOf(programme, visit) };
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
    ({ localities, visits, programmes, municipality, moment }: ApiDependencies) =>
    async ({ params, caller }) => {
      const locality = permitted(policies.locality.read, caller, await localities.get(params.id));
      const all = await visits.ofLocality(locality.id);
      const programme = programmes.exact(locality.programme);
      const records = stageRecords(programme, locality, all, moment().today, calendarOf(municipality));
      const items = records.map(({ stage, state, visits: own, plan, firstPlan }) => {
        const { startOn, targetOn } = plan ?? firstPlan;
        return {
          stage: stage.key,
          name: stage.name,
          tracks: stage.tracks?.map(({ key, name }) => ({ key, name })),
          state,
          planned: { startOn, targetOn },
          visits: own.map((visit) => visitView(programme, visit)),
        };
      });
      return { response: { status: 200, body: { items } } };
    },
});
