import * as z from 'zod';
import { EnteredDate } from '../calendar.ts';
import type { Caller } from '../caller.ts';
import { bumpRevision, type Change, type Moment, notifyStaff } from '../change.ts';
import { evaluateGate } from '../criteria/evaluate.ts';
import { Problem } from '../errors.ts';
import { freeText } from '../free-text.ts';
import { partOf, withGate } from '../locality.ts';
import { may, policies } from '../policies.ts';
import { gateTransitions, transition } from '../transitions.ts';
import type { Override, Review } from '../visit.ts';
import { aboutGate } from './about-gate.ts';
import type { GateSituation } from './gate-situation.ts';

export const ReviewRequest = z.strictObject({
  track: z.string().max(60).optional(),
  note: freeText(2_000).optional(),
  override: z.strictObject({ reason: freeText(2_000).min(1), expiresOn: EnteredDate }).optional(),
});
export type ReviewRequest = z.infer<typeof ReviewRequest>;

/**
 * A review of the gate is asked for. Refused with what is missing, unless an administrator takes responsibility
 * with an override: its reason and the day until which it holds are kept with the unmet criteria.
 */
export function requestReview(
  at: GateSituation,
  request: ReviewRequest,
  caller: Caller,
  { now, today }: Moment,
): Change & { review: Review } {
  const { locality, visit, facts, programme, municipality } = at;
  if (locality.status !== 'active') throw new Problem('not-active');
  const gate = locality.position?.gates.find(({ track }) => track === visit.track);
  if (!gate) throw new Problem('not-open');
  const state = transition(gateTransitions['request-review'], gate.state);
  const part = partOf(programme, visit.stage, visit.track);
  const { ready, criteria, missing } = evaluateGate(part, visit, facts);
  if (request.override && !may(policies.gate.override, caller)) throw new Problem('forbidden');
  if (request.override && request.override.expiresOn < today)
    throw new Problem('invalid-request', { errors: [{ path: 'override.expiresOn', message: 'past' }] });
  if (!ready && !request.override) throw new Problem('criteria-unmet', { missing });
  const unmet = criteria.filter(({ met }) => !met).map(({ key }) => key);
  const override: Override | undefined =
    request.override && !ready ? { by: caller.user, ...request.override, unmet } : undefined;
  const review: Review = {
    requestedBy: caller.user,
    requestedAt: now,
    note: request.note || undefined,
    override,
  };
  const { stage, track, number } = visit;
  return {
    review,
    locality: bumpRevision(withGate(locality, track, { state }), {}),
    visits: [bumpRevision(visit, { review })],
    event: {
      actor: caller.user,
      action: 'review-requested',
      detail: { stage, track, visit: number, note: review.note, override },
    },
    outbox: notifyStaff(
      locality,
      municipality,
      {
        message: 'review-requested',
        ...aboutGate(at, { stage, track, visit: number }),
        requestedBy: caller.user,
        note: review.note,
        fourEyes: municipality.fourEyes,
      },
      { by: [caller.user] },
    ),
  };
}
