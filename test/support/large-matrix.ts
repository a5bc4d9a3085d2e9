import { importCommitments } from '../../domain/commands/commitments.ts';
import { NewCommitment } from '../../domain/commitment.ts';
import { remindersOf } from '../../domain/reminder-settings.ts';
import { momentOf } from '../../functions/runtime/clock.ts';
import { commit } from '../../store/commit.ts';
import { localityStore } from '../../store/localities.ts';
import type { Table } from '../../store/transaction.ts';
import { caller } from './factories.ts';
import { municipality } from './settings.ts';

/** As many as one transaction takes beside the locality and its history. */
const together = 90;

/** Adds as many commitments to the matrix of a locality, as an import writes them. */
export async function fillMatrix(
  table: Table,
  locality: string,
  count: number,
  some: (at: number) => Partial<NewCommitment> = () => ({}),
): Promise<void> {
  const settings = municipality();
  const now = new Date('2026-01-12T15:00:00Z');
  for (let from = 0; from < count; from += together) {
    const rows = Array.from({ length: Math.min(together, count - from) }, (_, at) => {
      const command = NewCommitment.parse({
        action: `${from + at + 1}) Pintar la barda`,
        dueOn: '2026-03-02',
        ...some(from + at),
      });
      return { command, sector: command.responsible ? ('school' as const) : undefined };
    });
    const change = importCommitments(rows, {
      locality: await localityStore(table).get(locality),
      caller: caller(),
      reminders: remindersOf(settings),
      moment: momentOf(now, settings),
    });
    await commit(table, change, now);
  }
}
