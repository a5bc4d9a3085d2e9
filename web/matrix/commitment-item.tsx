import { useEffect, useRef, useState } from 'react';
import type { Commitment, Stakeholder } from '../api/types.ts';
import { dropUploads, hasUploads } from '../files/uploads.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { hasDraft } from '../session/draft.ts';
import { useWords } from '../words/use-words.ts';
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
  const { words } = useWords();
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
  const giveUp = () => {
    editing.giveUp();
    dropUploads(form);
    setOpen(false);
  };
  const trouble = (
    <>
      <ProblemNotice problem={editing.problem} />
      <CommitmentConflict
        {...{ editing, people }}
        onInsist={() => void closeWhen(editing.insist())}
        onGiveUp={giveUp}
      />
    </>
  );
  return (
    <li className={isOpen ? 'commitment open' : 'commitment'} ref={place}>
      {isOpen ? (
        <CommitmentForm
          title={words.matrix.editTitle}
          {...{ form, locality, people }}
          typed={editing.typed}
          onChange={editing.change}
          isBusy={editing.isBusy}
          onSave={() => void closeWhen(editing.save())}
          onCancel={giveUp}
          isUnsettled={editing.theirs !== undefined}
        >
          {trouble}
        </CommitmentForm>
      ) : (
        <>
          <CommitmentLine {...{ commitment, editing, people, mayChange }} onOpen={() => setOpen(true)} />
          {trouble}
        </>
      )}
    </li>
  );
}
