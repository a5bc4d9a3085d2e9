import { useWrite } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { toast } from '../parts/toast.tsx';
import { useDraft } from '../session/draft.ts';
import { useWords } from '../words/use-words.ts';
import { CommitmentForm } from './commitment-form.tsx';
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
  const { draft, change, forget } = useDraft(newDraftOf(locality), blank);
  const create = useWrite('POST /api/localities/{id}/commitments');
  const close = () => {
    forget();
    onClose();
  };
  const save = () =>
    create.mutate(
      { params: { id: locality }, body: newOf(draft) },
      {
        onSuccess: ({ action }) => {
          close();
          toast(words.matrix.added(action));
        },
      },
    );
  return (
    <div className="card">
      <CommitmentForm
        title={words.matrix.addTitle}
        {...{ locality, people }}
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
