import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { ReviewRequest, requestReview as request } from '../../domain/commands/request-review.ts';
import { LocalityId, partOf } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { Review } from '../../domain/visit.ts';
import { checkIfMatch, noInput, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { evidenceRevision, gateMeant, matrixFor, openVisits } from './gate-meant.ts';

/** POST /api/localities/{id}/gate/reviews: somebody else is asked to decide. */
export const requestReview = route({
  method: 'POST',
  path: '/api/localities/{id}/gate/reviews',
  summary: 'Ask for a review of the gate',
  policy: policies.gate.requestReview,
  params: z.object({ id: LocalityId }),
  query: noInput,
  body: ReviewRequest,
  responses: { 202: Review.extend({ version: z.int() }) },
  problems: [
    'not-found',
    'criteria-unmet',
    'already-in-review',
    'not-open',
    'not-active',
    'already-decided',
    'stale-version',
  ],
  run:
    ({ localities, visits, commitments, programmes, municipality, moment }: ApiDependencies) =>
    async ({ params, body, caller, ifMatch }) => {
      const locality = permitted(policies.gate.requestReview, caller, await localities.get(params.id));
      const { visit } = await openVisits(visits, locality, gateMeant(locality, body.track));
      checkIfMatch(ifMatch, evidenceRevision(visit), locality.revision);
      const programme = programmes.exact(locality.programme);
      const matrix = await matrixFor(commitments, partOf(programme, visit.stage, visit.track), locality.id);
      const { review, ...change } = request(
        locality,
        visit,
        programme,
        body,
        caller,
        municipality,
        moment(),
        matrix,
      );
      return { change, response: { status: 202, body: { ...review, version: change.locality.revision } } };
    },
});
