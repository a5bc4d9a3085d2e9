import { foldAddress } from '../../domain/address.ts';
import { addDays, type LocalDate } from '../../domain/calendar.ts';
import type { Moment } from '../../domain/change.ts';
import { isToStaff } from '../../domain/mail.ts';
import { dayBounds, type MailAudience } from '../../domain/mail-bounds.ts';
import type { Municipality } from '../../domain/municipality.ts';
import type { PreparedEmail } from '../../emails/index.ts';
import type { MailDayStore } from '../../store/mail-days.ts';
import type { MailReleaseStore } from '../../store/mail-release.ts';
import type { Left } from '../../store/outbox.ts';
import {
  mailsOf,
  messageId,
  type OutboxEntry,
  type PendingMail,
  type PendingMessage,
  tagOf,
} from '../../store/outbox-entry.ts';
import { momentOf } from '../runtime/clock.ts';
import { logger } from '../runtime/logger.ts';
import { type FinaliseDependencies, type Finalised, finaliseMails } from './finalise-mail.ts';
import type { MailFacts } from './mail-facts.ts';
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
  !mail.sandbox || mail.allowed.some((address) => foldAddress(address) === foldAddress(to));

/** What came of trying a mail: final, certainly not sent (until a day, where the present one is full), or unknown. */
type Tried =
  | { came: 'final'; finalised: Finalised }
  | { came: 'unsent'; mail: PendingMail; until?: LocalDate; failure?: unknown }
  | { came: 'uncertain'; mail: PendingMail; failure?: unknown };

/** A mail that is made and may be sent. */
interface Ready {
  came: 'ready';
  mail: PendingMail;
  prepared: PreparedEmail;
}

/** How an entry is left: what is undone of it, uncertain until then, or not sent. */
function leftOf(
  undone: readonly PendingMessage[],
  tried: readonly Tried[],
  heldUntil: Date,
): Left | undefined {
  const uncertain = tried.flatMap((one) => (one.came === 'uncertain' ? [one.mail] : []));
  const unsent = tried.flatMap((one) => (one.came === 'unsent' ? [one] : []));
  const messages = [
    ...undone,
    ...uncertain,
    ...unsent.map(({ mail }) => ({ ...mail, unsent: mail.unsent + 1 })),
  ];
  if (messages.length === 0) return undefined;
  if (uncertain.length > 0) return { messages, state: 'held', heldUntil: heldUntil.toISOString() };
  const waitsFor = unsent.every(({ until }) => until !== undefined) ? unsent[0]?.until : undefined;
  return { messages, state: 'waiting', waitsFor };
}

/**
 * Carries the mails of an entry as far as they can be carried now; safe to be called again at any time. A mail whose
 * outcome is unknown is held until SES tells of it; told nothing for long enough, it is sent again, and the attempt is
 * counted. `undone` are messages of the entry of another kind that are still to be carried out. Answers whether something
 * was done.
 * @throws what kept a mail from being made or sent, when what came of all others is written
 */
export async function deliver(
  found: OutboxEntry,
  undone: readonly PendingMessage[],
  dependencies: DeliverDependencies,
): Promise<boolean> {
  const { outbox, municipality, clock, mailRelease } = dependencies;
  const now = clock();
  const moment = momentOf(now, municipality);
  const heldUntil = new Date(now.getTime() + municipality.mail.heldMinutes * 60_000);
  if (found.state === 'leased' && !isOver(found.leasedUntil, now)) return false;
  const mails = mailsOf(found.messages);
  const told = mails.filter(({ receipt }) => receipt);
  if (found.state === 'leased' || told.length > 0) {
    // Whoever had it did not come so far as to write down what became of it.
    const until = found.state === 'held' && found.heldUntil ? new Date(found.heldUntil) : heldUntil;
    const tried = mails.map((mail): Tried => {
      if (mail.receipt) return { came: 'final', finalised: { mail, outcome: mail.receipt } };
      return { came: 'uncertain', mail };
    });
    return write(found, undone, tried, until, dependencies);
  }
  if (!(await mailRelease.isReleased(now))) {
    logger.warn('mail waits for release', { outbox: found.id });
    return false;
  }
  const entry = await outbox.lease(found, now, moment.today);
  if (!entry) return false;
  return sendLeased(entry, undone, moment, heldUntil, dependencies);
}

/** Sends the mails of a leased entry, as far as the day has room for them, and writes what came of each. */
async function sendLeased(
  entry: OutboxEntry,
  undone: readonly PendingMessage[],
  moment: Moment,
  heldUntil: Date,
  dependencies: DeliverDependencies,
): Promise<boolean> {
  const mails = mailsOf(entry.messages);
  // A workflow that was answered a moment ago goes on at once and writes the same history, which is read later then.
  const isAlone = mails.length === entry.messages.length;
  // What mails are made with is half of the code, and workflows are answered without it.
  const { readMailFacts } = await import('./mail-facts.ts');
  const facts = await readMailFacts(dependencies.table, mails, isAlone ? entry : undefined).catch(
    async (failure: unknown) => {
      // None was sent, certainly.
      const tried = mails.map((mail): Tried => ({ came: 'unsent', mail }));
      await write(entry, undone, tried, heldUntil, dependencies);
      throw failure;
    },
  );
  const made = await Promise.all(mails.map((mail) => make(mail, facts, moment, dependencies)));
  const ready = made.filter((one) => one.came === 'ready');
  const tried = [
    ...made.filter((one) => one.came !== 'ready'),
    ...(await sendReady(entry, ready, moment, dependencies)),
  ];
  await write(entry, undone, tried, heldUntil, dependencies, facts);
  const failures = tried.flatMap((one) => (one.came !== 'final' && one.failure ? [one.failure] : []));
  if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures);
  return tried.some(({ came }) => came === 'final');
}

/** Makes one mail, unless it ends on its own or is not to be sent. */
async function make(
  mail: PendingMail,
  facts: MailFacts,
  moment: Moment,
  dependencies: DeliverDependencies,
): Promise<Ready | Tried> {
  if (mail.receipt) return { came: 'final', finalised: { mail, outcome: mail.receipt } };
  try {
    if (mail.message.kind === 'digest' && mail.message.on < moment.today) {
      const { returnToLadder } = await import('./return-to-ladder.ts');
      await returnToLadder(mail.message, dependencies);
      return { came: 'final', finalised: { mail, outcome: { state: 'suppressed' } } };
    }
    const { prepareMail } = await import('./prepare-mail.ts');
    const prepared = await prepareMail(mail.message, moment, facts, dependencies);
    if (!prepared || prepared === 'digest') {
      const outcome = { state: 'suppressed' } as const;
      return { came: 'final', finalised: { mail, outcome, isNews: prepared === 'digest' } };
    }
    if (isAllowed(prepared.to, dependencies.municipality)) return { came: 'ready', mail, prepared };
    const { about } = prepared;
    return { came: 'final', finalised: { mail, outcome: { state: 'kept' }, about } };
  } catch (failure) {
    return { came: 'unsent', mail, failure };
  }
}

/** Sends as many mails as the day has room for: first to stakeholders, whose room is kept, then to staff. */
async function sendReady(
  entry: OutboxEntry,
  ready: readonly Ready[],
  moment: Moment,
  dependencies: DeliverDependencies,
): Promise<Tried[]> {
  const { staff = [], stakeholders = [] } = Object.groupBy(
    ready,
    ({ mail }): MailAudience => (isToStaff(mail.message) ? 'staff' : 'stakeholders'),
  );
  return [
    ...(await sendTo('stakeholders', entry, stakeholders, moment, dependencies)),
    ...(await sendTo('staff', entry, staff, moment, dependencies)),
  ];
}

/** Sends as many mails as the day has room for of their audience, side by side. */
async function sendTo(
  audience: MailAudience,
  entry: OutboxEntry,
  ready: readonly Ready[],
  { today }: Moment,
  dependencies: DeliverDependencies,
): Promise<Tried[]> {
  if (ready.length === 0) return [];
  const { mailDays, municipality, clock } = dependencies;
  const room = await mailDays.take(today, audience, ready.length, dayBounds(municipality), clock());
  if (room < ready.length) logger.warn('mail waits for tomorrow', { outbox: entry.id, audience });
  const tried = await Promise.all(ready.slice(0, room).map((one) => sendOne(entry, one, dependencies)));
  const unsent = tried.filter(({ came }) => came === 'unsent').length;
  if (unsent > 0) await mailDays.giveBack(today, audience, unsent);
  const tomorrow = addDays(today, 1);
  return [
    ...tried,
    ...ready.slice(room).map(({ mail }): Tried => ({ came: 'unsent', mail, until: tomorrow })),
  ];
}

async function sendOne(
  entry: OutboxEntry,
  { mail, prepared: { to, email, about } }: Ready,
  { send }: DeliverDependencies,
): Promise<Tried> {
  const outbox = messageId(entry, mail);
  try {
    const result = await send(to, email, tagOf({ key: entry, n: mail.n }));
    if (result.outcome === 'sent') {
      const outcome = { state: 'sent', messageId: result.messageId } as const;
      return { came: 'final', finalised: { mail, outcome, about } };
    }
    const { outcome: came, error } = result;
    if (came === 'rejected')
      return { came: 'final', finalised: { mail, outcome: { state: 'failed', error }, about } };
    logger.error('mail not sent', { outbox, outcome: came, error, ...mailAlarm });
    return { came: came === 'unknown' ? 'uncertain' : 'unsent', mail };
  } catch (failure) {
    // It may be on its way.
    return { came: 'uncertain', mail, failure };
  }
}

async function write(
  entry: OutboxEntry,
  undone: readonly PendingMessage[],
  tried: readonly Tried[],
  heldUntil: Date,
  dependencies: DeliverDependencies,
  facts?: MailFacts,
): Promise<boolean> {
  const left = leftOf(undone, tried, heldUntil);
  const finalised = tried.flatMap((one) => (one.came === 'final' ? [one.finalised] : []));
  for (const one of tried)
    if (one.came === 'uncertain') logger.warn('mail uncertain', { outbox: messageId(entry, one.mail) });
  return finaliseMails(entry, finalised, left, dependencies, facts?.localities);
}
