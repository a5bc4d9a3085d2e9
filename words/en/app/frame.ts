import type { Words } from '../../es/app/index.ts';
import { roleNames } from '../roles.ts';

export const frame: Words['frame'] = {
  skip: 'Skip to the content',
  main: 'Sections',
  sections: {
    today: 'Today',
    localities: 'Localities',
    people: 'People',
    administration: 'Admin',
    targeting: 'Targeting',
  },
  privacy: 'Privacy notice',
  language: 'Language',
  account: 'Your account',
  mails: 'Mails you receive',
  signOut: 'Sign out',
  signOutWaiting: (changes) =>
    `You have ${changes} that were not sent. Signing out loses them: wait until you have a connection.`,
  signOutAnyway: 'Sign out and lose them',
  roles: roleNames,
  notFound: 'There is no such page',
  notFoundText: 'The link may be incomplete, or the page may have moved.',
  toToday: 'Go to Today',
  broken: 'This screen could not be shown',
  brokenText: 'What you saved is safe. Load the page again; if it stays like this, tell your administrator.',
  reload: 'Load again',
};

export const session: Words['session'] = {
  title: 'Localities, stage by stage',
  text: 'For those who coordinate, decide or follow the municipality’s prevention programmes. Sign in with your work account.',
  enter: 'Sign in',
  failed: 'Signing in did not work. Check your connection and try again.',
  expiredTitle: 'Your session has ended',
  expiredText:
    'For safety, sessions end after a while. What you typed is still here and will be saved as soon as you sign in again.',
  again: 'Sign in again',
  blocked:
    'The browser did not open the window for signing in. You can sign in on this page: what you typed is kept.',
  here: 'Sign in on this page',
};
