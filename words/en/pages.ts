import type { Words } from '../es/pages.ts';
import { checked } from './checked.ts';
import { localityStatuses } from './locality-statuses.ts';
import { privacy } from './privacy.ts';

/** Every English word of the pages without an account. */
export const en: Words = {
  sender: (municipality) => `Etapas · ${municipality}`,
  inThisLanguage: 'In English',
  greeting: (name) => `Hello, ${name}.`,
  keepPrivate: 'This link is for you only. Please do not share it.',
  back: 'Go back',

  commitments: {
    title: 'Your commitments',
    intro: 'You are responsible for these commitments. Press a button to tell us how each one is going.',
    none: 'You have no open commitments. Thank you!',
    dueOn: (date) => `Due on ${date}`,
    wasDueOn: (date) => `Was due on ${date}`,
    dueToday: 'Due today',
    undated: 'No date agreed',
    lastAnswer: (answer, date) => `On ${date} you answered: ${answer}.`,
    addNote: 'Add a note',
    note: 'Note for the coordinators (optional)',
    fulfilledOn: 'If you did it on another day, when?',
    noteHint: 'Please do not write names or details of victims or of other people.',
    more: 'Show the next ones',
    fromStart: 'Show from the beginning',
  },

  answers: {
    fulfilled: 'It is done',
    'in-progress': 'It is under way',
    cannot: 'I cannot do it',
  },

  feed: {
    gate: (stage, locality) => `Target of the stage "${stage}": ${locality}`,
    commitment: (action) => `Due: ${action}`,
    linePeriod: (line) => `Period ends: ${line}`,
  },

  sessions: {
    title: 'Your sessions and commitments',
    intro: 'You are asked to come to these sessions. Press a button to tell us whether you will.',
    dayAndHour: (day, hour) => `${day}, ${hour}`,
    agenda: 'See the agenda',
    labels: { 'will-come': 'I will come', cannot: 'I cannot come' },
    next: {
      'will-come':
        'The coordination knows that you will come. You can change your answer until the day of the session.',
      cannot:
        'The coordination knows that you cannot come. You can change your answer until the day of the session.',
    },
  },

  receipt: {
    title: 'We have your answer',
    answered: (answer) => `You answered: ${answer}.`,
    yourNote: 'Your note',
    next: {
      fulfilled:
        'The commitment is recorded as done, and we will send you no more reminders of it. Thank you!',
      'in-progress':
        'The commitment is recorded as under way. If need be, we will remind you of it around its date.',
      cannot:
        'We have told the coordinators, who will decide what comes next. Until then we will not remind you of it.',
    },
    undo: 'Not what you meant? Choose another answer:',
    all: 'Show all your commitments',
  },

  reports: {
    heading: 'Numbers that are missing',
    intro:
      'These lines are yours to report, and their period is over. Write how much was done; if nothing was, write 0.',
    period: (from, to) => `From ${from} to ${to}`,
    howMany: (unit) => `How much was done? Unit: ${unit}. Leave blank what you do not know.`,
    send: 'Send the numbers',
    title: 'We have your numbers',
    recorded: 'The numbers are recorded. Thank you!',
    mistaken: 'A mistake? Ask the coordinators to correct them.',
    already: 'That period has numbers already, so nothing was added.',
    unreadTitle: 'We could not read your numbers',
    unread:
      'Nothing was recorded. Go back and write at least one number, 0 or more, without letters; without decimals where people or things are counted.',
    all: 'Back to your list',
  },

  unsubscribe: {
    title: 'Stop receiving mail',
    text: 'If you go on, we will no longer write to you about your commitments, which stay as they are.',
    button: 'Stop receiving mail',
    doneTitle: 'We will not write to you any more',
    done: 'We have recorded that you do not want to receive mail. If that was a mistake, you can receive it again.',
    again: 'Receive mail again',
    againTitle: 'You will receive mail again',
    againDone: 'We will write to you again when there is something to remind you of.',
    notAgain: 'We cannot write to this address. Please ask the coordinators to record another one.',
  },

  expired: {
    title: 'This link has expired',
    text: 'To keep things safe, links stop working after some time. We can send a new one to the address we have on record.',
    button: 'Send me a new link',
    sentTitle: 'Please look at your mail',
    sent: 'If we have an address on record, a new link will arrive within minutes. One is sent per hour at most.',
  },

  published: {
    asOf: (date) => `As of ${date}`,
    stages: 'Stages',
    states: { behind: 'Completed', current: 'Under way', ahead: 'To come' },
    statuses: localityStatuses,
    span: (from, to) => `from ${from} to ${to}`,
    since: (from, to) => `since ${from}, planned until ${to}`,
    planned: (from, to) => `planned from ${from} to ${to}`,
    commitments: 'Commitments by sector',
    noCommitments: 'No commitments are recorded yet.',
    noSector: 'Nobody responsible',
    total: 'All sectors',
    work: 'What has been done',
    fewerThan: (count, unit) => `Fewer than ${count} ${unit}`,
    ofTarget: (done, target, unit, percent) => `${done} of ${target} ${unit} (${percent}% of the target)`,
    ofAtMost: (done, target, unit, percent) => `${done} of at most ${target} ${unit} (${percent}%)`,
    inQuarter: (year, quarter, figures) => `Quarter ${quarter} of ${year}: ${figures}`,
    indicators: 'Indicators',
    howTo: 'A change is claimed only where the chance of the surveys does not explain it.',
    figures: (before, after) => `Before ${before}, after ${after}`,
    notCompared: 'There are no two surveys to compare yet.',
    more: (count) => (count === 1 ? 'And one more indicator.' : `And ${count} more indicators.`),
    about: 'Public information of the municipality. It contains no personal data.',
    notThere: 'We could not find this page',
    notThereText: 'The address is incomplete, or the municipality does not publish this locality.',
  },

  checked,

  privacy,

  problems: {
    forbidden: [
      'This link does not work',
      'It may be incomplete or no longer valid. Please open the one in the latest message from us, or ask the coordinators of your municipality.',
    ],
    'not-found': ['We cannot find that commitment', 'It is not on your list. No answer was recorded.'],
    'not-open': [
      'That commitment is closed already',
      'The coordinators have closed it, so your answer was not recorded.',
    ],
    'session-state': [
      'That session does not wait for your answer any more',
      'It has taken place, was cancelled, or you need not come any more. No answer was recorded.',
    ],
    'invalid-request': [
      'We could not read your answer',
      'Nothing was recorded. Please go back and try again; a note may have up to 1000 characters, no control characters, and no CURP, RFC or social security number.',
    ],
    'body-too-large': [
      'The note is too long',
      'Nothing was recorded. Please go back and write a shorter one.',
    ],
    unavailable: [
      'Please try again in a moment',
      'There are many answers at once, and yours was not recorded.',
    ],
    'version-missing': [
      'This page is not available for now',
      'A part of this installation is missing; whoever runs it is being told.',
    ],
    internal: ['Something failed on our side', 'Please try again later.'],
  },
};
