import { may, type Policy } from '../../domain/policies.ts';
import { useApiQuery } from '../api/queries.ts';

/**
 * Whether a role of the person's has the policy; unknown until it was asked once. What is shown is only what they may
 * see, so the relation to the locality is not looked at again; the interface decides in the end.
 */
export function useMay(policy: Policy): boolean | undefined {
  const { data: me } = useApiQuery('GET /api/me', {});
  return me && may(policy, me);
}
