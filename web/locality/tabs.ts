import { type ComponentType, lazy } from 'react';
import type { CriterionType } from '../../domain/criteria/index.ts';
import type { TaskKind } from '../../domain/derived-tasks.ts';
import type { LocalityDetail } from '../api/types.ts';
import type { Words } from '../words/es/index.ts';

interface Tab {
  /** After the locality's own address; the first one has none. */
  path: string;
  label: keyof Words['locality']['tabs'];
  screen: ComponentType<{ locality: LocalityDetail }>;
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
  },
  { path: 'history', label: 'history', screen: lazy(() => import('../history/history-tab.tsx')) },
];

export const addressOf = (locality: string, path = '') =>
  `/localities/${encodeURIComponent(locality)}${path && `/${path}`}`;

/** Where criteria of each type are met: at activities of the checklist, in a part of the locality, or on a screen. */
const criterionPlaces: Record<CriterionType, 'checklist' | { tab: string } | { screen: string }> = {
  'required-activities': 'checklist',
  'meeting-held': 'checklist',
  'people-trained': 'checklist',
  commitments: { tab: 'matrix' },
  'commitments-fulfilled': { tab: 'matrix' },
  'targeting-decided': { screen: '/targeting' },
  'survey-wave': { tab: 'indicators' },
  'baseline-compared': { tab: 'indicators' },
};

/** The address where a criterion is met; none for one that is met at an activity, or of a type newer than the app. */
export function placeOfCriterion(locality: string, type: CriterionType): string | undefined {
  const place: (typeof criterionPlaces)[CriterionType] | undefined = criterionPlaces[type];
  if (place === undefined || place === 'checklist') return undefined;
  return 'screen' in place ? place.screen : addressOf(locality, place.tab);
}

/** Where a task is cleared: the locality itself, unless one of its parts says so. */
export const placeOfTask = (kind: TaskKind) =>
  tabs.find(({ tasks = [] }) => tasks.includes(kind))?.path ?? '';
