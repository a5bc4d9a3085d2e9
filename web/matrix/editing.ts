import { api } from '../api/client.ts';
import { useApiMutation } from '../api/queries.ts';
import type { Commitment } from '../api/types.ts';
import { useEditing } from '../components/editing.ts';
import { useTranslation } from '../words/use-translation.ts';
import { merge, toFormValues, toPatch } from './form-values.ts';

export const draftOf = (commitment: string) => `commitment.${commitment}`;

/** What somebody changes of a commitment. */
export function useCommitmentEditing(commitment: Commitment) {
  const { messages } = useTranslation();
  const patch = useApiMutation('PATCH /api/commitments/{id}');
  const params = { id: commitment.id };
  return useEditing({
    name: draftOf(commitment.id),
    value: commitment,
    toFormValues,
    toPatch,
    merge,
    write: (body, version) => patch.mutateAsync({ params, body, version }),
    read: () => api('GET /api/commitments/{id}', { params }),
    saved: ({ action }) => messages.matrix.saved(action),
  });
}
export type CommitmentEditing = ReturnType<typeof useCommitmentEditing>;
