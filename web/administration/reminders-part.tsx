import { isWorkingDay } from '../../domain/calendar.ts';
import { useAnswer } from '../api/queries.ts';
import type { Answer } from '../api/types.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useWords } from '../words/use-words.ts';
import { rungsOf } from './rungs.ts';
import { SweepCard } from './sweep-card.tsx';
import { useAdministrationWords } from './words.ts';

type Settings = Answer<'GET /api/municipality'>['reminders'];

/** When people are reminded of what they promised, and the way to do it now. */
export default function RemindersPart() {
  const { formats } = useWords();
  const query = useAnswer('GET /api/municipality', {});
  return (
    <Loaded query={query}>
      {({ reminders }) => (
        <div className="halves">
          <Ladder settings={reminders} />
          <SweepCard isDayOff={reminders.workingDaysOnly && !isWorkingDay(formats.today())} />
        </div>
      )}
    </Loaded>
  );
}

function Ladder({ settings }: { settings: Settings }) {
  const { formats } = useWords();
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
