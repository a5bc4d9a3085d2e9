import { Link, useParams } from 'wouter';
import { useApiQuery } from '../api/queries.ts';
import type { LocalityDetail, Stage, Visit } from '../api/types.ts';
import { QueryBoundary } from '../components/query-boundary.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { addressOf } from './addresses.ts';
import { CurrentStage } from './current-stage.tsx';
import { StageAhead } from './stage-ahead.tsx';
import { StageLine } from './stage-line.tsx';
import { Standing } from './standing.tsx';
import { trackAnchor } from './track-anchor.ts';
import { VisitRecord } from './visit-record.tsx';

const second = 1_000;

/** The workflow opens the visits of the next stage in its own time: seconds, as a rule. */
const isOpening = (stages: Stage[] = []) =>
  stages.some(({ state, visits }) => state === 'current' && visits.every(({ endedOn }) => endedOn));

/** Whether a visit is the last one of its track. */
const isLatest = ({ track, visit }: Visit, { visits }: Stage) =>
  !visits.some((other) => other.track === track && other.visit > visit);

/** The stages of a locality as a line, and the one that is looked at: the current one unless the address says so. */
export default function StagesTab({ locality }: { locality: LocalityDetail }) {
  const asked = { params: { id: locality.id } };
  const query = useApiQuery('GET /api/localities/{id}/stages', asked, {
    every: (known) => (locality.status === 'active' && isOpening(known?.items) ? second : false),
  });
  return (
    <QueryBoundary query={query}>
      {({ items }) => <Stages locality={locality} stages={items} />}
    </QueryBoundary>
  );
}

function Stages({ locality, stages }: { locality: LocalityDetail; stages: Stage[] }) {
  const { messages, language } = useTranslation();
  const { stage: asked } = useParams<{ stage?: string }>();
  const current = stages.find(({ state }) => state === 'current');
  const shown = stages.find(({ stage }) => stage === asked) ?? current ?? stages.at(-1);
  if (!shown) return null;
  return (
    <>
      <Standing locality={locality} />
      <StageLine locality={locality.id} stages={stages} shown={shown.stage} />
      <div className="stack-close">
        <p className="soft">{messages.locality.stageOf(stages.indexOf(shown) + 1, stages.length)}</p>
        <h2>{shown.name[language]}</h2>
        {shown !== current && current && (
          <p>
            <Link href={addressOf(locality.id)} className="lone">
              {messages.locality.toCurrent}
            </Link>
          </p>
        )}
      </div>
      {shown.state === 'current' && <CurrentStage locality={locality} stage={shown} stages={stages} />}
      {shown.state === 'ahead' && <StageAhead locality={locality} stage={shown} />}
      {shown.state === 'behind' &&
        shown.visits.map((visit) => (
          <VisitRecord
            key={`${visit.track}/${visit.visit}`}
            stage={shown}
            visit={visit}
            anchor={isLatest(visit, shown) ? trackAnchor(visit.track) : undefined}
          />
        ))}
    </>
  );
}
