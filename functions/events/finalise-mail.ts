import type { LocalityEvent } from '../../domain/audit-events.ts';
import type { Instant } from '../../domain/calendar.ts';
import { mailEvent } from '../../domain/commands/record-mail.ts';
import { commitmentOf } from '../../domain/commitment.ts';
import type { Locality } from '../../domain/locality.ts';
import { commitmentsOf, isToStaff, mailKindOf, recipientOf } from '../../domain/mail.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { historyItems } from '../../store/commit.ts';
import type { LocalityStore } from '../../store/localities.ts';
import { type Left, movedEntry, type OutboxStore } from '../../store/outbox.ts';
import {
  type DeliveryOutcome,
  type FinalMail,
  messageId,
  type OutboxEntry,
  ownerOf,
  type PendingMail,
} from '../../store/outbox-entry.ts';
import { newsGone, newsItem, toldItem } from '../../store/staff-news.ts';
import { type Table, type TransactItem, writeAll } from '../../store/transaction.ts';
import { type Clock, momentOf } from '../runtime/clock.ts';
import { untilCommitted } from '../runtime/retry.ts';

export interface FinaliseDependencies {
  table: Table;
  municipality: Municipality;
  localities: LocalityStore;
  outbox: OutboxStore;
  clock: Clock;
}

/**
 * What became of one mail; `about` are the commitments that it told of in the end, by id. What `isNews` is not sent by
 * itself, but told in its reader's next digest.
 */
export interface Finalised {
  mail: PendingMail;
  outcome: DeliveryOutcome;
  about?: string[];
  isNews?: boolean;
}

/** A line that tells of a mail in the history of a locality. */
interface Line {
  locality: string;
  event: LocalityEvent;
}

/** Lines that fit one transaction of a hundred items: each may be of a locality of its own, which is written too. */
const mostTogether = 45;

const attemptsOf = (entry: OutboxEntry, { unsent }: PendingMail) => entry.attempts - unsent;

/**
 * The lines that tell of a mail: in the history of the locality that it belongs to, or of those of the commitments that it
 * is about. Where nothing was sent because nothing was left to say, there is nothing to tell of.
 */
function linesOf(
  entry: OutboxEntry,
  { mail, outcome, about = commitmentsOf(mail.message) }: Finalised,
): Line[] {
  const { state, messageId: ses, error } = outcome;
  if (state === 'suppressed') return [];
  const line = (locality: string, commitments?: number[]): Line => ({
    locality,
    event: mailEvent({
      outbox: messageId(entry, mail),
      message: mailKindOf(mail.message),
      to: recipientOf(mail.message),
      commitments,
      attempts: attemptsOf(entry, mail),
      messageId: ses,
      error,
      kept: state === 'kept' ? true : undefined,
    }),
  });
  const owner = ownerOf(entry);
  if ('locality' in owner) return [line(owner.locality)];
  return [...Map.groupBy(about.map(commitmentOf), ({ locality }) => locality)].map(([locality, all]) =>
    line(
      locality,
      all.map(({ number }) => number).sort((a, b) => a - b),
    ),
  );
}

/** What stays for somebody's next digest, and what a digest has told them of. */
function newsItems(
  table: Table,
  entry: OutboxEntry,
  { mail, outcome: { state }, isNews }: Finalised,
  at: Instant,
): TransactItem[] {
  const { message } = mail;
  if (!isToStaff(message)) return [];
  if (message.kind === 'mail')
    return isNews
      ? [newsItem(table, { to: message.to, mail: message.mail, id: messageId(entry, mail), at })]
      : [];
  // One that reached nobody tells nobody: the next digest does.
  const isTold = state !== 'suppressed' && state !== 'failed';
  if (!isTold) return [];
  return [
    toldItem(table, message.to, message),
    ...message.newsKeys.map((key) => newsGone(table, message.to, key)),
  ];
}

/**
 * Writes what became of mails of an entry, in one transaction with the histories of the localities concerned, and how the
 * entry stands then: `left` is still to be done. Whoever comes second finds it moved and writes nothing. Answers whether
 * this call did. `known` are localities as they were read a moment ago.
 */
export async function finaliseMails(
  entry: OutboxEntry,
  finalised: readonly Finalised[],
  left: Left | undefined,
  { table, localities, outbox, municipality, clock }: FinaliseDependencies,
  known?: ReadonlyMap<string, Locality>,
): Promise<boolean> {
  const lines = finalised.flatMap((one) => linesOf(entry, one));
  const finalAt = (at: string): FinalMail[] =>
    finalised.map(({ mail, outcome: { state, error } }) => ({
      id: messageId(entry, mail),
      at,
      to: recipientOf(mail.message),
      message: mailKindOf(mail.message),
      state,
      attempts: attemptsOf(entry, mail),
      error,
    }));

  /** Some lines as items, with the localities whose histories they follow. */
  async function written(some: Line[], now: Date, read?: typeof known): Promise<TransactItem[]> {
    const items = [...Map.groupBy(some, ({ locality }) => locality)].map(async ([id, all]) => {
      const locality = read?.get(id) ?? (await localities.get(id));
      return historyItems(
        table,
        locality,
        all.map(({ event }) => event),
        now,
      );
    });
    return (await Promise.all(items)).flat();
  }

  let attempts = 0;
  const isMoved = await untilCommitted(async () => {
    attempts += 1;
    // What came first may have been another change of the locality, or somebody who moved this very entry.
    if (attempts > 1 && (await outbox.find(entry))?.revision !== entry.revision) return false;
    const now = clock();
    const { today } = momentOf(now, municipality);
    const moved = movedEntry(table, entry, finalAt(now.toISOString()), left, { now, today });
    const first = lines.slice(0, mostTogether);
    const news = finalised.flatMap((one) => newsItems(table, entry, one, now.toISOString()));
    if (first.length === 0 && news.length === 0) return outbox.save(moved);
    const told = await written(first, now, attempts === 1 ? known : undefined);
    await writeAll(table, [moved, ...told, ...news]);
    return true;
  });
  // Nobody keeps promises in so many places at once, but what does not fit must not keep the mail from being finalised.
  for (let at = mostTogether; isMoved && at < lines.length; at += mostTogether) {
    const more = lines.slice(at, at + mostTogether);
    await untilCommitted(async () => {
      const now = clock();
      await writeAll(table, await written(more, now));
    });
  }
  return isMoved;
}
