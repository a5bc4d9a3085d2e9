import { addDays } from '../../domain/calendar.ts';
import type { Moment } from '../../domain/change.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { renderGateMail } from '../../emails/index.ts';
import type { MailDayStore } from '../../store/mail-days.ts';
import type { MailReleaseStore } from '../../store/mail-release.ts';
import { type OutboxEntry, tagOf } from '../../store/outbox-entry.ts';
import type { StaffStore } from '../../store/staff.ts';
import { momentOf } from '../runtime/clock.ts';
import { logger } from '../runtime/logger.ts';
import { type FinaliseDependencies, finaliseMail } from './finalise-mail.ts';
import type { Mailer } from './mailer.ts';
import { type DigestDependencies, type PreparedEmail, prepareDigest } from './prepare-digest.ts';
import { prepareFreshLink } from './prepare-fresh-link.ts';

export interface DeliverDependencies extends FinaliseDependencies, DigestDependencies {
  staff: StaffStore;
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

async function post(
  { errand }: OutboxEntry,
  moment: Moment,
  dependencies: DeliverDependencies,
): Promise<PreparedEmail | undefined> {
  if (errand.kind === 'digest') return prepareDigest(errand, moment, dependencies);
  if (errand.kind === 'fresh-link') return prepareFreshLink(errand, dependencies);
  if (errand.kind !== 'mail') throw new Error(`${errand.kind} is no mail`);
  const { staff, municipality } = dependencies;
  const { to, mail } = errand;
  const language = (await staff.find(to))?.language ?? municipality.language;
  const address = to.includes('@') ? to : `${to}@${municipality.staffMailDomain}`;
  return { to: address, letter: renderGateMail(mail, { language, municipality }) };
}

/**
 * Carries one mail as far as it can be carried now; safe to be called again at any time. A mail whose outcome is
 * unknown is held until SES tells of it; told nothing for long enough, it is sent again, and the attempt is counted.
 * Answers whether something was done.
 */
export async function deliver(entry: OutboxEntry, dependencies: DeliverDependencies): Promise<boolean> {
  const { outbox, municipality, clock } = dependencies;
  const now = clock();
  const moment = momentOf(now, municipality);
  const heldUntil = new Date(now.getTime() + municipality.mail.heldMinutes * 60_000);
  if (entry.state === 'leased' && !isOver(entry.leasedUntil, now)) return false;
  if (entry.told) return finaliseMail(entry, entry.told, dependencies);
  if (entry.state === 'leased') {
    logger.warn('mail held', { outbox: entry.id });
    await outbox.markUncertain(entry, heldUntil);
    return true;
  }
  if (!(await dependencies.mailRelease.isReleased(now))) {
    logger.warn('mail waits for release', { outbox: entry.id });
    return false;
  }
  const leased = await outbox.lease(entry, now, moment.today);
  if (!leased) return false;
  const ready = await post(leased, moment, dependencies).catch(async (error: unknown) => {
    // It was certainly not sent.
    await outbox.defer(leased);
    throw error;
  });
  if (!ready) return finaliseMail(leased, { state: 'suppressed' }, dependencies);
  if (!isAllowed(ready.to, municipality))
    return finaliseMail(leased, { state: 'kept' }, dependencies, ready.about);
  return hand(leased, ready, moment, heldUntil, dependencies);
}

/** Hands a mail to SES, if the day has room for it, and records what came of it. */
async function hand(
  leased: OutboxEntry,
  { to, letter, about }: PreparedEmail,
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
  const handed = await send(to, letter, tagOf(leased));
  if (handed.outcome === 'sent') {
    const { messageId } = handed;
    return finaliseMail(leased, { state: 'sent', messageId }, dependencies, about);
  }
  const { outcome, error } = handed;
  if (outcome === 'refused') return finaliseMail(leased, { state: 'failed', error }, dependencies, about);
  logger.error('mail not sent', { outbox: leased.id, outcome, error, ...mailAlarm });
  if (outcome === 'unknown') await outbox.markUncertain(leased, heldUntil);
  else {
    await mailDays.giveBack(today);
    await outbox.defer(leased);
  }
  return false;
}
