import { useWrite } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { dropUploads, moveUploads } from '../files/uploads.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { toast } from '../parts/toast.tsx';
import { useDraft } from '../session/draft.ts';
import { useWords } from '../words/use-words.ts';
import { CommitmentForm } from './commitment-form.tsx';
import { draftOf } from './editing.ts';
import { blank, newOf } from './typed.ts';

export const newDraftOf = (locality: string) => `commitment.new.${locality}`;

interface NewCommitmentProps {
  locality: string;
  people: Map<string, Stakeholder>;
  onClose: () => void;
}

/** A promise that joins the matrix. */
export function NewCommitment({ locality, people, onClose }: NewCommitmentProps) {
  const { words } = useWords();
  const form = newDraftOf(locality);
  const { draft, change, forget } = useDraft(form, blank);
  const create = useWrite('POST /api/localities/{id}/commitments');
  const close = () => {
    dropUploads(form);
    forget();
    onClose();
  };
  const save = () =>
    create.mutate(
      { params: { id: locality }, body: newOf(draft) },
      {
        onSuccess: ({ id, action }) => {
          // A file that could not be sent is tried again where it belongs now.
          moveUploads(form, draftOf(id));
          close();
          toast(words.matrix.added(action));
        },
      },
    );
  return (
    <div className="card">
      <CommitmentForm
        title={words.matrix.addTitle}
        {...{ form, locality, people }}
        typed={draft}
        onChange={change}
        isBusy={create.isPending}
        onSave={save}
        onCancel={close}
      >
        <ProblemNotice problem={create.error} />
      </CommitmentForm>
    </div>
  );
}
