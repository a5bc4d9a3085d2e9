import { useApiQueries } from '../api/queries.ts';
import { useAdministrationWords } from './words.ts';

/** The names of these people, by id; who was erased, or is not known yet, is somebody. */
export function usePersonNames(ids: string[]): (id: string) => string {
  const said = useAdministrationWords();
  const answers = useApiQueries(
    'GET /api/stakeholders/{id}',
    ids.map((id) => ({ params: { id } })),
  );
  const names = new Map(answers.flatMap((one) => (one?.name ? [[one.id, one.name] as const] : [])));
  return (id) => names.get(id) ?? said.somebody;
}
