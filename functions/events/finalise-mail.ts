import type { Change } from '../../domain/change.ts';
import { recordMail } from '../../domain/commands/record-mail.ts';
import { commitmentOf } from '../../domain/commitment.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { commit, commitAll } from '../../store/commit.ts';
import type { LocalityStore } from '../../store/localities.ts';
import { loggedMailItem } from '../../store/mail-log.ts';
import { finalisedItem, type OutboxStore } from '../../store/outbox.ts';
import { type DeliveryOutcome, type OutboxEntry, ownerOf } from '../../store/outbox-entry.ts';
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

/** A locality that a mail concerns, and what the mail says of it. */
interface Concerned {
  locality: string;
  message: string;
  to: string;
  commitments?: number[];
}

/** The localities that a mail is about; `about` are those commitments of a digest that it told of. */
function concernedBy(entry: OutboxEntry, about?: string[]): Concerned[] {
  const { errand } = entry;
  const owner = ownerOf(entry);
  if (errand.kind === 'mail' && 'locality' in owner)
    return [{ locality: owner.locality, message: errand.mail.message, to: errand.to }];
  if (errand.kind !== 'digest') return [];
  const told = (about ?? errand.commitments).map(commitmentOf);
  return [...Map.groupBy(told, ({ locality }) => locality)].map(([locality, all]) => ({
    locality,
    message: 'digest',
    to: `stakeholder:${errand.stakeholder}`,
    commitments: all.map(({ number }) => number).sort((a, b) => a - b),
  }));
}

/** The line about a mail in the log of the day; a mail with nothing left to say has none. */
function logged(
  table: Table,
  entry: OutboxEntry,
  { state, error }: DeliveryOutcome,
  municipality: Municipality,
  now: Date,
): TransactItem[] {
  const { errand, id, attempts } = entry;
  const isMail = errand.kind === 'mail' || errand.kind === 'digest' || errand.kind === 'fresh-link';
  if (!isMail || state === 'suppressed') return [];
  const { now: at, today } = momentOf(now, municipality);
  const about =
    errand.kind === 'mail'
      ? { to: errand.to, message: errand.mail.message }
      : { to: `stakeholder:${errand.stakeholder}`, message: errand.kind };
  const owner = ownerOf(entry);
  const locality = errand.kind === 'mail' && 'locality' in owner ? owner.locality : undefined;
  return [loggedMailItem(table, today, { id, at, ...about, locality, state, attempts, error })];
}

/**
 * Writes what became of a mail: the entry is settled, and the history of each locality concerned tells of it, in one
 * transaction; whoever comes second finds it settled and writes nothing. Answers whether it was settled by this call.
 */
export async function finaliseMail(
  entry: OutboxEntry,
  outcome: DeliveryOutcome,
  { table, localities, outbox, municipality, clock }: FinaliseDependencies,
  about?: string[],
): Promise<boolean> {
  const { state, messageId, error } = outcome;
  // Where nothing was sent because nothing was left to say, there is nothing to tell of.
  const concerned = state === 'suppressed' ? [] : concernedBy(entry, about);
  const changeOf = async ({ locality, ...what }: Concerned): Promise<Change> =>
    recordMail(await localities.get(locality), {
      ...{ outbox: entry.id, ...what, attempts: entry.attempts, messageId, error },
      ...(state === 'kept' ? { kept: true } : {}),
    });

  const settled = await untilCommitted(async () => {
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
  // Nobody keeps promises in so many places at once, but what does not fit must not keep the mail from being settled.
  for (const one of settled ? concerned.slice(mostTogether) : [])
    await untilCommitted(async () => commit(table, await changeOf(one), clock()));
  return settled;
}
