import { api } from '../api/client.ts';
import { useApiMutation } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { useEditing } from '../components/editing.ts';
import { type Warned, withWarnings } from '../components/with-warnings.ts';
import { useTranslation } from '../words/use-translation.ts';
import { merge, toFormValues, toPatch } from './form-values.ts';

export const draftOf = (person: string) => `person.${person}`;

/** What somebody changes of what is known of a person. */
export function usePersonEditing(person: Stakeholder) {
  const { messages } = useTranslation();
  const patch = useApiMutation('PATCH /api/stakeholders/{id}');
  const params = { id: person.id };
  return useEditing({
    name: draftOf(person.id),
    value: person,
    toFormValues,
    toPatch,
    merge,
    write: (body, version) => patch.mutateAsync({ params, body, version }),
    read: () => api('GET /api/stakeholders/{id}', { params }),
    saved: (now: Stakeholder & Warned) => withWarnings(messages.people.saved(now.name ?? ''), now),
  });
}
