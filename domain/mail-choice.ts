import * as z from 'zod';
import type { StaffMail, StaffMailKind, StaffMailOf } from './mail.ts';
import type { Municipality } from './municipality.ts';
import { userIn } from './user.ts';

/**
 * What a member of staff chose to be sent. `at-once`: each thing by a mail of its own as it happens, and a digest a day of
 * what is due and late. `daily`: at once only what they have to act on, all else in a digest a day. `weekly`: the same with
 * a digest a week. `none`: nothing at all; what waits for them stands in the app.
 */
export const MailChoice = z.enum(['at-once', 'daily', 'weekly', 'none']);
export type MailChoice = z.infer<typeof MailChoice>;

/** What is sent to whoever has chosen nothing. */
export const usualMails: MailChoice = 'daily';

type Office = Pick<Municipality, 'approvers' | 'staffMailDomain'>;

/** Whether a mail is about something that its reader has to act on now; no mail is written to who did what it tells of. */
const actsNow: {
  [Kind in StaffMailKind]: (mail: StaffMailOf<Kind>, to: string, office: Office) => boolean;
} = {
  'stage-opened': () => false,
  // Whoever did not ask may decide it.
  'review-requested': () => true,
  // It has to be asked for again.
  'review-void': ({ requestedBy }, to, office) => userIn(office, requestedBy) === to,
  'gate-decided': ({ askedBy = [] }, to, office) => askedBy.some((name) => userIn(office, name) === to),
  // They answer for what is let pass.
  'override-used': (_, to, { approvers }) => approvers.includes(to),
  'programme-completed': () => false,
};
const isActedOn = <Kind extends StaffMailKind>(
  kind: Kind,
  mail: { [Each in StaffMailKind]: StaffMailOf<Each> }[Kind],
  to: string,
  office: Office,
) => actsNow[kind](mail, to, office);

/** How a mail reaches its reader: by itself, as a line of their next digest, or not at all. */
export function wayOf(
  mail: StaffMail,
  to: string,
  choice: MailChoice,
  office: Office,
): 'at-once' | 'digest' | 'never' {
  if (choice === 'none') return 'never';
  const isNow = choice === 'at-once' || isActedOn(mail.message, mail, userIn(office, to), office);
  return isNow ? 'at-once' : 'digest';
}
