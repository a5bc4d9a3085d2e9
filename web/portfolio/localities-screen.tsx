import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { usePages } from '../api/queries.ts';
import type { Locality } from '../api/types.ts';
import { addressOf } from '../locality/tabs.ts';
import { LocalityBadge } from '../parts/badge.tsx';
import { Due } from '../parts/due.tsx';
import { Field } from '../parts/field.tsx';
import { Empty, Loaded } from '../parts/loaded.tsx';
import { Screen } from '../parts/screen.tsx';
import { useStageNames } from '../parts/stage-names.ts';
import { useWords } from '../words/use-words.ts';
import './localities-screen.css';

/** The localities one may see, by name; the interface is asked page by page. */
export default function LocalitiesScreen() {
  const { words } = useWords();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const pages = usePages('GET /api/localities', (cursor) => ({
    query: { limit: 60, cursor, q: q || undefined },
  }));
  return (
    <Screen title={words.portfolio.title}>
      <Field label={words.portfolio.search}>
        {(control) => (
          <input {...control} type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
        )}
      </Field>
      <Loaded query={pages}>
        {(data) => <Found localities={data.pages.flatMap(({ items }) => items)} isFiltered={q !== ''} />}
      </Loaded>
      {pages.hasNextPage && (
        <p>
          <button
            type="button"
            aria-disabled={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {pages.isFetchingNextPage ? words.parts.loading : words.portfolio.more}
          </button>
        </p>
      )}
    </Screen>
  );
}

function Found({ localities, isFiltered }: { localities: Locality[]; isFiltered: boolean }) {
  const { words } = useWords();
  if (localities.length === 0)
    return (
      <Empty title={isFiltered ? words.portfolio.noneFound : words.portfolio.none}>
        <p>{isFiltered ? words.portfolio.noneFoundText : words.portfolio.noneText}</p>
      </Empty>
    );
  return (
    <>
      <p className="soft" role="status">
        {words.portfolio.shown(localities.length)}
      </p>
      <ul className="localities">
        {localities.map((locality) => (
          <li key={locality.id}>
            <LocalityCard locality={locality} />
          </li>
        ))}
      </ul>
    </>
  );
}

function LocalityCard({ locality }: { locality: Locality }) {
  const stageName = useStageNames();
  const { current, status } = locality;
  const first = current[0];
  return (
    <Link href={addressOf(locality.id)} className="card">
      <h2>{locality.name}</h2>
      <p className="row">
        <LocalityBadge locality={locality} />
      </p>
      {first && <p>{stageName(locality.programme, first.stage)}</p>}
      {first && status === 'active' && (
        <p>
          <Due on={first.targetOn} />
        </p>
      )}
    </Link>
  );
}
