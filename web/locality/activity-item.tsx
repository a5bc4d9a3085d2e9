import { type ReactNode, useState } from 'react';
import type { Step } from '../api/types.ts';
import { Badge } from '../components/badge.tsx';
import { Icon } from '../components/icon.tsx';
import { personName } from '../components/person-name.ts';
import { EvidenceDocument, nameOf } from '../evidence/document.tsx';
import { useUploads } from '../files/uploads.ts';
import { hasDraft } from '../session/draft.ts';
import { useTranslation } from '../words/use-translation.ts';
import { ActivityForm, type ActivityProps, draftOf } from './activity-form.tsx';
import { type Known, useRecorder } from './recorded.ts';

/** One activity of the checklist. */
export function ActivityItem(props: ActivityProps) {
  const { locality, stage, activity, mayChange, needsEvidence } = props;
  const { messages, language } = useTranslation();
  const draft = draftOf(locality.id, stage, activity.key);
  const [isOpen, setOpen] = useState(() => hasDraft(draft));
  const isUnsaved = useUploads(draft).length > 0 || hasDraft(draft);
  const name = activity.name[language];
  const lacksEvidence = needsEvidence && activity.status === 'done' && activity.evidence.length === 0;
  return (
    <li className="activity" id={activity.key} tabIndex={-1}>
      <Tick locality={locality} stage={stage} mayChange={mayChange} step={activity}>
        {!activity.required && <Badge tone="quiet">{messages.checklist.optional}</Badge>}
        {lacksEvidence && (
          <Badge tone="soon" icon="file">
            {messages.checklist.needsEvidence}
          </Badge>
        )}
      </Tick>
      {!isOpen && <About step={activity} />}
      {activity.steps && (
        <Steps locality={locality} stage={stage} mayChange={mayChange} steps={activity.steps} />
      )}
      {mayChange && (
        <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>
            <Icon name="note" />
            {messages.checklist.detailsLabel}
            <span className="unseen">: {name}</span>
            {!isOpen && isUnsaved && <Badge tone="soon">{messages.checklist.draft}</Badge>}
          </summary>
          {isOpen && <ActivityForm {...props} onSaved={() => setOpen(false)} />}
        </details>
      )}
    </li>
  );
}

type TickProps = Pick<ActivityProps, 'locality' | 'stage' | 'mayChange'> & {
  step: Known<Step>;
  children?: ReactNode;
};

/** Done or not, in one tap. */
function Tick({ locality, stage, step, mayChange, children }: TickProps) {
  const { messages, language } = useTranslation();
  const record = useRecorder(locality, stage);
  const name = step.name[language];
  const isDone = step.status === 'done';
  const tap = () => {
    const said = isDone ? messages.checklist.reopened(name) : messages.checklist.done(name);
    void record(step, { status: isDone ? 'open' : 'done', note: step.note }, said);
  };
  return (
    <div className="row">
      <label className="tick">
        <input type="checkbox" checked={isDone} disabled={!mayChange} onChange={tap} />
        <span>{name}</span>
      </label>
      {step.status === 'not-applicable' && <Badge tone="quiet">{messages.checklist.notApplicable}</Badge>}
      {step.unsent && (
        <Badge
          tone={step.unsent.trouble ? 'late' : 'soon'}
          icon={step.unsent.trouble ? 'missing' : 'waiting'}
        >
          {step.unsent.trouble ? messages.offline.troubled(1) : messages.offline.isWaiting}
        </Badge>
      )}
      {children}
    </div>
  );
}

/** What was said of it last, and the documents it has. */
function About({ step: { note, evidence, figures, changedBy, changedAt, status } }: { step: Step }) {
  const { messages, formats } = useTranslation();
  const { meetingsHeld, peopleTrained } = figures ?? {};
  if (status === 'open' && !note && evidence.length === 0 && !figures) return null;
  return (
    <div className="about">
      {changedBy && changedAt && (
        <p className="soft">
          {messages.checklist.by(personName(changedBy), formats.relative(formats.dayOf(changedAt)))}
        </p>
      )}
      {note && <p>«{note}»</p>}
      {meetingsHeld !== undefined && (
        <p>
          {messages.checklist.meetingsHeld}: {formats.number(meetingsHeld)}
        </p>
      )}
      {peopleTrained !== undefined && (
        <p>
          {messages.checklist.peopleTrained}: {formats.number(peopleTrained)}
        </p>
      )}
      {evidence.map((one) => (
        <p key={nameOf(one)}>
          <EvidenceDocument document={one} />
        </p>
      ))}
    </div>
  );
}

type StepsProps = Pick<ActivityProps, 'locality' | 'stage' | 'mayChange'> & { steps: Known<Step>[] };

function Steps({ steps, ...where }: StepsProps) {
  const { messages, formats } = useTranslation();
  const done = steps.filter(({ status }) => status !== 'open').length;
  return (
    <details className="steps">
      <summary>{messages.checklist.steps(formats.number(done), formats.number(steps.length))}</summary>
      <ul>
        {steps.map((step) => (
          <li key={step.key}>
            <Tick {...where} step={step} />
          </li>
        ))}
      </ul>
    </details>
  );
}
