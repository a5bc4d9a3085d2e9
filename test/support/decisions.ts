import type { Caller } from '../../domain/caller.ts';
import type { Moment } from '../../domain/change.ts';
import { decideGate, type GateDecision } from '../../domain/commands/decide-gate.ts';
import { type ReviewRequest, requestReview } from '../../domain/commands/request-review.ts';
import type { Programme } from '../../domain/programme.ts';
import { administrator, applied, caller, moment, type Standing, twoStages } from './factories.ts';

const settings = { approvers: ['direccion@juarez.example'], fourEyes: true };

const openVisit = ({ locality, visits }: Standing, track?: string) =>
  visits.find(
    (visit) =>
      visit.stage === locality.position?.stage && visit.track === track && visit.endedOn === undefined,
  );

/** A standing at whose gate (of one track, where there are tracks) a review was asked for. */
export function inReview(
  at: Standing,
  request: ReviewRequest = {},
  {
    by = caller(),
    when = moment(),
    programme = twoStages,
  }: { by?: Caller; when?: Moment; programme?: Programme } = {},
): Standing {
  const visit = openVisit(at, request.track);
  if (!visit) throw new Error('nothing is open');
  return applied(at, requestReview(at.locality, visit, programme, request, by, settings, when));
}

/** The change that a decision makes, with defaults: somebody else advances. */
export function decided(
  at: Standing,
  decision: Partial<GateDecision> = {},
  {
    by = administrator(),
    when = moment(),
    fourEyes = true,
    programme = twoStages,
  }: { by?: Caller; when?: Moment; fourEyes?: boolean; programme?: Programme } = {},
) {
  const command: GateDecision = { outcome: 'advance', reason: 'Listo', ...decision };
  const visit = openVisit(at, command.track);
  if (!visit) throw new Error('nothing is open');
  const others = at.visits.filter(
    (other) => other !== visit && other.stage === visit.stage && other.endedOn === undefined,
  );
  const situation = {
    locality: at.locality,
    visit,
    others,
    programme,
    municipality: { ...settings, fourEyes },
  };
  return decideGate(situation, command, by, when);
}
