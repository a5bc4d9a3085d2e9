import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { ReviewRequest, requestReview as request } from '../../domain/commands/request-review.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { Review } from '../../domain/visit.ts';
import type { ApiDependencies } from './dependencies.ts';
import { evidenceRevision, gateMeant, gateSituation } from './gate-meant.ts';
import { checkIfMatch, noInput, route } from './route.ts';

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
    (dependencies: ApiDependencies) =>
    async ({ params, body, caller, ifMatch }) => {
      const locality = permitted(
        policies.gate.requestReview,
        caller,
        await dependencies.localities.get(params.id),
      );
      const situation = await gateSituation(dependencies, locality, gateMeant(locality, body.track));
      checkIfMatch(ifMatch, evidenceRevision(situation.visit), locality.revision);
      const { review, ...change } = request(situation, body, caller, dependencies.moment());
      return { change, response: { status: 202, body: { ...review, version: change.locality.revision } } };
    },
});
