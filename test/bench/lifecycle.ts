import * as z from 'zod';
import type { Table } from '../../store/transaction.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { begin, complete, decide, locality, review } from '../support/walk.ts';
import type { Group } from './group.ts';
import { median } from './timing.ts';
import { tellOfEach } from './told.ts';

/** Work counted over one lifecycle; units as DynamoDB bills them. */
interface Work {
  transitions: number;
  /** Calls of the interface. */
  requests: number;
  /** Calls of any function: the interface's, the workflow's steps', the relay's. */
  invocations: number;
  readUnits: number;
  writeUnits: number;
  /** What writing the bare state alone would have cost: no transaction, no history, no outbox. */
  bareWriteUnits: number;
  /** Requests to the table, and write units, of each gate: from the review to the last mail recorded and told of. */
  gates: { calls: number; writeUnits: number }[];
  /** The same of a mail: of those that ask for a review, all that is done after the request. */
  mailsAlone: { calls: number; writeUnits: number }[];
  tableCalls: number;
  mails: number;
  /** What somebody has to act on: the reviews, and the decisions on them. */
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
      work.tableCalls += 1;
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
  tellOfEach(here);
  const id = await begin(counting);
  const since = ({ tableCalls, writeUnits }: Pick<Work, 'tableCalls' | 'writeUnits'>, share = 1) => ({
    calls: (work.tableCalls - tableCalls) / share,
    writeUnits: (work.writeUnits - writeUnits) / share,
  });
  while ((await locality(counting, id)).status === 'active') {
    await complete(counting, id);
    await here.settle();
    const before = { ...work };
    await review(counting, id);
    const reviewed = { ...work };
    const mails = here.mails.length;
    await here.settle();
    work.mailsAlone.push(since(reviewed, here.mails.length - mails));
    await decide(counting, id, {});
    await here.settle();
    work.gates.push(since(before));
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
  // To the approver and to who asked; all else is in the digests of the day, which are not swept here.
  work.told = 6 * 2;
}

/** One locality through all six stages, done properly, with one approver and one coordinator to be told. */
async function measureLifecycle(): Promise<Work> {
  const work: Work = {
    transitions: 0,
    requests: 0,
    invocations: 0,
    readUnits: 0,
    writeUnits: 0,
    bareWriteUnits: 0,
    gates: [],
    mailsAlone: [],
    tableCalls: 0,
    mails: 0,
    told: 0,
  };
  const here = await testApp();
  counted(here.table, work);
  await walk(here, work);
  return work;
}

/** Start, three states a stage, end. */
const leastTransitions = 20;

export const lifecycle: Group = {
  what: 'One locality through six stages: 16 activities, 6 reviews, 6 decisions, each with a mail to who acts on it; no hand-over',
  async measure() {
    const work = await measureLifecycle();
    const asked = { unit: '', baseline: work.requests, of: 'requests' };
    const middle = (all: Work['gates'], of: keyof Work['gates'][number]) => median(all.map((one) => one[of]));
    return [
      { name: 'state transitions', counted: work.transitions, unit: '', wanted: { atMost: 30 } },
      {
        name: 'state transitions, against the fewest there can be',
        counted: work.transitions,
        unit: '',
        baseline: leastTransitions,
        of: 'start, 3 a stage, end',
      },
      { name: 'function invocations', counted: work.invocations, ...asked },
      { name: 'read units', counted: work.readUnits, ...asked },
      {
        name: 'write units',
        counted: work.writeUnits,
        unit: '',
        baseline: work.bareWriteUnits,
        of: 'state alone',
      },
      { name: 'mails', counted: work.mails, unit: '', baseline: work.told, of: 'reviews and decisions' },
      {
        name: 'a whole gate: calls to the table',
        counted: middle(work.gates, 'calls'),
        unit: '',
        wanted: { atMost: 30 },
      },
      {
        name: 'a whole gate: write units',
        counted: middle(work.gates, 'writeUnits'),
        unit: '',
        wanted: { atMost: 60 },
      },
      {
        name: 'a mail: calls to the table',
        counted: middle(work.mailsAlone, 'calls'),
        unit: '',
        wanted: { atMost: 4 },
      },
      {
        name: 'a mail: write units',
        counted: middle(work.mailsAlone, 'writeUnits'),
        unit: '',
        wanted: { atMost: 6 },
      },
    ];
  },
};
