import * as z from 'zod';
import type { Table } from '../../store/transaction.ts';

const Key = z.object({ pk: z.string(), sk: z.string() });
const Batch = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(Key) })) });

/** How batch reads are answered in part. */
export interface LeftOver {
  /** How many keys of a request are read; none, when left out. */
  taken?: number;
  /** How many requests are answered so. */
  times: number;
  /** Only requests that hold such a key are. */
  isMeant?: (key: z.infer<typeof Key>) => boolean;
}

/**
 * Makes batch reads of the table leave keys out, as DynamoDB does when it is throttled or a batch is full. Answers how
 * many were answered so, and a way to end it.
 */
export function leftOver(
  { client, name: table }: Table,
  { taken = 0, times, isMeant = () => true }: LeftOver,
) {
  const name = `left over ${Math.random()}`;
  let met = 0;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const keys = Batch.safeParse(args.input).data?.RequestItems[table]?.Keys ?? [];
        if (commandName !== 'BatchGetItemCommand' || met >= times || !keys.some(isMeant)) return next(args);
        met += 1;
        const left = keys.slice(taken);
        const UnprocessedKeys = left.length > 0 ? { [table]: { Keys: left } } : {};
        if (taken === 0) return { response: {}, output: { $metadata: {}, Responses: {}, UnprocessedKeys } };
        const RequestItems = { [table]: { ConsistentRead: true, Keys: keys.slice(0, taken) } };
        const answer = await next({ ...args, input: { RequestItems } });
        return { ...answer, output: { ...answer.output, UnprocessedKeys } };
      },
    { step: 'initialize', name },
  );
  return { met: () => met, end: () => client.middlewareStack.remove(name) };
}
