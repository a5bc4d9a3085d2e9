import * as z from 'zod';
import type { Table } from '../../store/transaction.ts';

/** Units as DynamoDB bills them, indexes included. */
export interface Consumption {
  readUnits: number;
  writeUnits: number;
  requests: number;
}

const Consumed = z.array(z.object({ CapacityUnits: z.number().optional() })).catch([]);
const reads = new Set(['GetItemCommand', 'QueryCommand', 'BatchGetItemCommand']);

/** Counts what every request of the table's client consumes from now on. */
export function consumption({ client }: Table): Consumption {
  const total: Consumption = { readUnits: 0, writeUnits: 0, requests: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      const { ConsumedCapacity } = z.object({ ConsumedCapacity: z.unknown() }).parse(result.output);
      const units = Consumed.parse([ConsumedCapacity].flat()).reduce(
        (sum, { CapacityUnits = 0 }) => sum + CapacityUnits,
        0,
      );
      if (reads.has(context.commandName ?? '')) total.readUnits += units;
      else total.writeUnits += units;
      total.requests += 1;
      return result;
    },
    { step: 'initialize', name: 'consumption', override: true },
  );
  return total;
}
