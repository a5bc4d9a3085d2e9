import type { Moment } from '../../domain/change.ts';
import { isToStaff, type MailMessage } from '../../domain/mail.ts';
import { usualMails, wayOf } from '../../domain/mail-choice.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { userIn } from '../../domain/user.ts';
import {
  type PreparedEmail,
  prepareStakeholderMail,
  renderStaffDigest,
  renderStaffMail,
} from '../../emails/index.ts';
import type { Links } from '../runtime/links.ts';
import type { MailFacts } from './mail-facts.ts';

export interface MailDependencies {
  municipality: Municipality;
  links: Links;
  /** Where the outside reaches the app. */
  publicUrl: string;
}

/**
 * Makes the mail that an outbox message asks for, as things stand; `digest` where its reader is told of it in their next
 * digest, `undefined` where it has ended on its own.
 */
export async function prepareMail(
  message: MailMessage,
  moment: Moment,
  facts: MailFacts,
  { municipality, links, publicUrl }: MailDependencies,
): Promise<PreparedEmail | 'digest' | undefined> {
  if (!isToStaff(message))
    return prepareStakeholderMail(message, {
      ...facts,
      moment,
      municipality,
      publicUrl,
      personalLink: links.urlFor,
    });
  const { language = municipality.language, mails = usualMails } = facts.profile(message.to) ?? {};
  const to = userIn(municipality, message.to);
  const reader = { language, municipality, publicUrl };
  if (message.kind === 'staff-digest') {
    // One that waited tells of a day that is over, and the next one tells the same as it stands then.
    if (mails === 'none' || message.on !== moment.today) return undefined;
    return { to, email: renderStaffDigest(message, reader) };
  }
  const way = wayOf(message.mail, to, mails, municipality);
  if (way !== 'at-once') return way === 'digest' ? way : undefined;
  return { to, email: renderStaffMail(message.mail, reader) };
}
