import { useApiInfiniteQuery } from '../api/queries.ts';
import type { Task } from '../api/types.ts';
import { MoreButton } from '../components/more-button.tsx';
import { Empty, QueryBoundary } from '../components/query-boundary.tsx';
import { Screen } from '../components/screen.tsx';
import { daysBetween } from '../words/format.ts';
import { useTranslation } from '../words/use-translation.ts';
import { Changes } from './changes.tsx';
import { Figures } from './figures.tsx';
import { TaskCard } from './task-card.tsx';
import './today.css';

const week = 7;
/** So many tasks are shown at first, and so many more each time more are asked for. */
const most = 50;
type Group = 'late' | 'soon' | 'later';
const groups: Group[] = ['late', 'soon', 'later'];

/** The day's work: what is late, what is due, what changed, and how all is getting on. */
export default function TodayScreen() {
  const { messages, formats } = useTranslation();
  const query = useApiInfiniteQuery('GET /api/tasks', (cursor) => ({ query: { limit: most, cursor } }));
  return (
    <Screen title={messages.today.title} aside={<p className="soft">{formats.longDate(formats.today())}</p>}>
      <div className="today">
        <div className="stack">
          <QueryBoundary query={query}>
            {({ pages }) => <Tasks tasks={pages.flatMap(({ items }) => items)} hasMore={query.hasNextPage} />}
          </QueryBoundary>
          <MoreButton list={query} label={messages.today.more} />
        </div>
        <div className="stack">
          <Changes />
          <Figures />
        </div>
      </div>
    </Screen>
  );
}

function Tasks({ tasks, hasMore }: { tasks: Task[]; hasMore: boolean }) {
  const { messages, formats } = useTranslation();
  const groupOf = ({ dueOn }: Task): Group => {
    const days = dueOn === undefined ? 0 : daysBetween(formats.today(), dueOn);
    if (dueOn !== undefined && formats.isLate(dueOn)) return 'late';
    return days <= week ? 'soon' : 'later';
  };
  const late = tasks.filter((task) => groupOf(task) === 'late').length;
  if (tasks.length === 0 && !hasMore)
    return (
      <Empty title={messages.today.none}>
        <p>{messages.today.noneText}</p>
      </Empty>
    );
  return (
    <>
      <p>
        {hasMore
          ? messages.today.summarySoFar(tasks.length, late)
          : messages.today.summary(tasks.length, late)}
      </p>
      {groups.map((group) => {
        const those = tasks.filter((task) => groupOf(task) === group);
        if (those.length === 0) return null;
        return (
          <section key={group} className="stack-close">
            <h2>{messages.today.groups[group]}</h2>
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
