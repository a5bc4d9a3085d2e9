import { useApiQuery } from '../api/queries.ts';
import type { ApiResponse } from '../api/types.ts';
import { QueryBoundary } from '../components/query-boundary.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { rungsOf } from './rungs.ts';
import { SweepCard } from './sweep-card.tsx';
import { useAdministrationWords } from './words.ts';

type Settings = ApiResponse<'GET /api/municipality'>['reminders'];

/** When people are reminded of what they promised, and the way to do it now. */
export default function RemindersPart() {
  const { formats } = useTranslation();
  const query = useApiQuery('GET /api/municipality', {});
  return (
    <QueryBoundary query={query}>
      {({ reminders }) => (
        <div className="halves">
          <Ladder settings={reminders} />
          <SweepCard isDayOff={reminders.workingDaysOnly && !formats.isWorkingDay(formats.today())} />
        </div>
      )}
    </QueryBoundary>
  );
}

function Ladder({ settings }: { settings: Settings }) {
  const { formats } = useTranslation();
  const said = useAdministrationWords().reminders;
  const { hour, ladder, weekly, workingDaysOnly } = settings;
  return (
    <section className="stack">
      <div className="stack-close">
        <h2>{said.title}</h2>
        <p>{said.when(`${hour}:00`)}</p>
        <p>{workingDaysOnly ? said.workingDays : said.everyDay}</p>
      </div>
      <div className="stack-close">
        <h3>{said.ladder}</h3>
        <ol className="reminder-rungs">
          {rungsOf(ladder, said, formats).map((rung) => (
            <li key={rung}>{rung}</li>
          ))}
          {weekly > 0 && <li>{said.weekly(weekly)}</li>}
        </ol>
        <p>{said.afterwards}</p>
      </div>
    </section>
  );
}
