import { Suspense } from 'react';
import { Link, Route, Switch, useLocation, useParams } from 'wouter';
import { policies } from '../../domain/policies.ts';
import { ProblemError } from '../api/problem.ts';
import { useApiQuery } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { LocalityBadge } from '../components/badge.tsx';
import { Loading, QueryBoundary } from '../components/query-boundary.tsx';
import { Screen } from '../components/screen.tsx';
import { TabBar } from '../components/tab-bar.tsx';
import { NotFound } from '../layout/not-found.tsx';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import { addressOf } from './addresses.ts';
import { Relatives } from './relatives.tsx';
import { stageRoute, tabRoute, tabs } from './tabs.ts';

const second = 1_000;

/** The workflow opens the next stage in its own time: seconds, as a rule. */
const isOpening = (locality: LocalityDetail | undefined) =>
  locality?.status === 'active' && locality.current.length === 0;

/** One locality: what it is, how it is getting on, and its parts. */
export default function LocalityScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const asked = { params: { id } };
  const query = useApiQuery('GET /api/localities/{id}', asked, {
    every: (locality) => (isOpening(locality) ? second : false),
  });
  if (query.error instanceof ProblemError && query.error.status === 404) return <NotFound />;
  return (
    <QueryBoundary query={query}>
      {(locality) => <LocalityShown key={locality.id} locality={locality} />}
    </QueryBoundary>
  );
}

function LocalityShown({ locality }: { locality: LocalityDetail }) {
  return (
    <Screen title={locality.name} aside={<Particulars locality={locality} />}>
      <Tabs locality={locality} />
      <Suspense fallback={<Loading />}>
        <Switch>
          {tabs.map(({ path, screen: Tab }) => (
            <Route key={path} path={tabRoute({ path })}>
              <Tab locality={locality} />
            </Route>
          ))}
          <Route path={stageRoute}>
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
  const { messages, formats, language } = useTranslation();
  const mayEdit = useMay(policies.locality.edit);
  const { programme, programmeVersion: version, population, coordinators } = locality;
  const { data } = useApiQuery('GET /api/programmes/{programme}', {
    params: { programme },
    query: { version },
  });
  const people = coordinators.length > 0 ? formats.list(coordinators) : messages.locality.nobody;
  return (
    <>
      <p className="row">
        <LocalityBadge locality={locality} />
        {data && <span>{data.name[language]}</span>}
        {population !== undefined && (
          <span className="soft">{messages.locality.population(formats.number(population))}</span>
        )}
      </p>
      <Relatives label={messages.locality.continues} ids={locality.continues ?? []} />
      <p className="row">
        <span className="soft">
          {messages.locality.coordinators}: {people}
        </span>
        <Link href={addressOf(locality.id, 'dossier')} className="lone">
          {messages.locality.dossier}
        </Link>
        {mayEdit && (
          <Link href={addressOf(locality.id, 'edit')} className="lone">
            {messages.localityForm.editLink}
          </Link>
        )}
      </p>
    </>
  );
}

function Tabs({ locality: { id } }: { locality: LocalityDetail }) {
  const { messages } = useTranslation();
  const [at] = useLocation();
  if (tabs.length < 2) return null;
  const [, , , part = ''] = at.split('/');
  const here = tabs.some(({ path }) => path === part) ? part : '';
  return (
    <TabBar
      label={messages.locality.sections}
      tabs={tabs.map(({ path, name }) => ({
        href: addressOf(id, path),
        label: messages.locality.tabs[name],
        isHere: path === here,
      }))}
    />
  );
}
