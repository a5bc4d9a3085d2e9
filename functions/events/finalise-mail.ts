import type { Change } from '../../domain/change.ts';
import { recordMail } from '../../domain/commands/record-mail.ts';
import { commitmentOf } from '../../domain/commitment.ts';
import { commitmentsOf, mailKindOf, recipientOf } from '../../domain/mail.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { commit, commitAll } from '../../store/commit.ts';
import type { LocalityStore } from '../../store/localities.ts';
import { loggedMailItem } from '../../store/mail-log.ts';
import { finalisedItem, type OutboxStore } from '../../store/outbox.ts';
import { type DeliveryOutcome, type MailEntry, ownerOf } from '../../store/outbox-entry.ts';
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

/** Localities whose histories fit one transaction: two items each, and the entry itself. */
const mostTogether = 45;

/** A locality whose history tells of a mail, and the numbers of its commitments that the mail is about. */
interface Concerned {
  locality: string;
  commitments?: number[];
}

/**
 * The localities whose histories tell of a mail: the one that it belongs to, or those of the commitments that it is
 * about. `about` are those it told of in the end, by id.
 */
function concernedBy(entry: MailEntry, about = commitmentsOf(entry.message)): Concerned[] {
  const owner = ownerOf(entry);
  if ('locality' in owner) return [{ locality: owner.locality }];
  return [...Map.groupBy(about.map(commitmentOf), ({ locality }) => locality)].map(([locality, all]) => ({
    locality,
    commitments: all.map(({ number }) => number).sort((a, b) => a - b),
  }));
}

/** The line about a mail in the log of the day; a mail with nothing left to say has none. */
function logged(
  table: Table,
  entry: MailEntry,
  { state, error }: DeliveryOutcome,
  municipality: Municipality,
  now: Date,
): TransactItem[] {
  if (state === 'suppressed') return [];
  const { message, id, attempts } = entry;
  const { now: at, today } = momentOf(now, municipality);
  const owner = ownerOf(entry);
  return [
    loggedMailItem(table, today, {
      id,
      at,
      to: recipientOf(message),
      message: mailKindOf(message),
      locality: 'locality' in owner ? owner.locality : undefined,
      state,
      attempts,
      error,
    }),
  ];
}

/**
 * Writes what became of a mail: the entry is finalised, and the history of each locality concerned tells of it, in one
 * transaction; whoever comes second finds it finalised and writes nothing. Answers whether this call finalised it.
 */
export async function finaliseMail(
  entry: MailEntry,
  outcome: DeliveryOutcome,
  { table, localities, outbox, municipality, clock }: FinaliseDependencies,
  about?: string[],
): Promise<boolean> {
  const { state, messageId, error } = outcome;
  // Where nothing was sent because nothing was left to say, there is nothing to tell of.
  const concerned = state === 'suppressed' ? [] : concernedBy(entry, about);
  const changeOf = async ({ locality, commitments }: Concerned): Promise<Change> =>
    recordMail(await localities.get(locality), {
      outbox: entry.id,
      message: mailKindOf(entry.message),
      to: recipientOf(entry.message),
      commitments,
      attempts: entry.attempts,
      messageId,
      error,
      ...(state === 'kept' ? { kept: true } : {}),
    });

  const isFinalised = await untilCommitted(async () => {
    const current = await outbox.find(entry);
    if (!current || current.leasedUntil !== entry.leasedUntil) return false;
    const now = clock();
    const items = [
      finalisedItem(table, entry, outcome, now),
      ...logged(table, entry, outcome, municipality, now),
    ];
    const changes = await Promise.all(concerned.slice(0, mostTogether).map(changeOf));
    if (changes.length > 0) await commitAll(table, changes, now, items);
    else await writeAll(table, items);
    return true;
  });
  // Nobody keeps promises in so many places at once, but what does not fit must not keep the mail from being finalised.
  for (const one of isFinalised ? concerned.slice(mostTogether) : [])
    await untilCommitted(async () => commit(table, await changeOf(one), clock()));
  return isFinalised;
}
