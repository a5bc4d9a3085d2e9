import type { Caller } from '../caller.ts';
import { notifyStaff } from '../change.ts';
import { type Locality, withGate } from '../locality.ts';
import type { Municipality } from '../municipality.ts';
import type { OutboxMessage } from '../outbox-message.ts';
import type { Programme } from '../programme.ts';
import { gateTransitions, transition } from '../transitions.ts';
import type { Visit } from '../visit.ts';
import { aboutGate } from './about-gate.ts';

/** What is needed to tell people of a locality's gates. */
export interface Office {
  programme: Programme;
  municipality: Pick<Municipality, 'approvers' | 'staffMailDomain'>;
}

/** A review that is not to be decided any more, and who had asked for it. */
interface VoidedReview {
  stage: string;
  track?: string;
  requestedBy: string;
}

/** What becomes of a locality and its visits, and whom it is told; `voided` is left out where no review waited. */
interface WithoutReviews {
  locality: Locality;
  visits: Visit[];
  voided?: VoidedReview[];
  outbox: OutboxMessage[];
}

/**
 * What the decision on a review would look at was changed while the review waited: the review is void. The gates stand open
 * again, and whoever asked for the review is told with those who were to decide it. `visits` are those that the change
 * writes, as they are to be.
 */
export function voidReviews(
  locality: Locality,
  visits: readonly Visit[],
  { programme, municipality }: Office,
  caller: Pick<Caller, 'user'>,
): WithoutReviews {
  const without: WithoutReviews = { locality, visits: [], outbox: [] };
  for (const { review, ...visit } of visits) {
    const { stage, track, number } = visit;
    const gate = without.locality.position?.gates.find((one) => one.track === track);
    if (!review || gate?.state !== 'in-review') {
      without.visits.push({ ...visit, review });
      continue;
    }
    const { requestedBy } = review;
    const state = transition(gateTransitions['void-review'], gate.state);
    without.visits.push(visit);
    without.locality = withGate(without.locality, track, { state });
    without.voided = [...(without.voided ?? []), { stage, track, requestedBy }];
    without.outbox.push(
      ...notifyStaff(
        locality,
        municipality,
        {
          message: 'review-void',
          ...aboutGate({ locality, programme }, { stage, track, visit: number }),
          requestedBy,
          changedBy: caller.user,
        },
        { by: [caller.user], others: [requestedBy] },
      ),
    );
  }
  return without;
}
