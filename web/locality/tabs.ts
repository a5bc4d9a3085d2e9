import { type ComponentType, lazy } from 'react';
import type { TaskKind } from '../../domain/derived-tasks.ts';
import type { LocalityDetail } from '../api/types.ts';
import type { Words } from '../words/es/index.ts';

interface Tab {
  /** After the locality's own address; the first one has none. */
  path: string;
  label: keyof Words['locality']['tabs'];
  screen: ComponentType<{ locality: LocalityDetail }>;
  /** The criteria of a gate that are met here, by type. */
  criteria?: readonly string[];
  /** The tasks that are cleared here. */
  tasks?: readonly TaskKind[];
}

/**
 * The parts of a locality, each on an address of its own. Another one is a line here, a word in `words/`, and a
 * component that is given the locality.
 */
export const tabs: Tab[] = [
  {
    path: '',
    label: 'stages',
    screen: lazy(() => import('./stages-tab.tsx')),
    tasks: ['gate-overdue', 'review-waiting'],
  },
  {
    path: 'matrix',
    label: 'matrix',
    screen: lazy(() => import('../matrix/matrix-tab.tsx')),
    criteria: ['commitments', 'commitments-fulfilled'],
    tasks: ['cannot', 'escalated', 'tell-in-person', 'missing-sectors'],
  },
  {
    path: 'people',
    label: 'people',
    screen: lazy(() => import('../people/people-tab.tsx')),
    tasks: ['bounced'],
  },
  {
    path: 'indicators',
    label: 'indicators',
    screen: lazy(() => import('../evaluation/indicators-tab.tsx')),
    criteria: ['survey-wave', 'baseline-compared'],
  },
  { path: 'history', label: 'history', screen: lazy(() => import('../history/history-tab.tsx')) },
];

/** What the address of a tab looks like, as wouter reads it; what follows in it is the tab's own. */
export const tabRoute = ({ path }: Pick<Tab, 'path'>) =>
  path ? `/localities/:id/${path}/*?` : '/localities/:id';

/** A stage in the first tab, which shows the current one by itself. */
export const stageRoute = '/localities/:id/stages/:stage';

export const addressOf = (locality: string, path = '') =>
  `/localities/${encodeURIComponent(locality)}${path && `/${path}`}`;

/** The address where a criterion that no activity meets is met: a part of the locality or, of several of them, a screen. */
export function placeOfCriterion(locality: string, criterion: string): string | undefined {
  if (criterion === 'targeting-decided') return '/targeting';
  const tab = tabs.find(({ criteria = [] }) => criteria.includes(criterion));
  return tab && addressOf(locality, tab.path);
}

/** Where a task is cleared: the locality itself, unless one of its parts says so. */
export const placeOfTask = (kind: TaskKind) =>
  tabs.find(({ tasks = [] }) => tasks.includes(kind))?.path ?? '';
