import { useApiQueries, useApiQuery } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';

/** Those of these people whom one may see, by id: the locality's are asked for together, others one by one. */
export function usePeople(ids: Iterable<string>, locality: string): Map<string, Stakeholder> {
  const { data } = useApiQuery('GET /api/stakeholders', { query: { locality, limit: 200 } });
  const near = new Map((data?.items ?? []).map((person) => [person.id, person]));
  const others = data ? [...new Set(ids)].filter((id) => !near.has(id)).sort() : [];
  const far = useApiQueries(
    'GET /api/stakeholders/{id}',
    others.map((id) => ({ params: { id } })),
  );
  return new Map([...near, ...far.flatMap((person) => (person ? [[person.id, person] as const] : []))]);
}
