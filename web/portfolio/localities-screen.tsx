import { lazy, Suspense, useCallback, useDeferredValue, useMemo } from 'react';
import { Link, useSearch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { policies } from '../../domain/policies.ts';
import { Icon } from '../components/icon.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Empty, Loading } from '../components/query-boundary.tsx';
import { Screen } from '../components/screen.tsx';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import { type Asked, addressOf, askedIn, everything, filtersIn } from './asked.ts';
import { Board } from './board.tsx';
import { Coming } from './coming.tsx';
import { Filters } from './filters.tsx';
import { found, sorted } from './find.ts';
import { LocalityTable } from './locality-table.tsx';
import { mainProgramme } from './main-programme.ts';
import { useDebouncedText } from './use-debounced-text.ts';
import { useEntries } from './use-entries.ts';
import { Views } from './views.tsx';
import './localities-screen.css';

const LocalityMap = lazy(() => import('./locality-map.tsx'));

/** All localities one may see, as a board, a table or a map; what is looked at is in the address. */
export default function LocalitiesScreen() {
  const { messages, formats } = useTranslation();
  const search = useSearch();
  const asked = useMemo(() => askedIn(search), [search]);
  const change = useCallback(
    (some: Partial<Asked>) =>
      navigate(addressOf({ ...askedIn(location.search), ...some }), { replace: true }),
    [],
  );
  const [typed, setTyped] = useDebouncedText(asked.q, (q) => change({ q }));
  const q = useDeferredValue(typed);
  const { entries, programmes, isWhole, query } = useEntries();

  const { view, sort, stage, standing, coordinator } = asked;
  const programme = asked.programme ?? (view === 'board' ? mainProgramme(entries, programmes) : undefined);
  const inOrder = useMemo(
    () => sorted(entries ?? [], view === 'table' ? sort : everything.sort, formats.locale),
    [entries, view, sort, formats.locale],
  );
  const shown = useMemo(
    () =>
      found(inOrder, { q, programme, stage: view === 'board' ? undefined : stage, standing, coordinator }),
    [inOrder, view, q, programme, stage, standing, coordinator],
  );
  const lookedAt = useMemo(
    () => programmes.filter(({ id }) => programme === undefined || id === programme),
    [programmes, programme],
  );
  const clear = () => {
    setTyped('');
    change({ ...everything, view, sort, colours: asked.colours });
  };
  const isNothing = entries?.length === 0 && isWhole;
  return (
    <Screen title={messages.portfolio.title} aside={<Ways />}>
      {query.error && <ProblemNotice problem={query.error} again={() => void query.fetchNextPage()} />}
      {!entries && !query.error && <Loading />}
      {isNothing && <NoLocalities />}
      {entries && !isNothing && (
        <>
          <Filters
            asked={asked}
            typed={typed}
            setTyped={setTyped}
            change={change}
            entries={entries}
            programmes={programmes}
            programme={programme}
          />
          <div className="portfolio-head">
            <Views asked={asked} />
            <p className="soft" role="status">
              {shown.length === entries.length
                ? messages.portfolio.shown(shown.length)
                : messages.portfolio.shownOf(formats.number(shown.length), entries.length)}
            </p>
            {(filtersIn(asked) > 0 || typed) && (
              <button type="button" className="plain" onClick={clear}>
                {messages.portfolio.clear}
              </button>
            )}
          </div>
          {!isWhole && !query.error && <Coming known={entries.length} />}
          {shown.length === 0 && isWhole && view !== 'board' && (
            <Empty title={messages.portfolio.noneFound}>
              <p>{messages.portfolio.noneFoundText}</p>
            </Empty>
          )}
          {view === 'board' && (
            <Board entries={shown} programme={programmes.find(({ id }) => id === programme)} />
          )}
          {view === 'table' && shown.length > 0 && (
            <LocalityTable
              entries={shown}
              sort={sort}
              change={change}
              programmes={programme ? undefined : programmes}
            />
          )}
          {view === 'map' && (
            <Suspense fallback={<Loading />}>
              <LocalityMap
                shown={shown}
                entries={entries}
                change={change}
                colours={asked.colours}
                programmes={lookedAt}
              />
            </Suspense>
          )}
        </>
      )}
    </Screen>
  );
}

/** How more localities come in, for those who may bring them. */
function Ways() {
  const { messages } = useTranslation();
  if (!useMay(policies.locality.create)) return null;
  return (
    <p className="row ways">
      <Link href="/localities/new" className="button">
        <Icon name="add" />
        {messages.portfolio.create}
      </Link>
      <Link href="/localities/import" className="button">
        <Icon name="upload" />
        {messages.portfolio.import}
      </Link>
    </p>
  );
}

function NoLocalities() {
  const { messages } = useTranslation();
  const mayCreate = useMay(policies.locality.create);
  return (
    <Empty title={messages.portfolio.none}>
      <p>{mayCreate ? messages.portfolio.noneYours : messages.portfolio.noneText}</p>
    </Empty>
  );
}
