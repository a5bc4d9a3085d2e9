import type { Caller } from '../caller.ts';
import { bumpRevision, type Change } from '../change.ts';
import type { Locality } from '../locality.ts';
import { type User, usersIn } from '../user.ts';

/** Who hands over what they coordinate, and to whom; both by their work addresses. */
export interface Replacement {
  from: User;
  to: User;
}

/**
 * One coordinator of a locality takes the place of another; the others stay. `undefined` where `from` coordinates it no
 * more, so that what is asked for twice changes nothing the second time.
 */
export function replaceCoordinator(
  locality: Locality,
  { from, to }: Replacement,
  municipality: { staffMailDomain: string },
  caller: Pick<Caller, 'user'>,
): Change | undefined {
  const before = usersIn(municipality, locality.coordinators);
  if (!before.includes(from)) return undefined;
  const coordinators = [...new Set(before.map((user) => (user === from ? to : user)))];
  return {
    locality: bumpRevision(locality, { coordinators, detailsRevision: locality.revision + 1 }),
    visits: [],
    event: { actor: caller.user, action: 'coordinator-replaced', detail: { from, to } },
    outbox: [],
  };
}
