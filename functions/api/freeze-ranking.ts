import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { recordTargeting } from '../../domain/commands/record-findings.ts';
import { Problem } from '../../domain/errors.ts';
import { identifierIn } from '../../domain/personal-text.ts';
import { policies } from '../../domain/policies.ts';
import { Ranking, rank } from '../../domain/targeting/ranking.ts';
import { RankingRequest } from '../../domain/targeting/ranking-request.ts';
import { Sensitivity, sensitivity } from '../../domain/targeting/sensitivity.ts';
import { commitAll } from '../../store/commit.ts';
import { RankingHead, rankingHash, rankingItems } from '../../store/rankings.ts';
import type { ApiDependencies } from './dependencies.ts';
import { openParts } from './open-parts.ts';
import { Flag } from './representations.ts';
import { noInput, route } from './route.ts';

/** Localities whose histories fit one transaction beside the ranking itself. */
const mostLocalities = 20;
const shownFirst = 5;

/** @throws Problem `invalid-request` naming each reason that holds the key of a person */
function refuseIdentifiers({ rationale, weights }: RankingRequest): void {
  const reasons = weights.map(({ reason }, at) => ({ path: `weights.${at}.reason`, text: reason }));
  const errors = [{ path: 'rationale', text: rationale }, ...reasons].flatMap(({ path, text }) => {
    const message = identifierIn(text);
    return message ? { path, message } : [];
  });
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}

const Rehearsed = z.object({ ranking: Ranking, sensitivity: Sensitivity.optional() });

/** POST /api/targeting/rankings: candidates are ranked, and the ranking is frozen with all that it was made from. */
export const freezeRanking = route({
  method: 'POST',
  path: '/api/targeting/rankings',
  summary: 'Rank candidate places and freeze the ranking; with dryRun, only rank them',
  policy: policies.ranking.freeze,
  params: noInput,
  query: z.strictObject({ dryRun: Flag }),
  body: RankingRequest,
  responses: { 200: Rehearsed, 201: RankingHead.extend(Rehearsed.shape) },
  problems: ['not-found', 'not-active', 'body-too-large'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ query, body: request, caller }) => {
      const { table, localities, municipality, programmes, clock, newRankingId } = dependencies;
      refuseIdentifiers(request);
      const ranking = rank(request);
      const firmness = sensitivity(request, ranking);
      if (query.dryRun) return { response: { status: 200, body: { ranking, sensitivity: firmness } } };

      const tracked = request.candidates.flatMap(({ key, locality }) =>
        locality ? [{ key, locality }] : [],
      );
      if (tracked.length > mostLocalities)
        throw new Problem('invalid-request', {
          errors: [{ path: 'candidates', message: 'too-many-localities' }],
        });
      const now = clock();
      const head: RankingHead = {
        id: newRankingId(),
        name: request.name,
        rationale: request.rationale,
        method: request.method,
        topK: request.topK,
        candidates: request.candidates.length,
        first: ranking.places.slice(0, shownFirst).map(({ name }) => name),
        frozenBy: caller.user,
        frozenAt: now.toISOString(),
        hash: rankingHash(request),
      };
      const ranks = new Map(ranking.places.map(({ key, rank }) => [key, rank]));
      const changes = await Promise.all(
        tracked.map(async ({ key, locality: id }) => {
          const locality = permitted(policies.ranking.freeze, caller, await localities.get(id));
          const open = await openParts(dependencies, locality);
          const office = { programme: programmes.exact(locality.programme), municipality };
          return recordTargeting(locality, open, { ...head, rank: ranks.get(key) }, caller, office);
        }),
      );
      return {
        response: { status: 201, body: { ...head, ranking, sensitivity: firmness } },
        commit: (also) =>
          commitAll(table, changes, now, [
            ...rankingItems(table, head, { request, ranking, sensitivity: firmness }),
            ...also,
          ]),
      };
    },
});
