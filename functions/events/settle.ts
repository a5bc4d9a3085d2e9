import type { Change } from '../../domain/change.ts';
import { recordMail } from '../../domain/commands/record-mail.ts';
import { commitmentOf } from '../../domain/commitment.ts';
import { commit, commitAll } from '../../store/commit.ts';
import type { LocalityStore } from '../../store/localities.ts';
import { type OutboxStore, settledItem } from '../../store/outbox.ts';
import { type OutboxEntry, ownerOf, type Settlement } from '../../store/outbox-entry.ts';
import { type Table, writeAll } from '../../store/transaction.ts';
import type { Clock } from '../runtime/clock.ts';
import { untilCommitted } from '../runtime/retry.ts';

export interface SettleDependencies {
  table: Table;
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

/**
 * Writes what became of a mail: the entry is settled, and the history of each locality concerned tells of it, in one
 * transaction; whoever comes second finds it settled and writes nothing. Answers whether it was settled by this call.
 */
export async function settle(
  entry: OutboxEntry,
  outcome: Settlement,
  { table, localities, outbox, clock }: SettleDependencies,
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
    const item = settledItem(table, entry, outcome, now);
    const changes = await Promise.all(concerned.slice(0, mostTogether).map(changeOf));
    if (changes.length > 0) await commitAll(table, changes, now, [item]);
    else await writeAll(table, [item]);
    return true;
  });
  // Nobody keeps promises in so many places at once, but what does not fit must not keep the mail from being settled.
  for (const one of settled ? concerned.slice(mostTogether) : [])
    await untilCommitted(async () => commit(table, await changeOf(one), clock()));
  return settled;
}
