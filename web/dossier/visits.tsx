import { recordedIn, uncompletedIn } from '../../domain/dossier/recorded.ts';
import type { Stage, Step, Visit } from '../api/types.ts';
import { nameOf } from '../evidence/document.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { Decisions } from './decisions.tsx';
import { useDossierWords } from './words.ts';

/** Everything that was done and decided at the stages that were entered. */
export function VisitsOf({ stages }: { stages: Stage[] }) {
  const { language } = useTranslation();
  const said = useDossierWords();
  const entered = stages.filter(({ visits }) => visits.length > 0);
  return (
    <section className="stack">
      <h2>{said.record}</h2>
      {entered.length === 0 && <p>{said.recordNone}</p>}
      {entered.map((stage) => (
        <section key={stage.stage} className="stack">
          <h3>{`${stages.indexOf(stage) + 1}. ${stage.name[language]}`}</h3>
          {stage.visits.map((visit) => (
            <VisitShown key={`${visit.track}/${visit.visit}`} stage={stage} visit={visit} stages={stages} />
          ))}
        </section>
      ))}
    </section>
  );
}

function VisitShown({ stage, visit, stages }: { stage: Stage; visit: Visit; stages: Stage[] }) {
  const { language, formats } = useTranslation();
  const said = useDossierWords();
  const track = stage.tracks?.find(({ key }) => key === visit.track);
  const { openedOn, targetOn, endedOn } = visit;
  const opened = said.visit(
    formats.number(visit.visit),
    formats.dateWithYear(openedOn),
    formats.dateWithYear(targetOn),
  );
  const recorded = recordedIn<Step>(visit.activities);
  const open = uncompletedIn(visit.activities);
  return (
    <div className="stack-close">
      <p className="soft">
        {track && `${track.name[language]}. `}
        {opened}
        {endedOn && said.ended(formats.dateWithYear(endedOn))}.
      </p>
      <h4>{said.activities}</h4>
      {recorded.length === 0 && <p>{said.activitiesNone}</p>}
      <ul className="dossier-list">
        {recorded.map((step) => (
          <li key={step.key}>
            <Recorded step={step} />
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <p>
          <span className="soft">{said.uncompleted}</span> {open.map(({ name }) => name[language]).join('; ')}
          .
        </p>
      )}
      <h4>{said.decisions}</h4>
      <Decisions visit={visit} stages={stages} />
    </div>
  );
}

function Recorded({ step }: { step: Step }) {
  const { language, formats } = useTranslation();
  const said = useDossierWords();
  const { name, status, figures, note, evidence, changedBy, changedAt } = step;
  const told = [
    ...(status === 'not-applicable' ? [said.notApplicable] : []),
    ...(figures?.meetingsHeld === undefined ? [] : [said.meetings(figures.meetingsHeld)]),
    ...(figures?.peopleTrained === undefined ? [] : [said.trained(figures.peopleTrained)]),
  ];
  return (
    <>
      <p>
        <strong>{name[language]}</strong>
        {told.length > 0 && ` (${told.join(', ')})`}
      </p>
      {changedBy && changedAt && (
        <p className="under">{said.recordedBy(changedBy, formats.dateWithYear(formats.dayOf(changedAt)))}</p>
      )}
      {note && <p>«{note}»</p>}
      {evidence.length > 0 && (
        <p>
          <span className="soft">{said.evidence}</span>{' '}
          {evidence.map((one, at) => (
            <span key={nameOf(one)}>
              {at > 0 && '; '}
              {one.url ? (
                <a href={one.url} target="_blank" rel="noreferrer">
                  {one.title}
                </a>
              ) : (
                one.title
              )}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
