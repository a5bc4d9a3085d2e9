import { type SubmitEvent, useState } from 'react';
import type { CriterionType } from '../../domain/criteria/index.ts';
import type { Activity, ActivityEntry, LocalityDetail } from '../api/types.ts';
import { Field } from '../components/field.tsx';
import { NoteField } from '../components/note-field.tsx';
import { EvidenceField } from '../evidence/evidence-field.tsx';
import { areRight, evidenceMeant, noLink } from '../evidence/meant.ts';
import { useSaveAfterUploads } from '../files/save-after-uploads.ts';
import { hasUploads } from '../files/uploads.ts';
import { useDraft } from '../session/draft.ts';
import { useTranslation } from '../words/use-translation.ts';
import { type Known, useRecorder } from './recorded.ts';

/** An activity of the checklist, where it stands. */
export interface ActivityProps {
  locality: LocalityDetail;
  stage: string;
  activity: Known<Activity>;
  mayChange: boolean;
  /** It counts as complete only with a document. */
  needsEvidence: boolean;
  /** The criteria that count something at it, by type. */
  counts: readonly CriterionType[];
}

export const draftOf = (locality: string, stage: string, activity: string) =>
  `activity.${locality}.${stage}.${activity}`;

const statuses = ['open', 'done', 'not-applicable'] as const;

/** What is typed: figures as they are written, and the version of the activity that was seen when it began. */
const typedOf = ({ status, note = '', evidence, figures, version }: Activity) => ({
  status,
  note,
  evidence,
  version,
  meetingsHeld: figures?.meetingsHeld?.toString() ?? '',
  peopleTrained: figures?.peopleTrained?.toString() ?? '',
  /** A document that is being written down. */
  link: noLink,
});

const isFigure = (text: string) => /^\d{0,6}$/.test(text.trim());
const figureOf = (text: string) => (text.trim() ? Number(text) : undefined);

/** Note, evidence and figures of an activity. What is typed is kept in this tab until it is saved. */
export function ActivityForm(props: ActivityProps & { onSaved: () => void }) {
  const { locality, stage, activity, counts, onSaved } = props;
  const { messages, language } = useTranslation();
  const record = useRecorder(locality, stage);
  const form = draftOf(locality.id, stage, activity.key);
  const typed = useDraft(form, typedOf(activity));
  const { draft, forget } = typed;
  const change = (part: Partial<typeof draft>) => typed.change({ version: draft.version, ...part });
  const [isChecked, setChecked] = useState(false);
  const isReason = draft.status === 'not-applicable';
  const noteWrong = isReason && !draft.note.trim() ? messages.checklist.reasonNeeded : undefined;
  const figures = { meetingsHeld: draft.meetingsHeld, peopleTrained: draft.peopleTrained };
  const isRight = !noteWrong && Object.values(figures).every(isFigure) && areRight(draft);
  const save = async () => {
    if (!isRight) return;
    const entry: ActivityEntry = {
      status: draft.status,
      note: draft.note.trim() || undefined,
      evidence: evidenceMeant(draft),
      figures: {
        meetingsHeld: figureOf(draft.meetingsHeld),
        peopleTrained: figureOf(draft.peopleTrained),
      },
    };
    await record(activity, entry, messages.checklist.saved(activity.name[language]), draft.version);
    forget();
    setChecked(false);
    // A file that could not be sent stays where it can be tried again; what was written is not to wait for it.
    if (!hasUploads(form)) onSaved();
  };
  const { isHeld, saveAfterUploads } = useSaveAfterUploads(form, () => void save());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isRight) saveAfterUploads();
  };
  const figure = (which: keyof typeof figures) => (
    <Field
      label={messages.checklist[which]}
      wrong={isChecked && !isFigure(figures[which]) ? messages.checklist.figure : undefined}
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
    <form className="stack" onSubmit={submit}>
      <fieldset>
        <legend>{messages.checklist.state}</legend>
        <div className="choices">
          {statuses.map((status) => (
            <label key={status}>
              <input
                type="radio"
                name={`status-${activity.key}`}
                checked={draft.status === status}
                onChange={() => change({ status })}
              />
              {messages.checklist.states[status]}
            </label>
          ))}
        </div>
      </fieldset>
      <NoteField
        label={isReason ? messages.checklist.reason : messages.checklist.note}
        value={draft.note}
        onChange={(note) => change({ note })}
        wrong={isChecked ? noteWrong : undefined}
      />
      {counts.includes('meeting-held') && figure('meetingsHeld')}
      {counts.includes('people-trained') && figure('peopleTrained')}
      <EvidenceField
        form={form}
        isChecked={isChecked}
        locality={locality.id}
        evidence={draft.evidence}
        link={draft.link}
        whenOffline={messages.checklist.offline}
        onChange={change}
      />
      <p>
        <button type="submit" className="main" aria-disabled={isHeld}>
          {isHeld ? messages.files.held : messages.parts.save}
        </button>
      </p>
    </form>
  );
}
