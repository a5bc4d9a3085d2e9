import { api } from '../api/client.ts';
import { useWrite } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { useEditing } from '../parts/editing.ts';
import { useWords } from '../words/use-words.ts';
import { editOf, rebased, typedOf } from './typed.ts';

export const draftOf = (person: string) => `person.${person}`;

/** What somebody changes of what is known of a person. */
export function usePersonEditing(person: Stakeholder) {
  const { words } = useWords();
  const patch = useWrite('PATCH /api/stakeholders/{id}');
  const params = { id: person.id };
  return useEditing({
    ...{ name: draftOf(person.id), value: person, typedOf, editOf, rebased },
    write: (body, version) => patch.mutateAsync({ params, body, version }),
    read: () => api('GET /api/stakeholders/{id}', { params }),
    saved: ({ name }) => words.people.saved(name ?? ''),
  });
}
