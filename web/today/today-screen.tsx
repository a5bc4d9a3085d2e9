import { useAnswer } from '../api/queries.ts';
import type { Task } from '../api/types.ts';
import { Empty, Loaded } from '../parts/loaded.tsx';
import { Screen } from '../parts/screen.tsx';
import { daysBetween } from '../words/format.ts';
import { useWords } from '../words/use-words.ts';
import { Changes } from './changes.tsx';
import { Figures } from './figures.tsx';
import { TaskCard } from './task-card.tsx';
import './today.css';

const week = 7;
type Group = 'late' | 'soon' | 'later';
const groups: Group[] = ['late', 'soon', 'later'];

/** The day's work: what is late, what is due, what changed, and how all is getting on. */
export default function TodayScreen() {
  const { words, formats } = useWords();
  const query = useAnswer('GET /api/tasks', {});
  return (
    <Screen title={words.today.title} aside={<p className="soft">{formats.longDate(formats.today())}</p>}>
      <div className="today">
        <div className="stack">
          <Loaded query={query}>{({ items }) => <Tasks tasks={items} />}</Loaded>
        </div>
        <div className="stack">
          <Changes />
          <Figures />
        </div>
      </div>
    </Screen>
  );
}

function Tasks({ tasks }: { tasks: Task[] }) {
  const { words, formats } = useWords();
  const groupOf = ({ dueOn }: Task): Group => {
    const days = dueOn === undefined ? 0 : daysBetween(formats.today(), dueOn);
    if (days < 0) return 'late';
    return days <= week ? 'soon' : 'later';
  };
  const late = tasks.filter((task) => groupOf(task) === 'late').length;
  if (tasks.length === 0)
    return (
      <Empty title={words.today.none}>
        <p>{words.today.noneText}</p>
      </Empty>
    );
  return (
    <>
      <p>{words.today.summary(tasks.length, late)}</p>
      {groups.map((group) => {
        const those = tasks.filter((task) => groupOf(task) === group);
        if (those.length === 0) return null;
        return (
          <section key={group} className="stack-close">
            <h2>{words.today.groups[group]}</h2>
            <ul className="tasks">
              {those.map((task) => (
                <li key={task.id}>
                  <TaskCard task={task} isLate={group === 'late'} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
