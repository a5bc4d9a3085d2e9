import type { Caller } from '../../domain/caller.ts';
import { changeableStakeholder, visibleStakeholder } from '../../domain/stakeholder-access.ts';
import type { KnownStakeholder } from '../../store/stakeholders.ts';
import type { ApiDependencies } from './dependencies.ts';
import { theirLocalities } from './their-localities.ts';

/** The stakeholder that a request names, if the caller may look at them; to change them they must be allowed to. */
export async function stakeholderAsked(
  { localities, stakeholders }: Pick<ApiDependencies, 'localities' | 'stakeholders'>,
  id: string,
  caller: Caller,
  to: 'look' | 'change',
): Promise<KnownStakeholder> {
  const found = await stakeholders.get(id);
  const allowed = to === 'look' ? visibleStakeholder : changeableStakeholder;
  const stakeholder = allowed(caller, found, await theirLocalities(localities, caller));
  return { stakeholder, contact: await stakeholders.contact(id) };
}
