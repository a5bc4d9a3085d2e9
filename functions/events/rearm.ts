import type { LocalDate } from '../../domain/calendar.ts';
import { rearmedCommitment } from '../../domain/commands/sweep.ts';
import type { Commitment } from '../../domain/commitment.ts';
import { Conflict } from '../../domain/errors.ts';
import type { Reminders } from '../../domain/reminder-settings.ts';
import { type CommitmentKey, type CommitmentStore, commitmentItem } from '../../store/commitments.ts';
import { type Table, writeAll } from '../../store/transaction.ts';
import { untilCommitted } from '../runtime/retry.ts';

interface RearmDependencies {
  table: Table;
  commitments: CommitmentStore;
}

/**
 * Moves the next reminder of each of a batch of commitments to where a changed ladder has it, and answers them as they
 * then are. Done twice, it changes nothing the second time. A dry run writes nothing.
 */
export async function rearm(
  keys: readonly CommitmentKey[],
  on: LocalDate,
  settings: Reminders,
  { table, commitments }: RearmDependencies,
  { dryRun }: { dryRun: boolean },
): Promise<Commitment[]> {
  const before = await commitments.many(keys);
  const after = before.map((one) => rearmedCommitment(one, on, settings));
  const moved = after.filter((one, at) => one !== before[at]);
  if (dryRun || moved.length === 0) return after;
  try {
    await writeAll(
      table,
      moved.map((one) => commitmentItem(table, one)),
    );
    return after;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
  // Some have changed since they were read: each by itself.
  return Promise.all(
    keys.map((key) =>
      untilCommitted(async () => {
        const current = await commitments.get(key);
        const armed = rearmedCommitment(current, on, settings);
        if (armed !== current) await writeAll(table, [commitmentItem(table, armed)]);
        return armed;
      }),
    ),
  );
}
