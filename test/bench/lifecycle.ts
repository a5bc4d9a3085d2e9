import * as z from 'zod';
import type { Table } from '../../store/transaction.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { begin, complete, decide, locality, review } from '../support/walk.ts';

/** Work counted over one lifecycle; units as DynamoDB bills them. */
export interface Work {
  transitions: number;
  /** Calls of the interface. */
  requests: number;
  /** Calls of any function: the interface's, the workflow's steps', the relay's. */
  invocations: number;
  readUnits: number;
  writeUnits: number;
  /** What writing the bare state alone would have cost: no transaction, no history, no outbox. */
  bareWriteUnits: number;
  mails: number;
  /** Messages at the gates, times the people to be told. */
  told: number;
}

const Consumed = z.array(z.object({ CapacityUnits: z.number().optional() })).catch([]);
const Items = z
  .array(z.object({ Put: z.object({ Item: z.record(z.string(), z.unknown()) }).optional() }))
  .catch([]);
const state = new Set(['locality', 'visit', 'geometry']);

/** Standard write units of one item: one for each kilobyte begun. */
const unitsOf = (item: object) => Math.ceil(Buffer.byteLength(JSON.stringify(item)) / 1_024);

/** Counts what every request of the table's client consumes. */
function counted(table: Table, work: Work): void {
  const { client } = table;
  const reads = new Set(['GetItemCommand', 'QueryCommand', 'BatchGetItemCommand']);
  client.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      // Only the reconciler reads the index; the relay is called with the keys of a stream record.
      if (z.object({ IndexName: z.string() }).safeParse(args.input).success) return result;
      const { ConsumedCapacity } = z.object({ ConsumedCapacity: z.unknown() }).parse(result.output);
      const units = Consumed.parse([ConsumedCapacity].flat()).reduce(
        (sum, { CapacityUnits = 0 }) => sum + CapacityUnits,
        0,
      );
      const command = context.commandName ?? '';
      if (reads.has(command)) work.readUnits += units;
      else work.writeUnits += units;
      if (command === 'TransactWriteItemsCommand')
        for (const { Put } of Items.parse(
          z.object({ TransactItems: z.unknown() }).parse(args.input).TransactItems,
        ))
          if (Put && state.has(String(Put.Item.entity))) work.bareWriteUnits += unitsOf(Put.Item);
      return result;
    },
    { step: 'initialize', name: 'counted', override: true },
  );
}

async function walk(here: TestApp, work: Work): Promise<void> {
  const call = here.call;
  const counting: TestApp = {
    ...here,
    call: (...asked) => {
      work.requests += 1;
      return call(...asked);
    },
  };
  const id = await begin(counting);
  while ((await locality(counting, id)).status === 'active') {
    await complete(counting, id);
    await review(counting, id);
    await decide(counting, id, {});
    await here.settle();
    here.pass(60);
  }
  const executions = here.engine.names().filter((name) => name.startsWith(id));
  work.transitions = executions.reduce((sum, name) => sum + here.engine.states(name).length, 0);
  // Each step is a function; the relay takes what is queued at a time as one batch of the stream.
  work.invocations =
    work.requests +
    here.batches() +
    executions
      .flatMap((name) => here.engine.states(name))
      .filter((name) => !/decided|Resume|completed/.test(name)).length;
  work.mails = here.mails.length;
  // Opened, review requested, decided at each of six gates, and completed, to two people.
  work.told = (6 * 3 + 1) * 2;
}

/** One locality through all six stages, done properly, with one approver and one coordinator to be told. */
export async function measureLifecycle(): Promise<Work> {
  const work: Work = {
    transitions: 0,
    requests: 0,
    invocations: 0,
    readUnits: 0,
    writeUnits: 0,
    bareWriteUnits: 0,
    mails: 0,
    told: 0,
  };
  const here = await testApp();
  counted(here.table, work);
  await walk(here, work);
  return work;
}
