import { Conflict } from '../../domain/errors.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { sessionParts } from '../../domain/work/session.ts';
import { convenedItems } from '../../store/convened.ts';
import { stakeholderMailItem } from '../../store/outbox.ts';
import { type Table, writeAll } from '../../store/transaction.ts';
import { workStore } from '../../store/work.ts';
import type { Clock } from '../runtime/clock.ts';
import { together } from '../runtime/together.ts';

/**
 * Queues each of those who are convened to a session, or are no longer, their mail: an entry of their own, since two hundred
 * do not fit the transaction of the change. Each is queued once, however often this is done.
 */
export async function convoke(
  { session: id, revision, sequence, method, people }: Extract<OutboxMessage, { kind: 'convoke' }>,
  { table, clock }: { table: Table; clock: Clock },
): Promise<void> {
  const session = await workStore(table).session(sessionParts(id));
  const now = clock().toISOString();
  const failures = await together(
    people.map((stakeholder) => async () => {
      const mail = { kind: 'convocation', stakeholder, session: id, sequence, method } as const;
      try {
        await writeAll(table, [
          ...convenedItems(table, stakeholder, session),
          stakeholderMailItem(table, mail, `${id}.${revision}`, now),
        ]);
      } catch (error) {
        // It was queued when this was done before.
        if (!(error instanceof Conflict)) throw error;
      }
    }),
  );
  if (failures.length > 0) throw new AggregateError(failures, id);
}
