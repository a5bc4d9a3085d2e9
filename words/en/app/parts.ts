import type { Words } from '../../es/app/index.ts';

export const parts: Words['parts'] = {
  loading: 'Loading…',
  saving: 'Saving…',
  cancel: 'Cancel',
  close: 'Close',
  closeNotice: 'Close this notice',
  undo: 'Undo',
  undone: 'The change was undone.',
  save: 'Save',
  due: (relative, date) => `Due ${relative} (${date})`,
  wasDue: (relative, date) => `Was due ${relative} (${date})`,
  tooLarge: (size) =>
    `The file has ${size} MB, and 4 fit. Remove columns that are not used, or save it as .xlsx.`,
};

export const problems: Words['problems'] = {
  noConnection: 'Etapas cannot be reached, and this was not seen on this device before.',
  unknown: 'Something failed on our side. Try again.',
  again: 'Try again',
};

export const status: Words['status'] = {
  active: 'Active',
  'on-hold': 'On hold',
  completed: 'Completed',
  closed: 'Closed',
};

export const health: Words['health'] = {
  'on-track': 'On track',
  'due-soon': 'Due soon',
  overdue: 'Overdue',
};
