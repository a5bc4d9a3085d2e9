import * as z from 'zod';
import type { Caller } from '../../domain/caller.ts';
import { Contact, Stakeholder } from '../../domain/stakeholder.ts';
import { seesAddresses } from '../../domain/stakeholder-access.ts';
import type { KnownStakeholder } from '../../store/stakeholders.ts';

/** A stakeholder as they are shown; nothing that identifies them is left once that was erased. */
export const StakeholderView = Stakeholder.omit({
  revision: true,
  headHash: true,
  linkVersion: true,
  addressKey: true,
})
  .extend(Contact.partial().shape)
  .extend({ version: z.int() });
export type StakeholderView = z.infer<typeof StakeholderView>;

/** Shows a stakeholder to the caller: viewers see who somebody is, not their address. */
export function stakeholderView({ stakeholder, contact }: KnownStakeholder, caller: Caller): StakeholderView {
  const { revision, headHash: _, linkVersion: __, addressKey: ___, asRead: ____, ...known } = stakeholder;
  const { email, ...person } = contact ?? {};
  return { ...known, ...person, ...(seesAddresses(caller) ? { email } : {}), version: revision };
}
