import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { createStakeholder } from '../../domain/commands/stakeholders.ts';
import { type Commitment, NewCommitment } from '../../domain/commitment.ts';
import { NewStakeholder } from '../../domain/stakeholder-input.ts';
import { sweep, sweepDependencies } from '../../functions/events/sweep.ts';
import { commitmentItem } from '../../store/commitments.ts';
import { localityItem } from '../../store/localities.ts';
import { stakeholderItem } from '../../store/stakeholders.ts';
import type { Table, TransactItem } from '../../store/transaction.ts';
import { caller, moment } from '../support/factories.ts';
import { programmes } from '../support/programmes.ts';
import { seedling } from '../support/seed.ts';
import { municipality } from '../support/settings.ts';
import { freshTable } from '../support/table.ts';
import { type Consumption, consumption } from './consumption.ts';
import type { Group, Row } from './group.ts';

/** What sweeping so many open commitments took, of which one in a hundred was due. */
interface SweepWork extends Consumption {
  open: number;
  due: number;
  digests: number;
  milliseconds: number;
  /** Megabytes that the heap held at most, without garbage, and how much that was more than before. */
  memory: number;
  more: number;
}

const today = '2026-01-12';
/** Commitments of a locality, and promises of a person that fall due on one day. */
const [inLocality, ofPerson] = [500, 4];
/** Requests under way at a time while the table is filled. */
const atOnce = 8;

async function fill({ client, name }: Table, items: Iterator<TransactItem>): Promise<void> {
  const worker = async () => {
    for (let some = batch(items); some.length > 0; some = batch(items))
      await client.send(
        new BatchWriteCommand({
          RequestItems: { [name]: some.map((item) => ({ PutRequest: { Item: item } })) },
        }),
      );
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function batch(items: Iterator<TransactItem>): Record<string, unknown>[] {
  const some: Record<string, unknown>[] = [];
  while (some.length < 25) {
    const { done, value } = items.next();
    if (done) break;
    if (value.Put?.Item) some.push(value.Put.Item);
  }
  return some;
}

/** Localities, the people who have something due, and commitments, one in a hundred of them due today. */
function* everything(table: Table, open: number): Generator<TransactItem> {
  const localities = Math.ceil(open / inLocality);
  for (let at = 0; at < localities; at += 1)
    yield localityItem(table, seedling(`locality-${at}`, { openedOn: today }));
  for (let at = 0; at < Math.ceil(open / 100 / ofPerson); at += 1) {
    const asked = NewStakeholder.parse({ name: 'Rosa', sector: 'school', email: `p${at}@ejemplo.example` });
    yield stakeholderItem(
      table,
      createStakeholder(`person-${at}`, asked, caller(), moment(today)).stakeholder,
    );
  }
  for (let at = 0; at < open; at += 1) {
    const isDue = at % 100 === 0;
    const dueOn = isDue ? today : '2026-06-30';
    const responsible = isDue ? `person-${Math.floor(at / 100 / ofPerson)}` : 'somebody-else';
    const commitment: Commitment = {
      ...NewCommitment.parse({ action: 'Poner luminarias en la plaza', responsible, dueOn }),
      fulfilledOn: undefined,
      locality: `locality-${Math.floor(at / inLocality)}`,
      number: (at % inLocality) + 1,
      remindOn: isDue ? today : '2026-06-16',
      createdAt: moment(today).now,
      revision: 1,
      writes: 1,
    };
    yield commitmentItem(table, commitment);
  }
}

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Milliseconds between two looks at the heap. */
const lookEvery = 50;

/** The most that the heap holds while something is done, without garbage, and the time that it took without the looks. */
async function peakDuring<T>(
  work: () => Promise<T>,
): Promise<{ result: T; memory: number; more: number; milliseconds: number }> {
  collect();
  const before = process.memoryUsage().heapUsed;
  let [peak, spent, over] = [before, 0, false];
  const look = async () => {
    while (!over) {
      const began = performance.now();
      collect();
      peak = Math.max(peak, process.memoryUsage().heapUsed);
      spent += performance.now() - began;
      await pause(lookEvery);
    }
  };
  const began = performance.now();
  const looking = look();
  const result = await work();
  const milliseconds = performance.now() - began - spent;
  over = true;
  await looking;
  return { result, memory: peak / 1_000_000, more: (peak - before) / 1_000_000, milliseconds };
}

/** One sweep of a table of its own. */
async function measureSweep(open: number): Promise<SweepWork> {
  const table = await freshTable();
  await fill(table, everything(table, open));
  const settings = municipality();
  const run = sweep(sweepDependencies(table, settings, programmes, () => new Date(moment(today).now)));
  const units = consumption(table);
  const { result, ...took } = await peakDuring(() => run(today));
  if (result.reminded !== open / 100) throw new Error(`${result.reminded} of ${open / 100} were reminded`);
  return { ...units, open, due: result.reminded, digests: result.digests, ...took };
}

const sizes = [1_000, 10_000, 100_000];

/** What a sweep took, held against one of a tenth of the commitments. */
const growth = (one: SweepWork, tenth: SweepWork): Row[] => {
  const name = (what: string) => `${one.open} open: ${what}`;
  const of = `${tenth.open} open`;
  return [
    { name: name('time'), counted: one.milliseconds, unit: 'ms', baseline: tenth.milliseconds, of },
    { name: name('read units'), counted: one.readUnits, unit: '', baseline: tenth.readUnits, of },
    { name: name('write units'), counted: one.writeUnits, unit: '', baseline: tenth.writeUnits, of },
    { name: name('read units of one due'), counted: one.readUnits / one.due, unit: '' },
    { name: name('write units of one due'), counted: one.writeUnits / one.due, unit: '' },
    { name: name('digests'), counted: one.digests, unit: '', baseline: one.due, of: 'commitments due' },
    {
      name: name('most that the heap held'),
      counted: one.memory,
      unit: 'MB',
      baseline: tenth.memory,
      of,
      beside: { 'MB more than before': one.more },
      wanted: one.open === sizes.at(-1) ? { atMost: 1.5 } : undefined,
    },
  ];
};

export const sweeps: Group = {
  what: 'A sweep of open commitments of which one in a hundred is due, against a sweep of a tenth as many',
  async measure() {
    const all: SweepWork[] = [];
    for (const open of sizes) all.push(await measureSweep(open));
    return all.flatMap((one, at) => {
      const tenth = all[at - 1];
      return tenth ? growth(one, tenth) : [];
    });
  },
};
