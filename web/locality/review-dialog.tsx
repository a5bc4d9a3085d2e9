import { useState } from 'react';
import { useWrite } from '../api/queries.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { toast } from '../parts/toast.tsx';
import { useDraft } from '../session/draft.ts';
import { useWords } from '../words/use-words.ts';
import type { AtGate } from './gate-card.tsx';
import { usePeopleTold } from './people-told.ts';

/** The review is asked for: who will be told and who decides; where criteria are unmet, on whose responsibility. */
export function ReviewDialog({ locality, gate, visit, onClose }: AtGate & { onClose: () => void }) {
  const { words, formats } = useWords();
  const told = usePeopleTold(locality);
  const ask = useWrite('POST /api/localities/{id}/gate/reviews');
  const empty = { note: '', reason: '', expiresOn: '' };
  const { draft, change, forget } = useDraft(`review.${locality.id}.${visit.track ?? ''}`, empty);
  const [isChecked, setChecked] = useState(false);
  const { note, reason, expiresOn } = draft;
  const isOverride = !gate.ready;
  const reasonWrong = isOverride && !reason.trim() ? words.gate.overrideReasonNeeded : undefined;
  const untilWrong =
    isOverride && (!expiresOn || expiresOn < formats.today()) ? words.gate.overrideUntilNeeded : undefined;
  const asked = () => {
    forget();
    onClose();
    toast(words.gate.asked);
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
      title={isOverride ? words.gate.overrideTitle : words.gate.askTitle}
      onClose={onClose}
      confirm={{ label: words.gate.askReview, busy: ask.isPending, run }}
    >
      <ProblemNotice problem={ask.error} />
      {isOverride && (
        <>
          <Notice tone="warning">
            <p>{words.gate.overrideText}</p>
            <ul className="dotted">
              {gate.missing.map(({ what }) => (
                <li key={what}>{what}</li>
              ))}
            </ul>
          </Notice>
          <Field label={words.gate.overrideReason} wrong={isChecked ? reasonWrong : undefined}>
            {(control) => (
              <textarea
                {...control}
                maxLength={2_000}
                value={reason}
                onChange={({ target }) => change({ reason: target.value })}
              />
            )}
          </Field>
          <Field
            label={words.gate.overrideUntil}
            hint={words.gate.overrideUntilHint}
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
      <Field label={words.gate.note} hint={words.checklist.noteHint}>
        {(control) => (
          <textarea
            {...control}
            maxLength={2_000}
            value={note}
            onChange={({ target }) => change({ note: target.value })}
          />
        )}
      </Field>
      <p>{gate.fourEyes ? words.gate.fourEyes : words.gate.noFourEyes}</p>
      <p>{told}</p>
    </Dialog>
  );
}
