import { type Caller, isCaller, seesEverything } from './caller.ts';
import { Problem } from './errors.ts';
import { may, type Policy, policies } from './policies.ts';
import type { Stakeholder } from './stakeholder.ts';

type Known = Pick<Stakeholder, 'localities' | 'createdBy'>;

/**
 * Whether the caller may look at the stakeholder: one of a locality they may see, or one they recorded themselves under
 * a role that reaches its own. `isTheirs` tells whether the caller may see a locality.
 */
export const maySeeStakeholder = (
  caller: Caller,
  { localities, createdBy }: Known,
  isTheirs: (locality: string) => boolean,
): boolean =>
  seesEverything(caller) ||
  localities.some(isTheirs) ||
  (caller.roles.some((role) => policies.stakeholder.read[role] === 'own') && isCaller(caller, createdBy));

/**
 * The stakeholder, once the policy lets the caller do it.
 * @throws Problem `not-found` when the caller may not see the stakeholder, so that a guessed id tells nothing;
 * `forbidden` when they may look at them and no more
 */
export function permittedStakeholder<T extends Known>(
  policy: Policy,
  caller: Caller,
  stakeholder: T,
  isTheirs: (locality: string) => boolean,
): T {
  if (!maySeeStakeholder(caller, stakeholder, isTheirs)) throw new Problem('not-found');
  if (!may(policy, caller)) throw new Problem('forbidden');
  return stakeholder;
}

/** Whether the caller may know how to write to the people they see. */
export const seesAddresses = (caller: Pick<Caller, 'roles'>): boolean =>
  may(policies.stakeholder.readAddress, caller);
