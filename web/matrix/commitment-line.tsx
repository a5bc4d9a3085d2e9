import { Fragment, type ReactNode } from 'react';
import type { CommitmentField } from '../../domain/commitment.ts';
import type { Commitment, Stakeholder } from '../api/types.ts';
import { Badge } from '../components/badge.tsx';
import { useCatalogue } from '../components/catalogue.ts';
import { Choice } from '../components/choice.tsx';
import { Icon } from '../components/icon.tsx';
import { EvidenceDocument, nameOf as nameOfDocument } from '../evidence/document.tsx';
import { reachOf } from '../people/reach.ts';
import { useTranslation } from '../words/use-translation.ts';
import type { CommitmentEditing } from './editing.ts';
import { usePersonCalled } from './people-fields.tsx';
import { ProgressChoice } from './progress-choice.tsx';
import { isLate } from './shown.ts';

/** The fields that have a column of their own; all others are told in small print below the first. */
export const columns = ['action', 'responsible', 'dueOn', 'budget', 'status', 'progress'] as const;
type Column = (typeof columns)[number];
/** The fields that share one line of the small print. */
type JoinedField = 'policyArea' | 'supportingProgramme';

interface CommitmentLineProps {
  commitment: Commitment;
  editing: CommitmentEditing;
  people: Map<string, Stakeholder>;
  mayChange: boolean;
  onOpen: () => void;
}

/** A commitment at a glance; how it stands and how far it is are changed where they are shown. */
export function CommitmentLine({ commitment, editing, people, mayChange, onOpen }: CommitmentLineProps) {
  const { messages, formats } = useTranslation();
  const { nameOf, choicesOf } = useCatalogue();
  const { action, dueOn, budget, status, progress } = commitment;
  const { typed, save, isBusy } = editing;
  const isOverdue = isLate(commitment, formats.isLate);
  return (
    <div className={isOverdue ? 'commitment-line late-line' : 'commitment-line'}>
      <div className="stack-close">
        <h3>{action}</h3>
        <About commitment={commitment} people={people} />
      </div>
      <div>
        <span className="label">{messages.commitmentFields.responsible.short}</span>
        <Responsible commitment={commitment} people={people} />
      </div>
      <div>
        <span className="label">{messages.commitmentFields.dueOn.short}</span>
        {dueOn ? (
          <span className="due">
            <time dateTime={dueOn}>{formats.date(dueOn)}</time>
            {isOverdue && (
              <Badge tone="late" icon="missing">
                {messages.matrix.isLate}
              </Badge>
            )}
          </span>
        ) : (
          <Badge tone="soon">{messages.matrix.noDate}</Badge>
        )}
      </div>
      <div className={budget ? 'cost' : 'cost none'}>
        <span className="label">{messages.commitmentFields.budget.short}</span>
        {budget ? formats.money(budget.amount, budget.currency) : '—'}
      </div>
      <div>
        <span className="label">{messages.commitmentFields.status.short}</span>
        {mayChange ? (
          <Choice
            options={choicesOf('commitmentStatuses')}
            value={typed.status}
            disabled={isBusy}
            aria-label={messages.matrix.statusOf(action)}
            onChoose={(chosen) => chosen && void save({ status: chosen })}
          />
        ) : (
          <Badge tone={status === 'fulfilled' ? 'good' : 'quiet'}>
            {nameOf('commitmentStatuses', status)}
          </Badge>
        )}
      </div>
      <div>
        <span className="label">{messages.commitmentFields.progress.short}</span>
        {mayChange ? (
          <ProgressChoice
            value={typed.progress}
            disabled={isBusy}
            aria-label={messages.matrix.progressOf(action)}
            onChoose={(chosen) => void save({ progress: chosen })}
          />
        ) : (
          messages.matrix.percent(formats.number(progress))
        )}
      </div>
      {mayChange && (
        <button
          type="button"
          className="plain edit"
          aria-label={messages.matrix.editOf(action)}
          onClick={onOpen}
        >
          <Icon name="edit" />
          <span>{messages.matrix.edit}</span>
        </button>
      )}
    </div>
  );
}

function Responsible({ commitment, people }: Pick<CommitmentLineProps, 'commitment' | 'people'>) {
  const { messages } = useTranslation();
  const { nameOf } = useCatalogue();
  const called = usePersonCalled(people);
  const { responsible, sector } = commitment;
  if (!responsible) return <Badge tone="soon">{messages.matrix.noResponsible}</Badge>;
  const person = people.get(responsible);
  return (
    <span className="responsible">
      <span>{called(responsible)}</span>
      {sector && <span className="soft">{nameOf('sectors', sector)}</span>}
      {person && !person.erasedOn && reachOf(person) !== 'mail' && (
        <span className="soft in-person">
          <Icon name="person" /> {messages.matrix.inPerson}
        </span>
      )}
    </span>
  );
}

/** What else there is to know of it, in small print. */
function About({ commitment, people }: Pick<CommitmentLineProps, 'commitment' | 'people'>) {
  const { messages, formats } = useTranslation();
  const { nameOf } = useCatalogue();
  const called = usePersonCalled(people);
  const { policyArea, supportingProgramme, coResponsible, note, answer, evidence } = commitment;
  const { fulfilledOn, onTime } = commitment;
  const { remindOn, remindedOn, escalatedOn } = commitment;
  const joined: Record<JoinedField, string | undefined> = {
    policyArea: policyArea && nameOf('policyAreas', policyArea),
    supportingProgramme: supportingProgramme && nameOf('supportingProgrammes', supportingProgramme),
  };
  const others: Record<Exclude<CommitmentField, Column | JoinedField>, ReactNode> = {
    coResponsible: coResponsible.length > 0 && (
      <p>
        {messages.commitmentFields.coResponsible.name}: {formats.list(coResponsible.map(called))}
      </p>
    ),
    fulfilledOn: fulfilledOn && (
      <p>
        {messages.matrix.fulfilledOn(formats.date(fulfilledOn))}
        {onTime !== undefined && ` · ${onTime ? messages.matrix.onTime : messages.matrix.afterItsDay}`}
      </p>
    ),
    note: note && <p>«{note}»</p>,
    evidence: evidence.map((one) => (
      <p key={nameOfDocument(one)}>
        <EvidenceDocument document={one} />
      </p>
    )),
  };
  const { coResponsible: takePart, ...rest } = others;
  const kept = Object.values(joined).filter(Boolean);
  const when = (day: string) => formats.relative(day);
  return (
    <div className="small">
      {kept.length > 0 && <p>{kept.join(' · ')}</p>}
      {takePart}
      {answer && (
        <p className={answer.answer === 'cannot' ? 'late' : undefined}>
          {messages.matrix.answered[answer.answer](when(formats.dayOf(answer.at)))}
          {answer.note && `: «${answer.note}»`}
        </p>
      )}
      {Object.entries(rest).map(([field, told]) => (
        <Fragment key={field}>{told}</Fragment>
      ))}
      {escalatedOn && <p>{messages.matrix.escalated(formats.date(escalatedOn))}</p>}
      {!escalatedOn && remindedOn && <p>{messages.matrix.reminded(when(remindedOn))}</p>}
      {remindOn && remindOn >= formats.today() && (
        <p>{messages.matrix.nextReminder(formats.date(remindOn))}</p>
      )}
    </div>
  );
}
