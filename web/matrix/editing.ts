import { api } from '../api/client.ts';
import { useWrite } from '../api/queries.ts';
import type { Commitment } from '../api/types.ts';
import { useEditing } from '../parts/editing.ts';
import { useWords } from '../words/use-words.ts';
import { editOf, rebased, typedOf } from './typed.ts';

export const draftOf = (commitment: string) => `commitment.${commitment}`;

/** What somebody changes of a commitment. */
export function useCommitmentEditing(commitment: Commitment) {
  const { words } = useWords();
  const patch = useWrite('PATCH /api/commitments/{id}');
  const params = { id: commitment.id };
  return useEditing({
    ...{ name: draftOf(commitment.id), value: commitment, typedOf, editOf, rebased },
    write: (body, version) => patch.mutateAsync({ params, body, version }),
    read: () => api('GET /api/commitments/{id}', { params }),
    saved: ({ action }) => words.matrix.saved(action),
  });
}
export type CommitmentEditing = ReturnType<typeof useCommitmentEditing>;
