import type { Commitment, Stakeholder } from '../api/types.ts';
import { EvidenceDocument, nameOf as nameOfDocument } from '../evidence/document.tsx';
import { Badge } from '../parts/badge.tsx';
import { useCatalogue } from '../parts/catalogue.ts';
import { Choice } from '../parts/choice.tsx';
import { Icon } from '../parts/icon.tsx';
import { reachOf } from '../people/reach.ts';
import { useWords } from '../words/use-words.ts';
import type { CommitmentEditing } from './editing.ts';
import { usePersonCalled } from './people-fields.tsx';
import { ProgressChoice } from './progress-choice.tsx';
import { isLate } from './shown.ts';

interface CommitmentLineProps {
  commitment: Commitment;
  editing: CommitmentEditing;
  people: Map<string, Stakeholder>;
  mayChange: boolean;
  onOpen: () => void;
}

/** A commitment at a glance; how it stands and how far it is are changed where they are shown. */
export function CommitmentLine({ commitment, editing, people, mayChange, onOpen }: CommitmentLineProps) {
  const { words, formats } = useWords();
  const { nameOf, choicesOf } = useCatalogue();
  const { action, dueOn, budget, status, progress } = commitment;
  const { typed, save, isBusy } = editing;
  const isOverdue = isLate(commitment, formats.today());
  return (
    <div className={isOverdue ? 'commitment-line late-line' : 'commitment-line'}>
      <div className="stack-close">
        <h3>{action}</h3>
        <About commitment={commitment} people={people} />
      </div>
      <div>
        <span className="label">{words.matrix.columns.responsible}</span>
        <Responsible commitment={commitment} people={people} />
      </div>
      <div>
        <span className="label">{words.matrix.columns.dueOn}</span>
        {dueOn ? (
          <span className="due">
            <time dateTime={dueOn}>{formats.date(dueOn)}</time>
            {isOverdue && (
              <Badge tone="late" icon="missing">
                {words.matrix.isLate}
              </Badge>
            )}
          </span>
        ) : (
          <Badge tone="soon">{words.matrix.noDate}</Badge>
        )}
      </div>
      <div className={budget ? 'cost' : 'cost none'}>
        <span className="label">{words.matrix.columns.budget}</span>
        {budget ? formats.money(budget.amount, budget.currency) : '—'}
      </div>
      <div>
        <span className="label">{words.matrix.columns.status}</span>
        {mayChange ? (
          <Choice
            options={choicesOf('commitmentStatuses')}
            value={typed.status}
            disabled={isBusy}
            aria-label={words.matrix.statusOf(action)}
            onChoose={(chosen) => chosen && void save({ status: chosen })}
          />
        ) : (
          <Badge tone={status === 'fulfilled' ? 'good' : 'quiet'}>
            {nameOf('commitmentStatuses', status)}
          </Badge>
        )}
      </div>
      <div>
        <span className="label">{words.matrix.columns.progress}</span>
        {mayChange ? (
          <ProgressChoice
            value={typed.progress}
            disabled={isBusy}
            aria-label={words.matrix.progressOf(action)}
            onChoose={(chosen) => void save({ progress: chosen })}
          />
        ) : (
          words.matrix.percent(formats.number(progress))
        )}
      </div>
      {mayChange && (
        <button
          type="button"
          className="plain edit"
          aria-label={words.matrix.editOf(action)}
          onClick={onOpen}
        >
          <Icon name="edit" />
          <span>{words.matrix.edit}</span>
        </button>
      )}
    </div>
  );
}

function Responsible({ commitment, people }: Pick<CommitmentLineProps, 'commitment' | 'people'>) {
  const { words } = useWords();
  const { nameOf } = useCatalogue();
  const called = usePersonCalled(people);
  const { responsible, sector } = commitment;
  if (!responsible) return <Badge tone="soon">{words.matrix.noResponsible}</Badge>;
  const person = people.get(responsible);
  return (
    <span className="responsible">
      <span>{called(responsible)}</span>
      {sector && <span className="soft">{nameOf('sectors', sector)}</span>}
      {person && !person.erasedOn && reachOf(person) !== 'mail' && (
        <span className="soft in-person">
          <Icon name="person" /> {words.matrix.inPerson}
        </span>
      )}
    </span>
  );
}

/** What else there is to know of it, in small print. */
function About({ commitment, people }: Pick<CommitmentLineProps, 'commitment' | 'people'>) {
  const { words, formats } = useWords();
  const { nameOf } = useCatalogue();
  const called = usePersonCalled(people);
  const { policyArea, supportingProgramme, coResponsible, note, answer, evidence } = commitment;
  const { remindOn, remindedOn, escalatedOn } = commitment;
  const kept = [
    policyArea && nameOf('policyAreas', policyArea),
    supportingProgramme && nameOf('supportingProgrammes', supportingProgramme),
  ].filter(Boolean);
  const when = (day: string) => formats.relative(day);
  return (
    <div className="small">
      {kept.length > 0 && <p>{kept.join(' · ')}</p>}
      {coResponsible.length > 0 && (
        <p>
          {words.matrix.fields.coResponsible}: {formats.list(coResponsible.map(called))}
        </p>
      )}
      {answer && (
        <p className={answer.answer === 'cannot' ? 'late' : undefined}>
          {words.matrix.answered[answer.answer](when(formats.dayOf(answer.at)))}
          {answer.note && `: «${answer.note}»`}
        </p>
      )}
      {note && <p>«{note}»</p>}
      {evidence.map((one) => (
        <p key={nameOfDocument(one)}>
          <EvidenceDocument document={one} />
        </p>
      ))}
      {escalatedOn && <p>{words.matrix.escalated(formats.date(escalatedOn))}</p>}
      {!escalatedOn && remindedOn && <p>{words.matrix.reminded(when(remindedOn))}</p>}
      {remindOn && remindOn >= formats.today() && <p>{words.matrix.nextReminder(formats.date(remindOn))}</p>}
    </div>
  );
}
