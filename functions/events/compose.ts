import { createTransport } from 'nodemailer';
import type { Municipality } from '../../domain/municipality.ts';
import type { EmailMessage } from '../../emails/index.ts';

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** What keeps mailing lists and absent people from answering a machine (RFC 3834). */
const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/** What lets mail programs offer to unsubscribe with one press (RFC 8058). */
const unsubscribe = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  Precedence: 'bulk',
});

/** A mail as it travels (MIME): HTML and plain text that say the same, and the calendar. */
export async function compose(
  to: string,
  { subject, text, html, unsubscribeUrl, replyTo, calendar, invitation }: EmailMessage,
  { name, mailFrom }: Pick<Municipality, 'name' | 'mailFrom'>,
  date: Date,
): Promise<Uint8Array> {
  const { message } = await composer.sendMail({
    from: { name: `Etapas · ${name}`, address: mailFrom },
    to: { name: '', address: to },
    replyTo: replyTo?.map((address) => ({ name: '', address })),
    subject,
    text,
    html,
    date,
    headers: { ...automatic, ...(unsubscribeUrl ? unsubscribe(unsubscribeUrl) : {}) },
    // Beside text and HTML as another form of the mail, and attached for programs that look there.
    icalEvent: invitation && { ...invitation, filename: 'etapas.ics' },
    attachments: calendar
      ? [
          {
            filename: 'etapas.ics',
            content: calendar,
            contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
          },
        ]
      : [],
    // What is in a mail is in its data: nothing is read from files or addresses named in it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (!Buffer.isBuffer(message)) throw new Error('a mail is composed in memory');
  return message;
}
