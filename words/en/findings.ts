import type { findings as findingsInSpanish, findingKinds as kindsInSpanish } from '../es/findings.ts';

export const findingKinds: typeof kindsInSpanish = {
  ranking: 'Ranking',
  municipality: 'Work of the municipality',
  anchor: (day) => `Anchor of ${day}`,
};

export const findings: typeof findingsInSpanish = {
  unreadable: (about) => `The record “${about}” cannot be read.`,
  'history-altered': (about) => `Entry ${about} of the history was altered after it was written.`,
  'history-incomplete': (about) => `Entry ${about} of the history is missing.`,
  'visit-missing': (about) => `The visit “${about}” is missing.`,
  'visit-astray': (about) => `The visit “${about}” is open or closed when it should not be.`,
  'review-differs': (about) => `The review of “${about}” does not agree with how the locality stands.`,
  'commitments-differ': (about) => `The count of commitments does not agree with the matrix (“${about}”).`,
  'sums-differ': (about) => `The sums of the line “${about}” are not those of its entries.`,
  'item-altered': (about) => `The record “${about}” was altered after it was written.`,
  'item-missing': (about) => `The record “${about}” is missing.`,
  'item-unknown': (about) => `The record “${about}” was not written by anything that the history tells of.`,
  'history-cut': (about) => `The history is shorter than on ${about}: its last entries are missing.`,
  'history-rewritten': (about) => `The history is another one than on ${about}.`,
  removed: (about) => `It was there on ${about} and is there no more.`,
  'anchor-altered': () => 'What was laid down that day cannot be read or was altered.',
  'contact-differs': () => 'Their contact data are missing, or still there after they were erased.',
};
