import { Suspense } from 'react';
import { Link, Route, Switch, useLocation, useParams } from 'wouter';
import { ProblemError } from '../api/problem.ts';
import { useAnswer } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { NotFound } from '../frame/not-found.tsx';
import { LocalityBadge } from '../parts/badge.tsx';
import { Loaded, Loading } from '../parts/loaded.tsx';
import { Screen } from '../parts/screen.tsx';
import { TabBar } from '../parts/tab-bar.tsx';
import { useWords } from '../words/use-words.ts';
import { useMayChange } from './access.ts';
import { addressOf, tabs } from './tabs.ts';

const second = 1_000;

/** The workflow opens the next stage in its own time: seconds, as a rule. */
const isOpening = (locality: LocalityDetail | undefined) =>
  locality?.status === 'active' && locality.current.length === 0;

/** One locality: what it is, how it is getting on, and its parts. */
export default function LocalityScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const asked = { params: { id } };
  const query = useAnswer('GET /api/localities/{id}', asked, {
    every: (locality) => (isOpening(locality) ? second : false),
  });
  if (query.error instanceof ProblemError && query.error.status === 404) return <NotFound />;
  return (
    <Loaded query={query}>{(locality) => <LocalityShown key={locality.id} locality={locality} />}</Loaded>
  );
}

function LocalityShown({ locality }: { locality: LocalityDetail }) {
  return (
    <Screen title={locality.name} aside={<Particulars locality={locality} />}>
      <Tabs locality={locality} />
      <Suspense fallback={<Loading />}>
        <Switch>
          {tabs.map(({ path, screen: Tab }) => (
            <Route key={path} path={path ? `/localities/:id/${path}/*?` : '/localities/:id'}>
              <Tab locality={locality} />
            </Route>
          ))}
          <Route path="/localities/:id/stages/:stage">
            <FirstTab locality={locality} />
          </Route>
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </Screen>
  );
}

function FirstTab({ locality }: { locality: LocalityDetail }) {
  const Tab = tabs[0]?.screen;
  return Tab ? <Tab locality={locality} /> : null;
}

function Particulars({ locality }: { locality: LocalityDetail }) {
  const { words, formats, language } = useWords();
  const mayChange = useMayChange();
  const { programme, programmeVersion: version, population, coordinators } = locality;
  const { data } = useAnswer('GET /api/programmes/{programme}', {
    params: { programme },
    query: { version },
  });
  const people = coordinators.length > 0 ? formats.list(coordinators) : words.locality.nobody;
  return (
    <>
      <p className="row">
        <LocalityBadge locality={locality} />
        {data && <span>{data.name[language]}</span>}
        {population !== undefined && (
          <span className="soft">{words.locality.population(formats.number(population))}</span>
        )}
      </p>
      <p className="row">
        <span className="soft">
          {words.locality.coordinators}: {people}
        </span>
        <Link href={addressOf(locality.id, 'dossier')} className="lone">
          {words.locality.dossier}
        </Link>
        {mayChange && (
          <Link href={addressOf(locality.id, 'edit')} className="lone">
            {words.localityForm.editLink}
          </Link>
        )}
      </p>
    </>
  );
}

function Tabs({ locality: { id } }: { locality: LocalityDetail }) {
  const { words } = useWords();
  const [at] = useLocation();
  if (tabs.length < 2) return null;
  const [, , , part = ''] = at.split('/');
  const here = tabs.some(({ path }) => path === part) ? part : '';
  return (
    <TabBar
      label={words.locality.sections}
      tabs={tabs.map(({ path, label }) => ({
        href: addressOf(id, path),
        label: words.locality.tabs[label],
        isHere: path === here,
      }))}
    />
  );
}
