import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { evaluateGate } from '../../domain/criteria.ts';
import { Problem } from '../../domain/errors.ts';
import { LocalityId, partOf } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { messagesFor } from '../../domain/words/index.ts';
import { formatMissing } from '../runtime/problem-response.ts';
import { noInput, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { gateMeant, matrixFor, visitAt } from './gate-meant.ts';
import { GateView } from './representations.ts';

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
    ({ localities, visits, commitments, programmes, municipality }: ApiDependencies) =>
    async ({ params, query, caller, language }) => {
      const locality = permitted(policies.gate.read, caller, await localities.get(params.id));
      const gate = gateMeant(locality, query.track);
      if (gate.state === 'opening') throw new Problem('not-open');
      const visit = await visitAt(visits, locality, gate);
      const { stage, track } = gate;
      const part = partOf(programmes.exact(locality.programme), stage, track);
      const matrix = await matrixFor(commitments, part, locality.id);
      const { ready, criteria, missing } = evaluateGate(part, visit, matrix);
      const words = messagesFor(language);
      const body = {
        ...{ stage, track, visit: visit.number, state: gate.state, ready },
        criteria: criteria.map(({ type, met, activity, name, ...figures }) => ({
          ...{
            type,
            met,
            activity,
            detail: words.criteria[type]({ ...figures, name: name?.[language] ?? '' }),
          },
        })),
        missing: formatMissing(missing, language),
        review: visit.review,
        fourEyes: municipality.fourEyes,
        version: locality.revision,
      };
      return { response: { status: 200, body } };
    },
});
