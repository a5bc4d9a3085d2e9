/** What the functions make mails with; each kind of mail is a module named as the kind (`kinds.ts`). */
export type { EmailMessage, PreparedEmail } from './email-message.ts';
export { renderStaffDigest } from './staff-digest.ts';
export { renderStaffMail } from './staff-mail.ts';
export { prepareStakeholderMail } from './stakeholder-mail.ts';
