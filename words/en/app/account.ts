import type { account as es } from '../../es/app/account.ts';

export const account: typeof es = {
  title: 'The mails you receive',
  text: (user) =>
    `They go to ${user}. You are not written to about what you do yourself, and all else is always in Etapas.`,
  which: 'What do you want to receive?',
  choices: {
    'at-once': {
      name: 'Everything, as it happens',
      means:
        'A mail for each thing that happens in your localities and, on working days, a digest of what is open and late.',
    },
    daily: {
      name: 'A digest a day',
      means:
        'At once only what you have to act on: a review to decide, or the answer to one that you asked for. All else in a digest on working days that bring something new; what stays as it was is said again once a week.',
    },
    weekly: {
      name: 'A digest a week',
      means:
        'At once only what you have to act on. All else in a digest on the first working day of the week.',
    },
    none: {
      name: 'No mail',
      means: 'Not even reviews that wait for your decision: to see them you will have to open Etapas.',
    },
  },
  language: 'Language of the mails',
  saved: 'Your choice was saved.',
  feed: {
    title: 'Your agenda in another calendar',
    text: 'By this link, the calendar of your telephone or computer shows sessions, targets of stages, commitments that fall due and ends of periods of what you coordinate. It is for you alone: whoever has it sees your agenda.',
    link: 'Link to subscribe to',
    none: 'You have no link.',
    make: 'Make a link',
    renew: 'Change the link',
    revoke: 'Take the link away',
    made: 'The link is ready. Earlier ones have ended.',
    revoked: 'The link has ended.',
  },
};
