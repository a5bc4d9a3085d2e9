import { useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { useApiInfiniteQuery } from '../api/queries.ts';
import type { HistoryEntry, LocalityDetail } from '../api/types.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { Empty, QueryBoundary } from '../components/query-boundary.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { Entry } from './entry.tsx';
import { kinds } from './kinds.ts';
import { useNames } from './names.ts';
import { kindOf } from './sentences.ts';
import '../components/groups.css';
import './history.css';

/** As many as fill a screen: of what is asked for, fewer are looked further back for. */
const enough = 20;

/** What happened in a locality, the latest first, in sentences. */
export default function HistoryTab({ locality }: { locality: LocalityDetail }) {
  const { messages } = useTranslation();
  const [asked, ask] = useSearchParams();
  const kind = kinds.find((one) => one === asked.get('kind')) ?? '';
  const pages = useApiInfiniteQuery('GET /api/localities/{id}/history', (cursor) => ({
    params: { id: locality.id },
    query: { limit: 100, cursor, newestFirst: 'true' },
  }));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const entries = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = entries.filter(({ action }) => kind === '' || kindOf(action) === kind);
  const isShort = shown.length < enough;
  useEffect(() => {
    if (isShort && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isShort, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <section className="stack" aria-label={messages.history.title}>
      <div className="stack-close">
        <h2>{messages.history.title}</h2>
        <p className="soft">{messages.history.text}</p>
      </div>
      <div className="filters">
        <Field label={messages.history.filter}>
          {(control) => (
            <Choice
              {...control}
              options={kinds.map((key) => ({ key, name: messages.history.kinds[key] }))}
              value={kind}
              none={messages.history.kinds.all}
              onChoose={(chosen) => ask(chosen ? { kind: chosen } : {}, { replace: true })}
            />
          )}
        </Field>
      </div>
      <QueryBoundary query={pages}>
        {() => (
          <>
            <Days locality={locality} shown={shown} />
            {shown.length === 0 && !hasNextPage && (
              <Empty title={messages.history.none}>
                <p>{messages.history.noneText}</p>
              </Empty>
            )}
          </>
        )}
      </QueryBoundary>
      <p role="status" className="soft">
        {isFetchingNextPage && messages.parts.loading}
        {!isFetchingNextPage && kind !== '' && messages.history.looked(entries.length)}
      </p>
      {hasNextPage && !isShort && (
        <p>
          <button type="button" aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {messages.history.more}
          </button>
        </p>
      )}
      {!hasNextPage && shown.length > 0 && <p className="soft">{messages.history.end}</p>}
    </section>
  );
}

/** Entries under the day that they are of. */
function Days({ locality, shown }: { locality: LocalityDetail; shown: HistoryEntry[] }) {
  const { formats } = useTranslation();
  const names = useNames(locality, shown);
  const days = [...Map.groupBy(shown, ({ at }) => formats.dayOf(at))];
  return (
    <div className="history stack">
      {days.map(([day, entries]) => (
        <section key={day}>
          <h3>
            {formats.longDate(day)}
            <span className="soft"> · {formats.relative(day)}</span>
          </h3>
          <ol>
            {entries.map((entry) => (
              <Entry key={entry.seq} entry={entry} names={names} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
