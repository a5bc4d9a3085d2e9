import type { commitmentFields as es } from '../es/commitment-fields.ts';

/** What the fields of a commitment are called in English, in the order of the columns of a file. */
export const commitmentFields: typeof es = {
  action: {
    name: 'What is to be done',
    short: 'Commitment',
    inSentence: 'the text',
    imported: { key: 'action', name: 'action', means: 'What was promised', required: true },
  },
  responsible: {
    name: 'Responsible',
    short: 'Responsible',
    inSentence: 'who is responsible',
    imported: {
      key: 'responsible',
      name: 'responsible',
      means: 'Name, e-mail or key of somebody who is in People',
    },
  },
  coResponsible: {
    name: 'Others who take part',
    short: 'With',
    inSentence: 'who takes part',
    imported: { key: 'coResponsible', name: 'coResponsible', means: 'Several are parted by |' },
  },
  dueOn: {
    name: 'Due date',
    short: 'Due',
    inSentence: 'the date',
    imported: { key: 'dueOn', name: 'due', means: '2026-12-05 or 05/12/2026' },
  },
  supportingProgramme: {
    name: 'Supporting programme',
    short: 'Support',
    inSentence: 'the supporting programme',
    imported: {
      key: 'supportingProgramme',
      name: 'supportingProgramme',
      means: 'Supporting programme, by name',
    },
  },
  policyArea: {
    name: 'Policy area',
    short: 'Area',
    inSentence: 'the policy area',
    imported: { key: 'policyArea', name: 'policyArea', means: 'Policy area, by name' },
  },
  budget: {
    name: 'Budget',
    short: 'Budget',
    inSentence: 'the budget',
    imported: { key: 'budgetAmount', name: 'budget', means: 'Amount in pesos: 12,500.00' },
  },
  status: {
    name: 'Status',
    short: 'Status',
    inSentence: 'the status',
    imported: { key: 'status', name: 'status', means: 'Pending, In progress, Fulfilled or Cancelled' },
  },
  progress: {
    name: 'Progress',
    short: 'Progress',
    inSentence: 'the progress',
    imported: { key: 'progress', name: 'progress', means: 'From 0 to 100' },
  },
  fulfilledOn: {
    name: 'Fulfilled on',
    short: 'Fulfilled on',
    inSentence: 'the day it was fulfilled',
    imported: {
      key: 'fulfilledOn',
      name: 'fulfilled on',
      means: 'The day it was fulfilled; today without one',
    },
  },
  note: {
    name: 'Note',
    short: 'Note',
    inSentence: 'the note',
    imported: { key: 'note', name: 'note', means: 'About the work; no data of victims' },
  },
  evidence: {
    name: 'Documents',
    short: 'Documents',
    inSentence: 'the documents',
    imported: 'documents-fit-no-table',
  },
};
