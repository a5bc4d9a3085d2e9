import { type Caller, seesEverything } from './caller.ts';
import { Problem } from './errors.ts';
import type { Stakeholder } from './stakeholder.ts';

type Known = Pick<Stakeholder, 'localities' | 'createdBy'>;

/** Those of the caller's localities, and those a coordinator recorded; all for administrators and open viewers. */
export const maySeeStakeholder = (
  caller: Caller,
  { localities, createdBy }: Known,
  isTheirs: (locality: string) => boolean,
): boolean =>
  seesEverything(caller) ||
  localities.some(isTheirs) ||
  (caller.roles.includes('coordinator') && createdBy === caller.user);

/** The stakeholder, or `not-found` when they are none of the caller's: guessed ids tell nothing. */
export function visibleStakeholder<T extends Known>(
  caller: Caller,
  stakeholder: T,
  isTheirs: (locality: string) => boolean,
): T {
  if (!maySeeStakeholder(caller, stakeholder, isTheirs)) throw new Problem('not-found');
  return stakeholder;
}

/** The stakeholder, or `forbidden` when the caller may look at them and no more. */
export function changeableStakeholder<T extends Known>(
  caller: Caller,
  stakeholder: T,
  isTheirs: (locality: string) => boolean,
): T {
  const visible = visibleStakeholder(caller, stakeholder, isTheirs);
  if (!caller.roles.includes('administrator') && !caller.roles.includes('coordinator'))
    throw new Problem('forbidden');
  return visible;
}

/** Viewers see who somebody is, not their address. */
export const seesAddresses = ({ roles }: Caller): boolean =>
  roles.includes('administrator') || roles.includes('coordinator');
