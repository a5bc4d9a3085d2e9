import { useApiQuery } from '../api/queries.ts';
import type { LocalityDetail, Stage, Visit } from '../api/types.ts';
import { useTranslation } from '../words/use-translation.ts';
import { ActivityItem } from './activity-item.tsx';
import './checklist.css';

interface ChecklistProps {
  locality: LocalityDetail;
  stage: Stage;
  visit: Visit;
  mayChange: boolean;
}

/** The activities of an open visit: done in one tap, with what there is to say of each. */
export function Checklist({ locality, stage, visit, mayChange }: ChecklistProps) {
  const { messages, formats } = useTranslation();
  const { programme, programmeVersion: version } = locality;
  const { data } = useApiQuery('GET /api/programmes/{programme}', {
    params: { programme },
    query: { version },
  });
  const asked = data?.stages.find(({ key }) => key === stage.stage);
  const part = asked?.tracks?.find(({ key }) => key === visit.track) ?? asked;
  const done = visit.activities.filter(({ status }) => status !== 'open').length;
  return (
    <section className="card stack">
      <div className="row">
        <h3>{messages.checklist.title}</h3>
        <span className="soft">
          {messages.checklist.progress(formats.number(done), formats.number(visit.activities.length))}
        </span>
      </div>
      <ul>
        {visit.activities.map((activity) => {
          const rule = part?.activities?.find(({ key }) => key === activity.key);
          const counted = part?.criteria?.flatMap((criterion) =>
            'activity' in criterion && criterion.activity === activity.key ? criterion.type : [],
          );
          return (
            <ActivityItem
              key={activity.key}
              locality={locality}
              activity={activity}
              mayChange={mayChange}
              stage={stage.stage}
              needsEvidence={rule?.evidence ?? false}
              counts={counted ?? []}
            />
          );
        })}
      </ul>
    </section>
  );
}
