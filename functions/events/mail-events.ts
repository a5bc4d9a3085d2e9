import * as z from 'zod';
import { foldAddress, mostSoftBounces, withSoftBounce } from '../../domain/address.ts';
import { suppressStakeholder } from '../../domain/commands/stakeholders.ts';
import { commitmentOf } from '../../domain/commitment.ts';
import type { Municipality } from '../../domain/municipality.ts';
import type { Task } from '../../domain/task.ts';
import { type AddressRegister, addressRegister } from '../../store/address-register.ts';
import { localityStore } from '../../store/localities.ts';
import { outboxStore } from '../../store/outbox.ts';
import { type MailKey, mailOfTag, mailsOf, type OutboxKey, ownerOf } from '../../store/outbox-entry.ts';
import { type StakeholderStore, stakeholderStore } from '../../store/stakeholders.ts';
import { taskItem } from '../../store/tasks.ts';
import type { Table } from '../../store/transaction.ts';
import { changeHolders } from '../runtime/change-holders.ts';
import { type Clock, momentOf, clock as now } from '../runtime/clock.ts';
import { deployedMunicipality, deployedTable } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event-handler.ts';
import { logger } from '../runtime/logger.ts';
import { untilCommitted } from '../runtime/retry.ts';
import { type FinaliseDependencies, finaliseMails } from './finalise-mail.ts';
import { deliveryReceiptOf, isSoftBounce, MailEvent, reasonToStop } from './mail-event.ts';

/** Events as SNS brings them to a function; each message is one event of SES in JSON. */
export const MailEvents = z.object({
  Records: z.array(
    z.object({
      Sns: z.object({
        Message: z
          .string()
          .transform((text): unknown => JSON.parse(text))
          .pipe(MailEvent),
      }),
    }),
  ),
});

export interface MailEventDependencies extends FinaliseDependencies {
  stakeholders: StakeholderStore;
  addresses: AddressRegister;
  municipality: Municipality;
}

/** The dependencies on a table, for a municipality. */
export const mailEventDependencies = (
  table: Table,
  municipality: Municipality,
  time: Clock,
): MailEventDependencies => ({
  table,
  municipality,
  clock: time,
  localities: localityStore(table),
  outbox: outboxStore(table),
  stakeholders: stakeholderStore(table),
  addresses: addressRegister(table),
});

/** What a coordinator has to do about an address that is not written to any more: a complaint is a wish, not a mistake. */
const taskFor = { bounce: 'bounced', complaint: 'complained' } as const;

/**
 * Applies what SES tells of mails to what the table knows of them, by the tag that each mail carries; told twice, an
 * event changes nothing the second time.
 */
export function mailEvents(dependencies: MailEventDependencies) {
  const { outbox } = dependencies;
  return async ({ Records }: z.infer<typeof MailEvents>): Promise<void> => {
    for (const { Sns } of Records) {
      const event = Sns.Message;
      const mail = mailOfTag(event.tag ?? '');
      if (!mail) {
        logger.warn('mail event without an entry', { kind: event.kind });
        continue;
      }
      const { key } = mail;
      logger.info('mail event', { kind: event.kind, ...key });
      await finaliseByEvent(event, mail, dependencies);
      const sentAt = event.kind === 'Bounce' ? await outbox.cameBack(key, mail.n) : undefined;
      const reason = reasonToStop(event) ?? (await reasonByRow(event, key, sentAt, dependencies));
      const about = reason && (await outbox.commitmentsIn(key));
      if (about) await stopWriting(event, reason, key, about, dependencies);
    }
  };
}

/** Finalises a mail of which it was not known whether it was sent; the rest of its entry is left as it is. */
async function finaliseByEvent(event: MailEvent, { key, n }: MailKey, dependencies: MailEventDependencies) {
  const { outbox } = dependencies;
  const outcome = deliveryReceiptOf(event);
  const entry = outcome && (await outbox.find(key));
  // One that no sender ever had is one that was queued anew.
  if (!outcome || !entry?.leasedUntil) return;
  const mail = mailsOf(entry.messages).find((one) => one.n === n);
  if (!mail) return;
  const { state, heldUntil, waitsFor } = entry;
  // Its sender is about to write it down; if it should not come so far, this is what the reconciler goes by. It gives the
  // other mails of the entry their time, too.
  if (state === 'leased' || state === 'queued') return outbox.keepReceipt(entry, mail, outcome);
  const messages = entry.messages.filter((one) => one.n !== n);
  await finaliseMails(
    entry,
    [{ mail, outcome }],
    messages.length > 0 ? { messages, state, heldUntil, waitsFor } : undefined,
    dependencies,
  );
}

/**
 * Whether an address is given up because mails to it came back again and again, each for a reason that may pass. They are
 * counted in a row, by address. A mail that was sent between two of them, of which nothing was told, arrived and begins the
 * row anew: SES is not asked to tell of each delivery, so that the log of who has the address says it.
 */
async function reasonByRow(
  event: MailEvent,
  key: OutboxKey,
  sentAt: string | undefined,
  dependencies: MailEventDependencies,
): Promise<'bounce' | undefined> {
  const { outbox, addresses, clock } = dependencies;
  const owner = ownerOf(key);
  if (!isSoftBounce(event) || !('stakeholder' in owner)) return undefined;
  const meant = await addressMeant(event, owner.stakeholder, dependencies);
  if (!meant) return undefined;
  const soft = await untilCommitted(async () => {
    const { soft: before, holders } = await addresses.known(meant.address);
    const mails = await Promise.all([...new Set([owner.stakeholder, ...holders])].map(outbox.mailsTo));
    const arrived = mails.flat().flatMap(({ state, at }) => (state === 'sent' ? [at] : []));
    const one = { mail: event.tag ?? '', at: sentAt ?? clock().toISOString() };
    const after = withSoftBounce(before ?? [], one, arrived);
    if (after !== before) await addresses.keepSoft(meant.address, before, after);
    return after;
  });
  return soft.length < mostSoftBounces ? undefined : 'bounce';
}

/** Nobody writes to that address any more, and the coordinators of the person's localities have a task each. */
async function stopWriting(
  event: MailEvent,
  reason: keyof typeof taskFor,
  key: OutboxKey,
  about: string[],
  dependencies: MailEventDependencies,
) {
  const { table, addresses, municipality, clock } = dependencies;
  const owner = ownerOf(key);
  if (!('stakeholder' in owner)) {
    // Staff are told of what they coordinate whatever a mailbox says; somebody has to mend the address.
    logger.error('staff mail came back', { ...key, reason, alarm: 'mail' });
    return;
  }
  const meant = await addressMeant(event, owner.stakeholder, dependencies);
  if (!meant) return;
  const { address, isTheirs } = meant;
  const moment = momentOf(clock(), municipality);
  await addresses.mark(address, { reason, at: moment.now });
  const { holders } = await addresses.known(address);
  const theirs = (id: string) => (id === owner.stakeholder ? about : []);
  await changeHolders(
    [...(isTheirs ? [owner.stakeholder] : []), ...holders],
    (before, record) => {
      if (before.addressKey !== undefined && before.addressKey !== address) return undefined;
      const change = suppressStakeholder(before, reason, 'ses', moment, record);
      if (!change) return undefined;
      const places = theirs(before.id).map((id) => commitmentOf(id).locality);
      const tasks = [...new Set([...before.localities, ...places])].map(
        (locality): Task => ({ kind: taskFor[reason], subject: before.id, locality, since: moment.now }),
      );
      return { change, also: tasks.map((one) => taskItem(table, one)) };
    },
    dependencies,
  );
}

/**
 * The address that an event is about, by its key, and whether it is still the address of whom the mail was for: the one it
 * was sent to; where the event does not say, the one that is written to now, if it is named. Its mailbox may have forwarded
 * the mail to another, which is the one that is named.
 */
async function addressMeant(
  { destination, bounce, complaint }: MailEvent,
  id: string,
  { stakeholders, addresses }: MailEventDependencies,
): Promise<{ address: string; isTheirs: boolean } | undefined> {
  const email = (await stakeholders.contact(id))?.email;
  const recipients = bounce?.bouncedRecipients ?? complaint?.complainedRecipients ?? [];
  const named = destination.length > 0 ? destination : recipients.map(({ emailAddress }) => emailAddress);
  const theirs = email && named.some((one) => foldAddress(one) === foldAddress(email)) ? email : undefined;
  const address = theirs ?? destination[0];
  if (!address) return undefined;
  return { address: await addresses.keyOf(address), isTheirs: theirs !== undefined };
}

export const handler = eventHandler(MailEvents, () =>
  mailEvents(mailEventDependencies(deployedTable(), deployedMunicipality(), now)),
);
