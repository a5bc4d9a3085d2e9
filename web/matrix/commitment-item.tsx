import { useEffect, useRef, useState } from 'react';
import type { Commitment, Stakeholder } from '../api/types.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { dropUploads, hasUploads } from '../files/uploads.ts';
import { hasDraft } from '../session/draft.ts';
import { useTranslation } from '../words/use-translation.ts';
import { CommitmentConflict } from './commitment-conflict.tsx';
import { CommitmentForm } from './commitment-form.tsx';
import { CommitmentLine } from './commitment-line.tsx';
import { draftOf, useCommitmentEditing } from './editing.ts';

interface CommitmentItemProps {
  locality: string;
  commitment: Commitment;
  people: Map<string, Stakeholder>;
  mayChange: boolean;
}

/** One commitment: a line, with what changes most often changed in it, and all of it in the form that it opens into. */
export function CommitmentItem({ locality, commitment, people, mayChange }: CommitmentItemProps) {
  const { messages } = useTranslation();
  const form = draftOf(commitment.id);
  const editing = useCommitmentEditing(commitment);
  const [isOpen, setOpen] = useState(() => mayChange && (hasDraft(form) || hasUploads(form)));
  const place = useRef<HTMLLIElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // The keyboard goes on in the form that was opened, and from the line that it became again.
    if (isOpen && !wasOpen.current) place.current?.querySelector('textarea')?.focus();
    if (!isOpen && wasOpen.current) place.current?.querySelector('button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const closeWhen = async (saved: Promise<boolean>) => {
    // A file that could not be sent stays where it can be tried again.
    if ((await saved) && !hasUploads(form)) setOpen(false);
  };
  const discard = () => {
    editing.discard();
    dropUploads(form);
    setOpen(false);
  };
  const trouble = (
    <>
      <ProblemNotice problem={editing.problem} />
      <CommitmentConflict
        editing={editing}
        people={people}
        onRetryWithVersion={() => void closeWhen(editing.retryWithVersion())}
        onDiscard={discard}
      />
    </>
  );
  return (
    <li className={isOpen ? 'commitment open' : 'commitment'} ref={place}>
      {isOpen ? (
        <CommitmentForm
          title={messages.matrix.editTitle}
          form={form}
          locality={locality}
          people={people}
          typed={editing.typed}
          onChange={editing.change}
          isBusy={editing.isBusy}
          onSave={() => void closeWhen(editing.save())}
          onCancel={discard}
          isUnsettled={editing.theirs !== undefined}
        >
          {trouble}
        </CommitmentForm>
      ) : (
        <>
          <CommitmentLine
            commitment={commitment}
            editing={editing}
            people={people}
            mayChange={mayChange}
            onOpen={() => setOpen(true)}
          />
          {trouble}
        </>
      )}
    </li>
  );
}
