import { useApiMutation } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { toast } from '../components/toast.tsx';
import { dropUploads, moveUploads } from '../files/uploads.ts';
import { useDraft } from '../session/draft.ts';
import { useTranslation } from '../words/use-translation.ts';
import { CommitmentForm } from './commitment-form.tsx';
import { draftOf } from './editing.ts';
import { blank, toCreate } from './form-values.ts';

export const newDraftOf = (locality: string) => `commitment.new.${locality}`;

interface NewCommitmentProps {
  locality: string;
  people: Map<string, Stakeholder>;
  onClose: () => void;
}

/** A promise that joins the matrix. */
export function NewCommitment({ locality, people, onClose }: NewCommitmentProps) {
  const { messages } = useTranslation();
  const form = newDraftOf(locality);
  const { draft, change, forget } = useDraft(form, blank);
  const create = useApiMutation('POST /api/localities/{id}/commitments');
  const close = () => {
    dropUploads(form);
    forget();
    onClose();
  };
  const save = () =>
    create.mutate(
      { params: { id: locality }, body: toCreate(draft) },
      {
        onSuccess: ({ id, action }) => {
          // A file that could not be sent is tried again where it belongs now.
          moveUploads(form, draftOf(id));
          close();
          toast(messages.matrix.added(action));
        },
      },
    );
  return (
    <div className="card">
      <CommitmentForm
        title={messages.matrix.addTitle}
        form={form}
        locality={locality}
        people={people}
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
