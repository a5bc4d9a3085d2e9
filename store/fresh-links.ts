import { Conflict } from '../domain/errors.ts';
import { stakeholderMailItem } from './outbox.ts';
import { put, type Table, writeAll } from './transaction.ts';

/** A person is mailed a fresh link this often at most. */
const everySeconds = 3_600;

/**
 * Queues a mail with a fresh link to a stakeholder, unless one was queued within the hour.
 * @returns whether it was queued now
 */
export async function queueFreshLink(table: Table, stakeholder: string, now: Date): Promise<boolean> {
  const seconds = Math.floor(now.getTime() / 1_000);
  const asked = {
    pk: `STAKEHOLDER#${stakeholder}`,
    sk: 'FRESH-LINK',
    entity: 'fresh-link',
    askedAt: seconds,
  };
  try {
    await writeAll(table, [
      put(
        table,
        { ...asked, expiresAt: seconds + everySeconds },
        {
          ConditionExpression: 'attribute_not_exists(pk) OR askedAt <= :before',
          ExpressionAttributeValues: { ':before': seconds - everySeconds },
        },
      ),
      stakeholderMailItem(table, { kind: 'fresh-link', stakeholder }, String(seconds), now.toISOString()),
    ]);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
