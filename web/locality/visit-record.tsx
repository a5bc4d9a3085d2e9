import type { Stage, Step, Visit } from '../api/types.ts';
import { Badge } from '../components/badge.tsx';
import { Icon } from '../components/icon.tsx';
import { personName } from '../components/person-name.ts';
import { EvidenceDocument, nameOf } from '../evidence/document.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { useNamedByAddress } from './track-anchor.ts';

interface VisitRecordProps {
  stage: Stage;
  visit: Visit;
  /** What the address names it by. */
  anchor?: string;
}

/** A visit that is over: what was done and decided at it. */
export function VisitRecord({ stage, visit, anchor }: VisitRecordProps) {
  const { messages, language, formats } = useTranslation();
  const track = stage.tracks?.find(({ key }) => key === visit.track);
  const part = useNamedByAddress<HTMLElement>(anchor);
  return (
    <section ref={part} id={anchor} className="card stack">
      <div className="stack-close">
        <h3>
          {track && `${track.name[language]} · `}
          {messages.locality.visit(visit.visit)}
        </h3>
        <p className="soft">
          {messages.locality.openedOn(formats.date(visit.openedOn))}
          {visit.endedOn && `; ${messages.locality.endedOn(formats.date(visit.endedOn))}`}
        </p>
      </div>
      {visit.decisions.map(({ outcome, reason, decidedBy, decidedAt, review }) => (
        <div key={decidedAt} className="stack-close">
          <p>
            <strong>
              {messages.decision.was(
                messages.decision.outcomes[outcome],
                personName(decidedBy),
                formats.moment(decidedAt),
              )}
            </strong>
          </p>
          <p>«{reason}»</p>
          {review?.override && (
            <p className="late">
              {messages.gate.underOverride(
                personName(review.override.by),
                formats.date(review.override.expiresOn),
              )}{' '}
              {review.override.reason}
            </p>
          )}
        </div>
      ))}
      <ul className="stack-close">
        {visit.activities.map((activity) => (
          <li key={activity.key}>
            <Done step={activity} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Done({ step: { name, status, note, evidence } }: { step: Step }) {
  const { messages, language } = useTranslation();
  return (
    <div className="stack-close">
      <p className="row">
        {status === 'done' && <Icon name="done" />}
        <span>{name[language]}</span>
        <Badge tone={status === 'done' ? 'good' : 'quiet'}>{messages.checklist.states[status]}</Badge>
      </p>
      {note && <p className="soft">«{note}»</p>}
      {evidence.length > 0 && (
        <ul aria-label={messages.locality.evidence}>
          {evidence.map((one) => (
            <li key={nameOf(one)}>
              <EvidenceDocument document={one} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
