import type { SentMail } from './test-app.ts';

/** A digest to staff, by its tag. */
export const isStaffDigest = ({ outbox }: Pick<SentMail, 'outbox'>) => outbox.startsWith('staff_');

/** The digests to somebody of the staff. */
export const staffDigestsTo = (mails: readonly SentMail[], user: string | undefined): SentMail[] =>
  mails.filter((mail) => isStaffDigest(mail) && mail.to === user);

/** Of what mails to somebody of the staff are, by their subjects. */
export const subjectsTo = (mails: readonly SentMail[], user: string | undefined): string[] =>
  mails.filter(({ to }) => to === user).map(({ subject }) => subject);
