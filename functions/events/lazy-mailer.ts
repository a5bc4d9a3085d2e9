import type { Municipality } from '../../domain/municipality.ts';
import type { Mailer, MailerOptions } from './mailer.ts';

/** Sends mail; the client of SES and what puts messages together are loaded with the first mail, not at the start. */
export function lazyMailer(municipality: Municipality, options: Omit<MailerOptions, 'municipality'>): Mailer {
  let opened: Promise<Mailer> | undefined;
  return async (...mail) => {
    opened ??= import('./mailer.ts').then(({ mailClient, mailerOn }) =>
      mailerOn(mailClient(municipality), { municipality, ...options }),
    );
    return (await opened)(...mail);
  };
}
