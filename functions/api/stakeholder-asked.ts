import type { Caller } from '../../domain/caller.ts';
import type { Policy } from '../../domain/policies.ts';
import { permittedStakeholder } from '../../domain/stakeholder-access.ts';
import type { KnownStakeholder } from '../../store/stakeholders.ts';
import type { ApiDependencies } from './dependencies.ts';
import { theirLocalities } from './their-localities.ts';

/**
 * The stakeholder that a request names, with their contact data, once the policy lets the caller do it.
 * @throws Problem `not-found` when there is none or the caller may not see them, `forbidden` when they may only look
 */
export async function stakeholderAsked(
  { lists, stakeholders }: Pick<ApiDependencies, 'lists' | 'stakeholders'>,
  id: string,
  caller: Caller,
  policy: Policy,
): Promise<KnownStakeholder> {
  const found = await stakeholders.get(id);
  const stakeholder = permittedStakeholder(policy, caller, found, await theirLocalities({ lists }, caller));
  return { stakeholder, contact: await stakeholders.contact(id) };
}
