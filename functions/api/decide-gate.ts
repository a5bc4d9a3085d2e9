import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { decideGate as decide, GateDecision } from '../../domain/commands/decide-gate.ts';
import { Problem } from '../../domain/errors.ts';
import { LocalityId, LocalityStatus, partOf } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { DecisionOutcome } from '../../domain/visit.ts';
import { checkIfMatch, noInput, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { evidenceRevision, gateMeant, matrixFor, openVisits } from './gate-meant.ts';

const Decided = z.object({
  outcome: DecisionOutcome,
  status: LocalityStatus,
  /** The stage where the locality stands now; absent when its programme is over. */
  stage: z.string().optional(),
  version: z.int(),
});

/** POST /api/localities/{id}/gate/decisions: go on, go back, pause or end. */
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
    ({ localities, visits, commitments, programmes, municipality, moment }: ApiDependencies) =>
    async ({ params, body, caller, ifMatch, attempt }) => {
      const locality = permitted(policies.gate.decide, caller, await localities.get(params.id));
      // A hold that came first may be closed later, but by somebody who has seen it.
      if (attempt > 1 && locality.status === 'on-hold') throw new Problem('changed-meanwhile');
      const whole = body.outcome === 'hold' || body.outcome === 'close';
      const open = await openVisits(visits, locality, gateMeant(locality, body.track, whole));
      checkIfMatch(ifMatch, evidenceRevision(open.visit), locality.revision);
      const programme = programmes.exact(locality.programme);
      const part = partOf(programme, open.visit.stage, open.visit.track);
      const matrix = await matrixFor(commitments, part, locality.id);
      const situation = { locality, ...open, commitments: matrix, programme, municipality };
      const change = decide(situation, body, caller, moment());
      const { status, position, revision } = change.locality;
      const answer = { outcome: body.outcome, status, stage: position?.stage, version: revision };
      return { change, response: { status: 201, body: answer } };
    },
});
