import type { Words } from '../../es/app/index.ts';
import { counted } from '../../plural.ts';

export const today: Words['today'] = {
  title: 'Today',
  summary: (tasks, late) => {
    if (tasks === 0) return 'You have nothing to do.';
    return late > 0 ? `You have ${count(tasks)}; ${lateCount(late)}.` : `You have ${count(tasks)}.`;
  },
  summarySoFar: (tasks, late) =>
    late > 0
      ? `Here are ${count(tasks)}; ${lateCount(late)}. More follow.`
      : `Here are ${count(tasks)}. More follow.`,
  more: 'Show more tasks',
  groups: { late: 'Late', soon: 'This week', later: 'Later' },
  none: 'Everything is up to date',
  noneText: 'Whatever depends on you will appear here.',
  since: (relative) => `Since ${relative}`,
  isNew: 'New',
  actions: {
    cannot: 'Change the commitment',
    escalated: 'See the commitment',
    bounced: 'Correct the address',
    complained: 'See the person',
    'tell-in-person': 'See the commitment',
    'responsible-erased': 'Change the commitment',
    'report-missing': 'See the plan',
    'gate-overdue': 'See what is missing',
    'review-waiting': 'See the review',
    'override-expired': 'See the locality',
    'missing-sectors': 'Open the matrix',
    'privacy-request': 'See the request',
  },
  done: {
    cannot: 'I saw to it',
    escalated: 'I saw to it',
    bounced: 'I told them',
    complained: 'I told them',
    'tell-in-person': 'I told them',
    'responsible-erased': 'I saw to it',
    'report-missing': 'I saw to it',
    'override-expired': 'It is settled',
  },
  wasDone: 'Task marked as done.',
  doneTitle: 'Is it done?',
  doneNote: 'Note for the history (optional)',
  changes: 'Since your last visit',
  changed: {
    appeared: 'A new locality of yours',
    moved: (stage) => `Went on to “${stage}”`,
    returned: (stage) => `Went back to “${stage}”`,
    reviewed: 'A review of its stage was asked for',
    late: 'Is late now',
    'on-hold': 'Was put on hold',
    resumed: 'Was resumed',
    completed: 'Completed its programme',
    closed: 'Was closed',
  },
  figures: 'In figures',
  localities: 'Localities',
  active: 'active',
  overdue: 'overdue',
  dueSoon: 'due soon',
  onHold: 'on hold',
  commitments: 'Commitments',
  fulfilled: 'fulfilled',
  open: 'still to be kept',
  nextDue: 'Coming up',
  nextDueNone: 'No open stage has a date coming up.',
};

const count = counted('en-MX', { one: '# task', other: '# tasks' });
const lateCount = counted('en-MX', { one: '# is late', other: '# are late' });
