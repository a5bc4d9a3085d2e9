import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { checkContinued, continueLocality } from '../../domain/commands/continue-locality.ts';
import { decideGate as decide, GateDecision } from '../../domain/commands/decide-gate.ts';
import { DecisionOutcome } from '../../domain/decision-outcome.ts';
import { Problem } from '../../domain/errors.ts';
import { LocalityId, LocalityStatus } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { commitAll } from '../../store/commit.ts';
import type { ApiDependencies } from './dependencies.ts';
import { evidenceRevision, gateMeant, gateSituation, isOver } from './gate-meant.ts';
import { knownLocalities } from './known-ids.ts';
import { checkIfMatch, noInput, route } from './route.ts';

const Decided = z.object({
  outcome: DecisionOutcome,
  status: LocalityStatus,
  /** The stage where the locality stands now; absent when its programme is over. */
  stage: z.string().optional(),
  version: z.int(),
});

/** POST /api/localities/{id}/gate/decisions: go on, go back, pause or end; only going on answers a review. */
export const decideGate = route({
  method: 'POST',
  path: '/api/localities/{id}/gate/decisions',
  summary: 'Decide the gate',
  policy: policies.gate.decide,
  params: z.object({ id: LocalityId }),
  query: noInput,
  body: GateDecision,
  responses: { 201: Decided },
  problems: [
    'not-found',
    'four-eyes',
    'criteria-unmet',
    'not-in-review',
    'already-decided',
    'not-open',
    'not-active',
    'stale-version',
    'changed-meanwhile',
  ],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, body, caller, ifMatch, first, attempt }) => {
      const locality = permitted(policies.gate.decide, caller, await dependencies.localities.get(params.id));
      // A hold that came first may be closed later, but by somebody who has seen it.
      if (attempt > 1 && locality.status === 'on-hold') throw new Problem('changed-meanwhile');
      // So may a visit that somebody else's decision opened be sent back, but not by a request made before that.
      if (first.gate && locality.position && isOver(first.gate, locality))
        throw new Problem('already-decided');
      const whole = body.outcome === 'hold' || body.outcome === 'close';
      const gate = gateMeant(locality, body.track, whole);
      first.gate ??= gate;
      const situation = await gateSituation(dependencies, locality, gate);
      checkIfMatch(ifMatch, evidenceRevision(situation.visit), locality.revision);
      checkContinued(locality.id, body);
      await knownLocalities(dependencies, caller, body.continuedBy ?? [], 'continuedBy');
      const change = decide(situation, body, caller, dependencies.moment());
      const others = await Promise.all(
        (body.continuedBy ?? []).map(async (id) => {
          const other = permitted(policies.locality.edit, caller, await dependencies.localities.get(id));
          return continueLocality(other, locality, caller);
        }),
      );
      const { status, position, revision } = change.locality;
      const answer = { outcome: body.outcome, status, stage: position?.stage, version: revision };
      const { table, clock } = dependencies;
      return {
        response: { status: 201, body: answer },
        // Who is closed and who goes on tell of each other from the same moment on.
        commit: (also) => commitAll(table, [change, ...others], clock(), also),
      };
    },
});
