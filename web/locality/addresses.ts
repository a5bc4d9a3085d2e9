import type { TaskKind } from '../../domain/derived-tasks.ts';
import type { Words } from '../words/es/index.ts';

export type TabName = keyof Words['locality']['tabs'];

interface TabPlace {
  name: TabName;
  /** After the locality's own address; the first one has none. */
  path: string;
  /** The criteria of a gate that are met here, by type. */
  criteria?: readonly string[];
  /** The tasks that are cleared here. */
  tasks?: readonly TaskKind[];
}

/** Where the parts of a locality stand, in their order, and what is done in each. */
export const tabPlaces: TabPlace[] = [
  { name: 'stages', path: '', tasks: ['gate-overdue', 'review-waiting'] },
  {
    name: 'matrix',
    path: 'matrix',
    criteria: ['commitments', 'commitments-fulfilled'],
    tasks: ['cannot', 'escalated', 'tell-in-person', 'missing-sectors'],
  },
  { name: 'people', path: 'people', tasks: ['bounced'] },
  { name: 'indicators', path: 'indicators', criteria: ['survey-wave', 'baseline-compared'] },
  { name: 'history', path: 'history' },
];

/** The address of a locality, or of one of its parts or screens. */
export const addressOf = (locality: string, path = '') =>
  `/localities/${encodeURIComponent(locality)}${path && `/${path}`}`;

/** The address where a criterion that no activity meets is met: a part of the locality or, of several of them, a screen. */
export function placeOfCriterion(locality: string, criterion: string): string | undefined {
  if (criterion === 'targeting-decided') return '/targeting';
  const tab = tabPlaces.find(({ criteria = [] }) => criteria.includes(criterion));
  return tab && addressOf(locality, tab.path);
}

/** Where a task is cleared: the locality itself, unless one of its parts says so. */
export const placeOfTask = (kind: TaskKind) =>
  tabPlaces.find(({ tasks = [] }) => tasks.includes(kind))?.path ?? '';
