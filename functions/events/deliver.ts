import { addDays } from '../../domain/calendar.ts';
import type { Moment } from '../../domain/change.ts';
import type { Municipality } from '../../domain/municipality.ts';
import type { PreparedEmail } from '../../emails/index.ts';
import type { MailDayStore } from '../../store/mail-days.ts';
import type { MailReleaseStore } from '../../store/mail-release.ts';
import { type MailEntry, tagOf } from '../../store/outbox-entry.ts';
import { momentOf } from '../runtime/clock.ts';
import { logger } from '../runtime/logger.ts';
import { type FinaliseDependencies, finaliseMail } from './finalise-mail.ts';
import type { Mailer } from './mailer.ts';
import type { MailDependencies } from './prepare-mail.ts';

export interface DeliverDependencies extends FinaliseDependencies, MailDependencies {
  mailDays: MailDayStore;
  mailRelease: MailReleaseStore;
  send: Mailer;
}

/** Marks the lines of the log that the alarm for mail counts. */
const mailAlarm = { alarm: 'mail' };

const isOver = (instant: string | undefined, now: Date) => !instant || Date.parse(instant) < now.getTime();

/** While the municipality tries its mail out, only who is named is written to; staff are no exception. */
const isAllowed = (to: string, { mail }: Municipality) =>
  !mail.sandbox || mail.allowed.some((address) => address.toLowerCase() === to.toLowerCase());

/**
 * Carries one mail as far as it can be carried now; safe to be called again at any time. A mail whose outcome is
 * unknown is marked uncertain until SES tells of it; told nothing for long enough, it is sent again, and the attempt is
 * counted. Answers whether something was done.
 */
export async function deliver(entry: MailEntry, dependencies: DeliverDependencies): Promise<boolean> {
  const { outbox, municipality, clock } = dependencies;
  const now = clock();
  const moment = momentOf(now, municipality);
  const heldUntil = new Date(now.getTime() + municipality.mail.heldMinutes * 60_000);
  if (entry.state === 'leased' && !isOver(entry.leasedUntil, now)) return false;
  if (entry.receipt) return finaliseMail(entry, entry.receipt, dependencies);
  if (entry.state === 'leased') {
    logger.warn('mail uncertain', { outbox: entry.id });
    await outbox.markUncertain(entry, heldUntil);
    return true;
  }
  if (!(await dependencies.mailRelease.isReleased(now))) {
    logger.warn('mail waits for release', { outbox: entry.id });
    return false;
  }
  const lease = await outbox.lease(entry, now, moment.today);
  if (!lease) return false;
  const leased: MailEntry = { ...lease, message: entry.message };
  // What mails are written with is half of the code, and workflows are answered without it.
  const { prepareMail } = await import('./prepare-mail.ts');
  const ready = await prepareMail(entry.message, moment, dependencies).catch(async (error: unknown) => {
    // It was certainly not sent.
    await outbox.defer(leased);
    throw error;
  });
  if (!ready) return finaliseMail(leased, { state: 'suppressed' }, dependencies);
  if (!isAllowed(ready.to, municipality))
    return finaliseMail(leased, { state: 'kept' }, dependencies, ready.about);
  return sendLeased(leased, ready, moment, heldUntil, dependencies);
}

/** Sends a leased mail, if the day has room for it, and records what came of it. */
async function sendLeased(
  leased: MailEntry,
  { to, email, about }: PreparedEmail,
  { today }: Moment,
  heldUntil: Date,
  dependencies: DeliverDependencies,
): Promise<boolean> {
  const { outbox, mailDays, municipality, send, clock } = dependencies;
  if (!(await mailDays.take(today, municipality.mail.dailyCap, clock()))) {
    logger.warn('mail waits for tomorrow', { outbox: leased.id });
    await outbox.defer(leased, addDays(today, 1));
    return false;
  }
  const result = await send(to, email, tagOf(leased));
  if (result.outcome === 'sent') {
    const { messageId } = result;
    return finaliseMail(leased, { state: 'sent', messageId }, dependencies, about);
  }
  const { outcome, error } = result;
  if (outcome === 'rejected') return finaliseMail(leased, { state: 'failed', error }, dependencies, about);
  logger.error('mail not sent', { outbox: leased.id, outcome, error, ...mailAlarm });
  if (outcome === 'unknown') await outbox.markUncertain(leased, heldUntil);
  else {
    await mailDays.giveBack(today);
    await outbox.defer(leased);
  }
  return false;
}
