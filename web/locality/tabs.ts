import { type ComponentType, lazy } from 'react';
import type { LocalityDetail } from '../api/types.ts';
import { type TabName, tabPlaces } from './addresses.ts';

/** What each part of a locality shows; it is loaded when it is gone to. */
const screens: Record<TabName, ComponentType<{ locality: LocalityDetail }>> = {
  stages: lazy(() => import('./stages-tab.tsx')),
  matrix: lazy(() => import('../matrix/matrix-tab.tsx')),
  plan: lazy(() => import('../plan/plan-tab.tsx')),
  people: lazy(() => import('../people/people-tab.tsx')),
  indicators: lazy(() => import('../evaluation/indicators-tab.tsx')),
  history: lazy(() => import('../history/history-tab.tsx')),
};

/**
 * The parts of a locality, each on an address of its own. Another one is a place in `addresses.ts`, a word in `words/`,
 * and a component here that is given the locality.
 */
export const tabs = tabPlaces.map(({ name, path }) => ({ name, path, screen: screens[name] }));

/** What the address of a tab looks like, as wouter reads it; what follows in it is the tab's own. */
export const tabRoute = ({ path }: { path: string }) =>
  path ? `/localities/:id/${path}/*?` : '/localities/:id';

/** A stage in the first tab, which shows the current one by itself. */
export const stageRoute = '/localities/:id/stages/:stage';
