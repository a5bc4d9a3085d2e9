import type { Words } from '../es/dossier.ts';
import { commitmentFields } from './commitment-fields.ts';
import { localityStatuses } from './locality-statuses.ts';
import { particulars } from './particulars.ts';

/** Every English word of the dossier. */
export const en: Words = {
  kind: 'Record of a locality',
  title: (locality) => `Record of ${locality}`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  made: (date, entries) => `Issued on ${date} · ${entries} entries in the history`,
  hash: (hash) => `Hash ${hash}`,
  none: '—',

  particulars: {
    ...particulars,
    people: (count) => `${count} inhabitants`,
    begun: 'Begun on',
    made: 'Issued on',
  },
  statuses: localityStatuses,

  stages: {
    title: 'Stages',
    state: { behind: 'Completed', current: 'Under way', ahead: 'To come' },
    left: 'Closed here',
    drawing: (stages) => `The stages of the programme in their order: ${stages}.`,
    stage: 'Stage',
    planned: 'First plan',
    now: 'Current plan',
    opened: 'Opened',
    ended: 'Ended',
    visits: 'Visits',
    from: (start, end) => `${start} to ${end}`,
  },

  record: {
    title: 'Activities and decisions',
    none: 'No stage has been opened yet.',
    stage: (number, name) => `${number}. ${name}`,
    visit: (number, opened, target) => `Visit ${number}: opened on ${opened}, planned until ${target}`,
    ended: (date) => `, ended on ${date}`,
    activities: 'Activities',
    done: (by, date) => `Recorded by ${by} on ${date}`,
    notApplicable: 'not applicable',
    meetings: (count) => (count === 1 ? '1 meeting' : `${count} meetings`),
    trained: (count) => (count === 1 ? '1 person trained' : `${count} people trained`),
    evidence: (titles) => `Evidence: ${titles}`,
    open: (names) => `Not completed: ${names}.`,
    nothing: 'No activity was recorded at this visit.',
    decisions: 'Decisions',
    undecided: 'No decisions.',
    asked: (by, date) => `Review asked for by ${by} on ${date}`,
    note: (note) => `Note: ${note}`,
    waiting: 'The review waits for a decision.',
    decided: (by, date) => `Decided by ${by} on ${date}`,
    reason: (reason) => `Reason: ${reason}`,
    override: 'By override: passed without meeting every criterion',
    overrideAsked: 'Asked for by override: not every criterion is met',
    overrideBy: (by, date) => `Override by ${by}, valid until ${date}`,
    unmet: (criteria) => `What was missing: ${criteria}`,
  },
  outcomes: {
    advance: () => 'Advances',
    return: (stage) => (stage ? `Returns to “${stage}”` : 'Returns'),
    hold: () => 'Put on hold',
    close: () => 'Closed',
  },

  commitmentFields,
  matrix: {
    title: 'Commitment matrix',
    none: 'No commitments are recorded.',
    names:
      'Persons are named only in the copy of somebody who may write to them; other copies have their organization or sector.',
    number: 'No.',
    action: 'Action',
    due: 'Date',
    sector: (name) => `${name.charAt(0).toUpperCase()}${name.slice(1)} sector`,
    nobody: 'Nobody responsible',
    undated: 'No date',
    missing: (sectors) => `Sectors without a commitment that stands: ${sectors}.`,
    covered: 'Each of the six sectors has a commitment that stands.',
    rollUp: 'By status',
    count: 'Commitments',
    total: 'Total without cancelled',
  },

  surveys: {
    title: 'Surveys and indicators',
    none: 'No survey has been imported.',
    baseline: 'Baseline',
    followUp: 'Follow-up',
    survey: (people, date, by, questionnaire) =>
      `${people} people; questionnaire ${questionnaire}; imported on ${date} by ${by}`,
    notYet: 'Not imported yet',
    howTo:
      'Below each figure is its 95% confidence interval. A change is claimed only where the chance of the sample does not explain it, with Holm’s adjustment for comparing several questions at once.',
    indicator: 'Indicator',
    picture: 'Before and after',
    difference: (difference) => `Difference: ${difference}`,
    result: 'Result',
    interval: (low, high) => `${low} to ${high}`,
    answers: (count) => `${count} answers`,
    points: 'points',
  },

  ranking: {
    title: 'Targeting',
    none: 'No frozen ranking has this locality in it.',
    name: 'Ranking',
    place: 'Place of this locality',
    placed: (rank, places) => `${rank} of ${places}`,
    unranked: 'No place: figures are missing',
    method: 'Method',
    methods: { weighted: 'Weighted index', 'cases-attended': 'Cases attended' },
    chosen: 'Reach',
    first: (count) => (count === 1 ? 'The first place' : `The first ${count} places`),
    rationale: 'Rationale',
    frozen: 'Frozen',
    frozenBy: (by, date) => `by ${by} on ${date}`,
    hash: 'Hash',
    indicator: 'Indicator',
    weight: 'Weight',
    reason: 'Reason for the weight',
  },

  authenticity: {
    title: 'History and authenticity',
    text: (entries) =>
      `This document was made from the record at entry number ${entries} of its history. Each entry is chained to the one before by its hash (SHA-256); that of the last one is:`,
    check:
      'To check it, look in Etapas for the entry of that number in the history of the locality, and compare its hash. If it is the same, and the check of histories finds no fault, the history up to that entry is what it was when this document was issued.',
    identifier: (id) => `Identifier of the locality: ${id}`,
  },
  signatures: {
    title: 'Signatures',
    municipality: 'For the municipality',
    coordination: 'For the coordination of the locality',
    name: 'Name, office and signature',
    when: 'Place and date',
  },
};
