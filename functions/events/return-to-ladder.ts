import { untoldOn } from '../../domain/commands/sweep.ts';
import { commitmentOf } from '../../domain/commitment.ts';
import type { StakeholderMailOf } from '../../domain/mail.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { remindersOf } from '../../domain/reminder-settings.ts';
import { partsOf } from '../../domain/work/board.ts';
import { unaskedOn } from '../../domain/work/report-ladder.ts';
import { commitmentItem, commitmentStore } from '../../store/commitments.ts';
import { type Table, writeAll } from '../../store/transaction.ts';
import { lineItem, workStore } from '../../store/work.ts';
import { untilCommitted } from '../runtime/retry.ts';

/**
 * A digest that was kept back beyond its day is never sent: what it was to tell of waits at its rung again, so that the next
 * digest tells it together with all else, at the hour and on a working day. What was told or settled since stays as it is;
 * done twice, it changes nothing the second time.
 */
export async function returnToLadder(
  { stakeholder, on, commitments, reports = [] }: StakeholderMailOf<'digest'>,
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
  const { lines } = workStore(table);
  for (const id of reports)
    await untilCommitted(async () => {
      const current = (await lines([partsOf(id)])).get(id);
      const unasked = current?.responsible === stakeholder ? unaskedOn(current, on) : undefined;
      if (unasked) await writeAll(table, [lineItem(table, unasked)]);
    });
}
