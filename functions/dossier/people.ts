import type { Caller } from '../../domain/caller.ts';
import type { Sector } from '../../domain/stakeholder.ts';
import { maySeeStakeholder, seesAddresses } from '../../domain/stakeholder-access.ts';
import type { KnownStakeholder } from '../../store/stakeholders.ts';

/** How a stakeholder is told of in print; one with neither person nor organization is known by sector alone. */
export interface Named {
  sector: Sector;
  person?: string;
  organization?: string;
}

/**
 * What is printed leaves Etapas and is passed on. So a person is named only in the copy of somebody who may also write
 * to them: an administrator, or a coordinator for the stakeholders of the locality and those they recorded. Everybody
 * else's copy has the organization, and the sector where there is none, or where the caller may not see who it is.
 */
export function namedFor(
  caller: Caller,
  { stakeholder, contact }: KnownStakeholder,
  locality: string,
): Named {
  const { sector } = stakeholder;
  if (!maySeeStakeholder(caller, stakeholder, (id) => id === locality)) return { sector };
  const person = seesAddresses(caller) ? contact?.name : undefined;
  return { sector, person, organization: contact?.organization };
}
