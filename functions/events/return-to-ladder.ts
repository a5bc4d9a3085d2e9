import { untoldOn } from '../../domain/commands/sweep.ts';
import { commitmentOf } from '../../domain/commitment.ts';
import type { StakeholderMailOf } from '../../domain/mail.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { remindersOf } from '../../domain/reminder-settings.ts';
import { commitmentItem, commitmentStore } from '../../store/commitments.ts';
import { type Table, writeAll } from '../../store/transaction.ts';
import { untilCommitted } from '../runtime/retry.ts';

/**
 * A digest that was kept back beyond its day is never sent: what it was to tell of waits at its rung again, so that the next
 * digest tells it together with all else, at the hour and on a working day. What was told or settled since stays as it is;
 * done twice, it changes nothing the second time.
 */
export async function returnToLadder(
  { stakeholder, on, commitments }: StakeholderMailOf<'digest'>,
  { table, municipality }: { table: Table; municipality: Municipality },
): Promise<void> {
  const { many } = commitmentStore(table);
  const reminders = remindersOf(municipality);
  for (const id of commitments)
    await untilCommitted(async () => {
      const [current] = await many([commitmentOf(id)]);
      const untold = current?.responsible === stakeholder ? untoldOn(current, on, reminders) : undefined;
      if (untold) await writeAll(table, [commitmentItem(table, untold)]);
    });
}
