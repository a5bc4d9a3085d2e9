import { type ComponentType, lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { type Policy, policies } from '../domain/policies.ts';
import type { Words } from '../words/es/app/index.ts';
import type { IconName } from './components/icon.tsx';
import { Loading } from './components/query-boundary.tsx';
import { NotFound } from './layout/not-found.tsx';

interface ScreenEntry {
  /** As wouter reads it; `/*?` at its end leaves the rest of the address to the screen. */
  path: string;
  screen: ComponentType;
  /** How the navigation leads to it; without, others do. */
  navigation?: {
    href: string;
    label: keyof Words['frame']['sections'];
    icon: IconName;
    /** Who must have it for the navigation to show it; without, everybody is shown it. */
    policy?: Policy;
  };
}

/**
 * The screens of the app, in the order of the navigation; each is a folder that is loaded when it is gone to. Another
 * one is a line here, a word in `words/` for the navigation, and a component that begins with `Screen`.
 */
export const screens: ScreenEntry[] = [
  {
    path: '/',
    screen: lazy(() => import('./today/today-screen.tsx')),
    navigation: { href: '/', label: 'today', icon: 'today' },
  },
  {
    path: '/localities',
    screen: lazy(() => import('./portfolio/localities-screen.tsx')),
    navigation: { href: '/localities', label: 'localities', icon: 'places' },
  },
  { path: '/localities/new', screen: lazy(() => import('./portfolio/new-locality-screen.tsx')) },
  { path: '/localities/import', screen: lazy(() => import('./portfolio/import-localities-screen.tsx')) },
  { path: '/localities/:id/edit', screen: lazy(() => import('./portfolio/edit-locality-screen.tsx')) },
  { path: '/localities/:id/dossier', screen: lazy(() => import('./dossier/dossier-screen.tsx')) },
  { path: '/localities/:id/*?', screen: lazy(() => import('./locality/locality-screen.tsx')) },
  {
    path: '/people/*?',
    screen: lazy(() => import('./people/people-screen.tsx')),
    navigation: { href: '/people', label: 'people', icon: 'people' },
  },
  {
    path: '/targeting/*?',
    screen: lazy(() => import('./targeting/targeting-screen.tsx')),
    navigation: { href: '/targeting', label: 'targeting', icon: 'target' },
  },
  { path: '/plan', screen: lazy(() => import('./plan/plan-screen.tsx')) },
  { path: '/account', screen: lazy(() => import('./account/account-screen.tsx')) },
  {
    path: '/administration/*?',
    screen: lazy(() => import('./administration/administration-screen.tsx')),
    navigation: {
      href: '/administration',
      label: 'administration',
      icon: 'settings',
      policy: policies.installation.read,
    },
  },
];

/** The screen of the address. */
export const Screens = () => (
  <Suspense fallback={<Loading />}>
    <Switch>
      {screens.map(({ path, screen }) => (
        <Route key={path} path={path} component={screen} />
      ))}
      <Route component={NotFound} />
    </Switch>
  </Suspense>
);
