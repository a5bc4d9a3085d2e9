import { useApiQueries } from '../api/queries.ts';

/** The names of localities, by id; those that one may not see, or that are not known yet, go by their id. */
export function useLocalityNames(ids: string[]): (id: string) => string {
  const answers = useApiQueries(
    'GET /api/localities/{id}',
    ids.map((id) => ({ params: { id } })),
  );
  const names = new Map(answers.flatMap((one) => (one ? [[one.id, one.name] as const] : [])));
  return (id) => names.get(id) ?? id;
}
