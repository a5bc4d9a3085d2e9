import { useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { usePages } from '../api/queries.ts';
import type { HistoryEntry, LocalityDetail } from '../api/types.ts';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { Empty, Loaded } from '../parts/loaded.tsx';
import { useWords } from '../words/use-words.ts';
import { Entry } from './entry.tsx';
import { kindOf } from './kinds.ts';
import { useNames } from './names.ts';
import '../parts/groups.css';
import './history.css';

const kinds = ['stages', 'decisions', 'commitments', 'findings', 'mail', 'locality'] as const;

/** As many as fill a screen: of what is asked for, fewer are looked further back for. */
const enough = 20;

/** What happened in a locality, the latest first, in sentences. */
export default function HistoryTab({ locality }: { locality: LocalityDetail }) {
  const { words } = useWords();
  const [asked, ask] = useSearchParams();
  const kind = kinds.find((one) => one === asked.get('kind')) ?? '';
  const pages = usePages('GET /api/localities/{id}/history', (cursor) => ({
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
    <section className="stack" aria-label={words.history.title}>
      <div className="stack-close">
        <h2>{words.history.title}</h2>
        <p className="soft">{words.history.text}</p>
      </div>
      <div className="filters">
        <Field label={words.history.filter}>
          {(control) => (
            <Choice
              {...control}
              options={kinds.map((key) => ({ key, name: words.history.kinds[key] }))}
              value={kind}
              none={words.history.kinds.all}
              onChoose={(chosen) => ask(chosen ? { kind: chosen } : {}, { replace: true })}
            />
          )}
        </Field>
      </div>
      <Loaded query={pages}>
        {() => (
          <>
            <Days {...{ locality, shown }} />
            {shown.length === 0 && !hasNextPage && (
              <Empty title={words.history.none}>
                <p>{words.history.noneText}</p>
              </Empty>
            )}
          </>
        )}
      </Loaded>
      <p role="status" className="soft">
        {isFetchingNextPage && words.parts.loading}
        {!isFetchingNextPage && kind !== '' && words.history.looked(entries.length)}
      </p>
      {hasNextPage && !isShort && (
        <p>
          <button type="button" aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.history.more}
          </button>
        </p>
      )}
      {!hasNextPage && shown.length > 0 && <p className="soft">{words.history.end}</p>}
    </section>
  );
}

/** Entries under the day that they are of. */
function Days({ locality, shown }: { locality: LocalityDetail; shown: HistoryEntry[] }) {
  const { formats } = useWords();
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
