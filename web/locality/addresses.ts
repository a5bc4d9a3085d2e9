import type { CriterionType } from '../../domain/criteria/index.ts';
import type { TaskKind } from '../../domain/derived-tasks.ts';
import type { Words } from '../../words/es/app/index.ts';

export type TabName = keyof Words['locality']['tabs'];

interface TabPlace {
  name: TabName;
  /** After the locality's own address; the first one has none. */
  path: string;
  /** The tasks that are cleared here. */
  tasks?: readonly TaskKind[];
}

/** Where the parts of a locality stand, in their order, and what is done in each. */
export const tabPlaces: TabPlace[] = [
  { name: 'stages', path: '', tasks: ['gate-overdue', 'review-waiting'] },
  {
    name: 'matrix',
    path: 'matrix',
    tasks: ['cannot', 'escalated', 'tell-in-person', 'responsible-erased', 'missing-sectors'],
  },
  { name: 'plan', path: 'plan', tasks: ['report-missing'] },
  { name: 'people', path: 'people', tasks: ['bounced', 'complained'] },
  { name: 'indicators', path: 'indicators' },
  { name: 'history', path: 'history' },
];

/** The address of a locality, or of one of its parts or screens. */
export const addressOf = (locality: string, path = '') =>
  `/localities/${encodeURIComponent(locality)}${path && `/${path}`}`;

/** Where criteria of each type are met: at activities of the checklist, in a part of the locality, or on a screen. */
const criterionPlaces: Record<CriterionType, 'checklist' | { tab: TabName } | { screen: string }> = {
  'required-activities': 'checklist',
  'meeting-held': 'checklist',
  'people-trained': 'checklist',
  'line-reached': { tab: 'plan' },
  sessions: 'checklist',
  'group-formed': 'checklist',
  commitments: { tab: 'matrix' },
  'commitments-fulfilled': { tab: 'matrix' },
  'targeting-decided': { screen: '/targeting' },
  'survey-wave': { tab: 'indicators' },
  'baseline-compared': { tab: 'indicators' },
};

const pathOf = (tab: TabName) => tabPlaces.find(({ name }) => name === tab)?.path;

/** The address where a criterion is met; none for one that is met at an activity, or of a type newer than the app. */
export function placeOfCriterion(locality: string, type: CriterionType): string | undefined {
  const place: (typeof criterionPlaces)[CriterionType] | undefined = criterionPlaces[type];
  if (place === undefined || place === 'checklist') return undefined;
  return 'screen' in place ? place.screen : addressOf(locality, pathOf(place.tab));
}

/** Where a task is cleared: the locality itself, unless one of its parts says so. */
export const placeOfTask = (kind: TaskKind) =>
  tabPlaces.find(({ tasks = [] }) => tasks.includes(kind))?.path ?? '';
