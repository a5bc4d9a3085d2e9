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
];

export const addressOf = (locality: string, path = '') =>
  `/localities/${encodeURIComponent(locality)}${path && `/${path}`}`;

/** Where a criterion that no activity meets is met. */
export const placeOfCriterion = (criterion: string) =>
  tabs.find(({ criteria = [] }) => criteria.includes(criterion))?.path;

/** Where a task is cleared: the locality itself, unless one of its parts says so. */
export const placeOfTask = (kind: TaskKind) =>
  tabs.find(({ tasks = [] }) => tasks.includes(kind))?.path ?? '';
