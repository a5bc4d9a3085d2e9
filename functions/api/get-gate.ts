import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { evaluateGate } from '../../domain/criteria/evaluate.ts';
import { Problem } from '../../domain/errors.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { nameOf } from '../../words/criteria.ts';
import { criteriaMessages } from '../../words/languages.ts';
import { formatMissing } from '../runtime/problem-response.ts';
import type { ApiDependencies } from './dependencies.ts';
import { gateMeant, gateShown } from './gate-meant.ts';
import { GateView } from './representations.ts';
import { noInput, route } from './route.ts';

/** GET /api/localities/{id}/gate: which criteria hold, and what is missing. */
export const getGate = route({
  method: 'GET',
  path: '/api/localities/{id}/gate',
  summary: 'What the gate asks for, and what is missing',
  policy: policies.gate.read,
  params: z.object({ id: LocalityId }),
  query: z.strictObject({ track: z.string().max(60).optional() }),
  body: noInput,
  responses: { 200: GateView },
  problems: ['not-found', 'not-open', 'not-active'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, query, caller, language }) => {
      const locality = permitted(policies.gate.read, caller, await dependencies.localities.get(params.id));
      const gate = gateMeant(locality, query.track);
      if (gate.state === 'opening') throw new Problem('not-open');
      const { part, visit, facts } = await gateShown(dependencies, locality, gate);
      const { ready, criteria, missing } = evaluateGate(part, visit, facts);
      const messages = criteriaMessages[language];
      const body = {
        stage: gate.stage,
        track: gate.track,
        visit: visit.number,
        state: gate.state,
        ready,
        criteria: criteria.map(({ key, type, met, activity, have, needed, ...subject }) => ({
          key,
          type,
          met,
          activity,
          detail: messages[type].standing({ name: nameOf(subject, language), have, needed }),
        })),
        missing: formatMissing(missing, language),
        review: visit.review,
        fourEyes: dependencies.municipality.fourEyes,
        version: locality.revision,
      };
      return { response: { status: 200, body } };
    },
});
