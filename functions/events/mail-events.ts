import * as z from 'zod';
import { suppressStakeholder } from '../../domain/commands/stakeholders.ts';
import { commitmentOf } from '../../domain/commitment.ts';
import type { Municipality } from '../../domain/municipality.ts';
import type { Task } from '../../domain/task.ts';
import { commitStakeholder } from '../../store/commit.ts';
import { localityStore } from '../../store/localities.ts';
import { outboxStore } from '../../store/outbox.ts';
import { type MailKey, mailOfTag, mailsOf, type OutboxKey, ownerOf } from '../../store/outbox-entry.ts';
import { type StakeholderStore, stakeholderStore } from '../../store/stakeholders.ts';
import { taskItem } from '../../store/tasks.ts';
import { type Table, writeAll } from '../../store/transaction.ts';
import { type Clock, clock, momentOf } from '../runtime/clock.ts';
import { deployedMunicipality, deployedTable } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event-handler.ts';
import { logger } from '../runtime/logger.ts';
import { untilCommitted } from '../runtime/retry.ts';
import { type FinaliseDependencies, finaliseMails } from './finalise-mail.ts';
import { deliveryReceiptOf, MailEvent, reasonToStop } from './mail-event.ts';

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
});

/** What a coordinator has to do about an address that is not written to any more: a complaint is a wish, not a mistake. */
const taskFor = { bounce: 'bounced', complaint: 'complained' } as const;

/** Tasks that go with a change of a stakeholder, in one transaction of a hundred items. */
const mostTogether = 90;

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
      const about = reasonToStop(event) && (await outbox.commitmentsIn(key));
      if (about) await stopWriting(event, key, about, dependencies);
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

/** Nobody writes to that address any more, and the coordinators of the person's localities have a task each. */
async function stopWriting(
  event: MailEvent,
  key: OutboxKey,
  about: string[],
  dependencies: MailEventDependencies,
) {
  const { table, stakeholders, municipality, clock: time } = dependencies;
  const reason = reasonToStop(event);
  const owner = ownerOf(key);
  if (!reason) return;
  if ('locality' in owner) {
    // Staff are told of what they coordinate whatever a mailbox says; somebody has to mend the address.
    logger.error('staff mail came back', { ...key, reason, alarm: 'mail' });
    return;
  }
  await untilCommitted(async () => {
    const stakeholder = await stakeholders.find(owner.stakeholder);
    if (!stakeholder || !(await isTheirs(event, owner.stakeholder, stakeholders))) return;
    const now = time();
    const moment = momentOf(now, municipality);
    const change = suppressStakeholder(stakeholder, reason, 'ses', moment);
    if (!change) return;
    const localities = new Set([...stakeholder.localities, ...about.map((id) => commitmentOf(id).locality)]);
    const tasks = [...localities].map(
      (locality): Task => ({ kind: taskFor[reason], subject: stakeholder.id, locality, since: moment.now }),
    );
    const items = tasks.map((one) => taskItem(table, one));
    for (let at = mostTogether; at < items.length; at += mostTogether)
      await writeAll(table, items.slice(at, at + mostTogether));
    await commitStakeholder(table, change, now, items.slice(0, mostTogether));
  });
}

/** Whether an event is about the address that is written to now, and not about one they had before. */
async function isTheirs({ bounce, complaint }: MailEvent, id: string, stakeholders: StakeholderStore) {
  const recipients = bounce?.bouncedRecipients ?? complaint?.complainedRecipients ?? [];
  const known = (await stakeholders.contact(id))?.email?.toLowerCase();
  // SES names the recipients of a complaint by their domain at least, of a bounce always.
  return known !== undefined && recipients.some(({ emailAddress }) => emailAddress.toLowerCase() === known);
}

export const handler = eventHandler(MailEvents, () =>
  mailEvents(mailEventDependencies(deployedTable(), deployedMunicipality(), clock)),
);
