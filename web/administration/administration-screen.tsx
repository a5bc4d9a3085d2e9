import { Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { useAnswer } from '../api/queries.ts';
import { NotFound } from '../frame/not-found.tsx';
import { Loaded, Loading } from '../parts/loaded.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { TabBar } from '../parts/tab-bar.tsx';
import { parts, placeOf } from './parts.ts';
import { useAdministrationWords } from './words.ts';
import './administration.css';

/** What keeps an installation in order: its mail, its exceptions, its staff, its records, its settings. */
export default function AdministrationScreen() {
  const said = useAdministrationWords();
  const query = useAnswer('GET /api/me', {});
  return (
    <Screen title={said.title}>
      <Loaded query={query}>
        {({ roles }) => (roles.includes('administrator') ? <Parts /> : <NotTheirs />)}
      </Loaded>
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
