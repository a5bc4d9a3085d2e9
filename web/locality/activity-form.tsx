import { type SubmitEvent, useState } from 'react';
import type { Activity, ActivityEntry } from '../api/types.ts';
import { Field } from '../parts/field.tsx';
import { useDraft } from '../session/draft.ts';
import { useWords } from '../words/use-words.ts';
import type { ActivityItemProps } from './activity-item.tsx';
import { EvidenceField, isLink, noLink } from './evidence-field.tsx';
import { useRecorder } from './recorded.ts';

export const draftOf = (locality: string, stage: string, activity: string) =>
  `activity.${locality}.${stage}.${activity}`;

const statuses = ['open', 'done', 'not-applicable'] as const;

/** What is typed: figures as they are written, and the version of the activity that was seen when it began. */
const typedOf = ({ status, note = '', evidence, figures, version }: Activity) => ({
  ...{ status, note, evidence, version },
  meetingsHeld: figures?.meetingsHeld?.toString() ?? '',
  peopleTrained: figures?.peopleTrained?.toString() ?? '',
  /** A document that is being written down. */
  link: noLink,
});

const isFigure = (text: string) => /^\d{0,6}$/.test(text.trim());
const figureOf = (text: string) => (text.trim() ? Number(text) : undefined);

/** Note, evidence and figures of an activity. What is typed is kept in this tab until it is saved. */
export function ActivityForm(props: ActivityItemProps & { onSaved: () => void }) {
  const { locality, stage, activity, counts, onSaved } = props;
  const { words, language } = useWords();
  const record = useRecorder(locality, stage);
  const typed = useDraft(draftOf(locality.id, stage, activity.key), typedOf(activity));
  const { draft, forget } = typed;
  const change = (part: Partial<typeof draft>) => typed.change({ version: draft.version, ...part });
  const [isChecked, setChecked] = useState(false);
  const isReason = draft.status === 'not-applicable';
  const noteWrong = isReason && !draft.note.trim() ? words.checklist.reasonNeeded : undefined;
  const figures = { meetingsHeld: draft.meetingsHeld, peopleTrained: draft.peopleTrained };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    const isLinking = draft.link.title.trim() !== '' || draft.link.url.trim() !== '';
    if (noteWrong || !Object.values(figures).every(isFigure) || (isLinking && !isLink(draft.link))) return;
    const entry: ActivityEntry = {
      status: draft.status,
      note: draft.note.trim() || undefined,
      // A document that was written down and not added yet is meant all the same.
      evidence: isLinking ? [...draft.evidence, draft.link] : draft.evidence,
      figures: {
        meetingsHeld: figureOf(draft.meetingsHeld),
        peopleTrained: figureOf(draft.peopleTrained),
      },
    };
    await record(activity, entry, words.checklist.saved(activity.name[language]), draft.version);
    forget();
    onSaved();
  };
  const figure = (which: keyof typeof figures) => (
    <Field
      label={words.checklist[which]}
      wrong={isChecked && !isFigure(figures[which]) ? words.checklist.figure : undefined}
    >
      {(control) => (
        <input
          {...control}
          inputMode="numeric"
          autoComplete="off"
          value={figures[which]}
          onChange={({ target }) => change({ [which]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <fieldset>
        <legend>{words.checklist.state}</legend>
        <div className="choices">
          {statuses.map((status) => (
            <label key={status}>
              <input
                type="radio"
                name={`status-${activity.key}`}
                checked={draft.status === status}
                onChange={() => change({ status })}
              />
              {words.checklist.states[status]}
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        label={isReason ? words.checklist.reason : words.checklist.note}
        hint={words.checklist.noteHint}
        wrong={isChecked ? noteWrong : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            maxLength={2_000}
            value={draft.note}
            onChange={({ target }) => change({ note: target.value })}
          />
        )}
      </Field>
      {counts.includes('meeting-held') && figure('meetingsHeld')}
      {counts.includes('people-trained') && figure('peopleTrained')}
      <EvidenceField evidence={draft.evidence} link={draft.link} isChecked={isChecked} onChange={change} />
      <p>
        <button type="submit" className="main">
          {words.parts.save}
        </button>
      </p>
    </form>
  );
}
