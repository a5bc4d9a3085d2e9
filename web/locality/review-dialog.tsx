import { useState } from 'react';
import { useApiMutation } from '../api/queries.ts';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { FreeText } from '../components/free-text.tsx';
import { NoteField } from '../components/note-field.tsx';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { toast } from '../components/toast.tsx';
import { useDraft } from '../session/draft.ts';
import { useTranslation } from '../words/use-translation.ts';
import type { AtGate } from './at-gate.ts';
import { useReviewTold } from './people-told.ts';

/** The review is asked for: who will be told and who decides; where criteria are unmet, on whose responsibility. */
export function ReviewDialog({ locality, gate, visit, onClose }: AtGate & { onClose: () => void }) {
  const { messages, formats } = useTranslation();
  const told = useReviewTold(locality);
  const ask = useApiMutation('POST /api/localities/{id}/gate/reviews');
  const empty = { note: '', reason: '', expiresOn: '' };
  const { draft, change, forget } = useDraft(`review.${locality.id}.${visit.track ?? ''}`, empty);
  const [isChecked, setChecked] = useState(false);
  const { note, reason, expiresOn } = draft;
  const isOverride = !gate.ready;
  const reasonWrong = isOverride && !reason.trim() ? messages.gate.overrideReasonNeeded : undefined;
  const untilWrong =
    isOverride && (!expiresOn || expiresOn < formats.today()) ? messages.gate.overrideUntilNeeded : undefined;
  const asked = () => {
    forget();
    onClose();
    toast(messages.gate.asked);
  };
  const run = () => {
    setChecked(true);
    if (reasonWrong || untilWrong) return;
    const override = isOverride ? { reason: reason.trim(), expiresOn } : undefined;
    const body = { track: visit.track, note: note.trim() || undefined, override };
    ask.mutate({ params: { id: locality.id }, body, version: gate.version }, { onSuccess: asked });
  };
  return (
    <Dialog
      title={isOverride ? messages.gate.overrideTitle : messages.gate.askTitle}
      onClose={onClose}
      confirm={{ label: messages.gate.askReview, busy: ask.isPending, run }}
    >
      <ProblemNotice problem={ask.error} />
      {isOverride && (
        <>
          <Notice tone="warning">
            <p>{messages.gate.overrideText}</p>
            <ul className="dotted">
              {gate.missing.map(({ key, what }) => (
                <li key={`${key} ${what}`}>{what}</li>
              ))}
            </ul>
          </Notice>
          <Field label={messages.gate.overrideReason} wrong={isChecked ? reasonWrong : undefined}>
            {(control) => (
              <FreeText
                {...control}
                maxLength={2_000}
                value={reason}
                onChange={(text) => change({ reason: text })}
              />
            )}
          </Field>
          <Field
            label={messages.gate.overrideUntil}
            hint={messages.gate.overrideUntilHint}
            wrong={isChecked ? untilWrong : undefined}
          >
            {(control) => (
              <input
                {...control}
                type="date"
                min={formats.today()}
                value={expiresOn}
                onChange={({ target }) => change({ expiresOn: target.value })}
              />
            )}
          </Field>
        </>
      )}
      <NoteField label={messages.gate.note} value={note} onChange={(typed) => change({ note: typed })} />
      <p>{gate.fourEyes ? messages.gate.fourEyes : messages.gate.noFourEyes}</p>
      <p>{told}</p>
    </Dialog>
  );
}
