import { Problem } from './errors.ts';
import type { Locality } from './locality.ts';
import { mayEverywhere, type Policy, policies, type Role } from './policies.ts';
import type { User } from './user.ts';

/** Who is asking, as their token says. */
export interface Caller {
  /** By the work address, as `userIn` has it. */
  user: User;
  /** The part before `@`, where the address is one of the municipality's own: so they may be named in what is older. */
  shortForm?: User;
  roles: Role[];
  /** Localities their token opens to them beside those that name them as coordinator. */
  localities: string[];
}

/** Whether a name that was written down is the caller's, in whichever form it was. */
export function isCaller({ user, shortForm }: Pick<Caller, 'user' | 'shortForm'>, name: string): boolean {
  const written = name.trim().toLowerCase();
  return written === user || written === shortForm;
}

type Owned = Pick<Locality, 'id' | 'coordinators'>;

/** Whether the policy lets the caller do it in this locality, by any of their roles. */
export const mayIn = (policy: Policy, caller: Caller, { id, coordinators }: Owned): boolean =>
  mayEverywhere(policy, caller) ||
  caller.roles.some((role) => {
    if (policy[role] === 'none') return false;
    if (caller.localities.includes(id)) return true;
    return policy[role] === 'own' && coordinators.some((name) => isCaller(caller, name));
  });

/** Whether the caller may see every locality, so that none has to be looked at one by one. */
export const seesEverything = (caller: Caller): boolean => mayEverywhere(policies.locality.read, caller);

/** Whether the caller may look at this locality. */
export const maySee = (caller: Caller, locality: Owned): boolean =>
  mayIn(policies.locality.read, caller, locality);

/**
 * The locality, once the policy lets the caller do it there.
 * @throws Problem `not-found` when the caller may not see the locality, so that a guessed id tells nothing; `forbidden`
 * when they may look at it and no more
 */
export function permitted<T extends Owned>(policy: Policy, caller: Caller, locality: T): T {
  if (!maySee(caller, locality)) throw new Problem('not-found');
  if (!mayIn(policy, caller, locality)) throw new Problem('forbidden');
  return locality;
}
