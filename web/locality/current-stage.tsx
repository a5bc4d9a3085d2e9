import { policies } from '../../domain/policies.ts';
import { useApiQuery } from '../api/queries.ts';
import type { Gate, LocalityDetail, Stage, Visit } from '../api/types.ts';
import { Notice } from '../components/notice.tsx';
import { Loading } from '../components/query-boundary.tsx';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import { Checklist } from './checklist.tsx';
import { GateCard } from './gate-card.tsx';
import { useUnsent, withUnsent } from './recorded.ts';
import { trackAnchor, useNamedByAddress } from './track-anchor.ts';
import { VisitRecord } from './visit-record.tsx';

const second = 1_000;

interface CurrentStageProps {
  locality: LocalityDetail;
  stage: Stage;
  stages: Stage[];
}

/** The stage where the locality stands: each of its gates with what it asks for, then the visits before. */
export function CurrentStage({ locality, stage, stages }: CurrentStageProps) {
  const { messages, language } = useTranslation();
  const earlier = stage.visits.filter(({ endedOn }) => endedOn !== undefined);
  const open = stage.visits.filter(({ endedOn }) => endedOn === undefined);
  const passed = (stage.tracks ?? []).filter(
    ({ key }) =>
      !open.some(({ track }) => track === key) &&
      earlier.some(({ track, decisions }) => track === key && decisions.at(-1)?.outcome === 'advance'),
  );
  return (
    <>
      {open.length === 0 && <p role="status">{messages.locality.opening}</p>}
      {open.map((visit) => (
        <OpenVisit key={visit.track ?? ''} locality={locality} stage={stage} stages={stages} visit={visit} />
      ))}
      {passed.map(({ key, name }) => (
        <PassedTrack key={key} track={key} name={name[language]} />
      ))}
      {earlier.map((visit) => (
        <VisitRecord key={`${visit.track}/${visit.visit}`} stage={stage} visit={visit} />
      ))}
    </>
  );
}

function PassedTrack({ track, name }: { track: string; name: string }) {
  const { messages } = useTranslation();
  const anchor = trackAnchor(track);
  const part = useNamedByAddress<HTMLElement>(anchor);
  return (
    <section ref={part} id={anchor} className="stack-close">
      <h3>{messages.locality.track(name)}</h3>
      <Notice tone="good">
        <p>{messages.locality.trackPassed}</p>
      </Notice>
    </section>
  );
}

function OpenVisit({ locality, stage, stages, visit }: CurrentStageProps & { visit: Visit }) {
  const { messages, language } = useTranslation();
  const { track } = visit;
  // What was known of the gate before is of no use at a new visit.
  const isOfVisit = (known: Gate | undefined) => known?.stage === stage.stage && known.visit === visit.visit;
  const gate = useApiQuery(
    'GET /api/localities/{id}/gate',
    { params: { id: locality.id }, query: { track } },
    { enabled: locality.status === 'active', every: (known) => (isOfVisit(known) ? false : second) },
  );
  const unsent = useUnsent(locality.id, stage.stage);
  const mayChange = useMay(policies.activity.record) === true && locality.status === 'active';
  const name = stage.tracks?.find(({ key }) => key === track)?.name[language];
  const anchor = trackAnchor(track);
  const part = useNamedByAddress<HTMLElement>(anchor);
  return (
    <section ref={part} id={anchor} className="stack" aria-label={name}>
      {name && <h3>{messages.locality.track(name)}</h3>}
      {locality.status === 'active' &&
        (gate.data && isOfVisit(gate.data) ? (
          <GateCard locality={locality} stage={stage} stages={stages} visit={visit} gate={gate.data} />
        ) : (
          <div className="gate-coming">
            <Loading />
          </div>
        ))}
      <Checklist locality={locality} stage={stage} mayChange={mayChange} visit={withUnsent(visit, unsent)} />
    </section>
  );
}
