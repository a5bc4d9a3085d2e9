import { useApiQuery } from '../api/queries.ts';

/**
 * Whether the person may change the localities they see: coordinators see their own only, viewers just look. Unknown
 * until it was asked once. The interface decides in the end.
 */
export function useMayChange(): boolean | undefined {
  const { data: me } = useApiQuery('GET /api/me', {});
  return me?.roles.some((role) => role !== 'viewer');
}
