import { Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { may, policies } from '../../domain/policies.ts';
import { useApiQuery } from '../api/queries.ts';
import { Notice } from '../components/notice.tsx';
import { Loading, QueryBoundary } from '../components/query-boundary.tsx';
import { Screen } from '../components/screen.tsx';
import { TabBar } from '../components/tab-bar.tsx';
import { NotFound } from '../layout/not-found.tsx';
import { placeOf } from './addresses.ts';
import { parts } from './parts.ts';
import { useAdministrationWords } from './words.ts';
import './administration.css';

/** What keeps an installation in order: its mail, its exceptions, its staff, its records, its settings. */
export default function AdministrationScreen() {
  const said = useAdministrationWords();
  const query = useApiQuery('GET /api/me', {});
  return (
    <Screen title={said.title}>
      <QueryBoundary query={query}>
        {(me) => (may(policies.installation.read, me) ? <Parts /> : <NotTheirs />)}
      </QueryBoundary>
    </Screen>
  );
}

function Parts() {
  const said = useAdministrationWords();
  const [at] = useLocation();
  const tabs = parts.map(({ path, label }) => ({
    href: placeOf(path),
    label: said.tabs[label],
    isHere: at === placeOf(path),
  }));
  return (
    <>
      <TabBar label={said.parts} tabs={tabs} />
      <Suspense fallback={<Loading />}>
        <Switch>
          {parts.map(({ path, screen }) => (
            <Route key={path} path={placeOf(path)} component={screen} />
          ))}
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </>
  );
}

function NotTheirs() {
  const said = useAdministrationWords();
  return (
    <Notice tone="warning">
      <p>
        <strong>{said.forAdministrators}</strong>
      </p>
      <p>{said.forAdministratorsText}</p>
    </Notice>
  );
}
