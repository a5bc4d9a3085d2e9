import type { Moment } from '../../domain/change.ts';
import type { MailMessage } from '../../domain/mail.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { userIn } from '../../domain/user.ts';
import { type PreparedEmail, prepareStakeholderMail, renderStaffMail } from '../../emails/index.ts';
import type { Links } from '../runtime/links.ts';
import type { MailFacts } from './mail-facts.ts';

export interface MailDependencies {
  municipality: Municipality;
  links: Links;
  /** Where the outside reaches the app. */
  publicUrl: string;
}

/** Makes the mail that an outbox message asks for, as things stand; `undefined` where it has ended on its own. */
export async function prepareMail(
  message: MailMessage,
  moment: Moment,
  facts: MailFacts,
  { municipality, links, publicUrl }: MailDependencies,
): Promise<PreparedEmail | undefined> {
  if (message.kind !== 'mail')
    return prepareStakeholderMail(message, {
      ...facts,
      moment,
      municipality,
      publicUrl,
      personalLink: links.urlFor,
    });
  const { to, mail } = message;
  const language = facts.profile(to)?.language ?? municipality.language;
  return {
    to: userIn(municipality, to),
    email: renderStaffMail(mail, { language, municipality, publicUrl }),
  };
}
