import type { Caller } from '../caller.ts';
import { bumpRevision, type Change } from '../change.ts';
import { Problem } from '../errors.ts';
import type { Locality } from '../locality.ts';
import type { GateDecision } from './decide-gate.ts';

/**
 * Whether a locality can be continued as a decision says.
 * @throws Problem `invalid-request` where it is not closed by it, is to be continued by itself, or by one twice
 */
export function checkContinued(id: string, { outcome, continuedBy = [] }: GateDecision): void {
  const wrong =
    outcome !== 'close' || continuedBy.includes(id) || new Set(continuedBy).size < continuedBy.length;
  if (continuedBy.length > 0 && wrong)
    throw new Problem('invalid-request', { errors: [{ path: 'continuedBy', message: 'not-continued-so' }] });
}

/**
 * A locality goes on from one that is closed: its history stays where it is, and each tells of the other.
 * @throws Problem `invalid-request` where it is closed itself
 */
export function continueLocality(
  locality: Locality,
  closed: Pick<Locality, 'id' | 'name'>,
  caller: Pick<Caller, 'user'>,
): Change {
  if (locality.status === 'closed')
    throw new Problem('invalid-request', { errors: [{ path: 'continuedBy', message: 'not-continued-so' }] });
  return {
    locality: bumpRevision(locality, {
      continues: [...new Set([...(locality.continues ?? []), closed.id])],
    }),
    visits: [],
    event: {
      actor: caller.user,
      action: 'locality-continues',
      detail: { locality: closed.id, name: closed.name },
    },
    outbox: [],
  };
}
