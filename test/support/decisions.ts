import type { Caller } from '../../domain/caller.ts';
import type { Moment } from '../../domain/change.ts';
import { decideGate, type GateDecision } from '../../domain/commands/decide-gate.ts';
import type { GateSituation } from '../../domain/commands/gate-situation.ts';
import { type ReviewRequest, requestReview } from '../../domain/commands/request-review.ts';
import { type GateFacts, noFacts } from '../../domain/criteria/facts.ts';
import type { Programme } from '../../domain/programme.ts';
import { administrator, applied, caller, moment, type Standing, twoStages } from './factories.ts';

interface Circumstances {
  by?: Caller;
  when?: Moment;
  fourEyes?: boolean;
  programme?: Programme;
  facts?: GateFacts;
}

/** The open gate of a standing (of one track, where there are tracks), with all it is judged by. */
function situation(
  { locality, visits }: Standing,
  track: string | undefined,
  { fourEyes = true, programme = twoStages, facts = noFacts }: Circumstances,
): GateSituation {
  const open = visits.filter(
    ({ stage, endedOn }) => stage === locality.position?.stage && endedOn === undefined,
  );
  const visit = open.find((one) => one.track === track);
  if (!visit) throw new Error('nothing is open');
  const others = open.filter((other) => other !== visit);
  const municipality = {
    approvers: ['direccion@juarez.example'],
    staffMailDomain: 'juarez.example',
    fourEyes,
  };
  return { locality, visit, others, facts, programme, municipality };
}

/** A standing at whose gate (of one track, where there are tracks) a review was asked for. */
export function inReview(at: Standing, request: ReviewRequest = {}, some: Circumstances = {}): Standing {
  const { by = caller(), when = moment() } = some;
  return applied(at, requestReview(situation(at, request.track, some), request, by, when));
}

/** The change that a decision makes, with defaults: somebody else advances. */
export function decided(at: Standing, decision: Partial<GateDecision> = {}, some: Circumstances = {}) {
  const { by = administrator(), when = moment() } = some;
  const command: GateDecision = { outcome: 'advance', reason: 'Listo', ...decision };
  return decideGate(situation(at, command.track, some), command, by, when);
}
