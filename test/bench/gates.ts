import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { localityStore } from '../../store/localities.ts';
import { addStreamRecords } from '../support/stream-records.ts';
import type { Group, Options, Row } from './group.ts';
import { bareTransactions } from './machine/bare.ts';
import type { ThreadWork } from './machine/cpu-profile.ts';
import {
  ana,
  atFirst,
  boss,
  importLocalities,
  localityIds,
  untilOpen,
  untilSent,
} from './machine/imported.ts';
import { type Machine, type Processor, startMachine } from './machine/machine.ts';
import { type InFlight, inFlight, median, percentile, timed } from './timing.ts';

/** Requests under way at a time, of people and of the bare transaction. */
const most = 20;
/** How often a wave of a size is measured, each with localities of its own. */
const waves: Record<number, number> = { 50: 5, 500: 1, 2000: 1 };
const streamRecords = 100_000;
const bareCount = 400;

/** Where localities go on from their first stage. */
const next = 'territorial-targeting';
/** To the approver, that the review is asked for; to the coordinator, that it is decided and the next stage opens. */
const mails = { review: 1, decision: 1 };

const Anything = z.looseObject({});
const done = {
  status: 'done',
  evidence: [{ title: 'Acta', url: 'https://juarez.example/acta.pdf' }],
  figures: { peopleTrained: 12 },
};

/** What one wave of gates took, in milliseconds where nothing else is said. */
interface Wave {
  reviews: InFlight;
  decisions: InFlight;
  /** From the first decision until every next stage is open, and until every mail is sent and recorded. */
  open: number;
  sent: number;
  processor: Processor;
  bare: InFlight;
}

/** All that the first gate asks for is recorded. */
async function makeReady({ api, table }: Machine, ids: readonly string[]): Promise<void> {
  const localities = localityStore(table);
  for (const activity of ['federal-representatives', 'state-and-local'])
    await inFlight(most, ids, async (id) => {
      const path = `/api/localities/${id}/stages/${atFirst}/activities/${activity}`;
      const { revision } = await localities.get(id);
      await api.as(ana)(Anything, 'PUT', path, done, { 'if-match': `"${revision}"` });
    });
}

/** Localities of their own for a wave, each at a gate to which nothing is missing, and no mail on its way. */
async function prepare(machine: Machine, count: number): Promise<string[]> {
  const known = new Set(await localityIds(machine));
  const before = await machine.sent();
  await importLocalities(machine, count);
  const ids = (await localityIds(machine)).filter((id) => !known.has(id));
  await untilOpen(machine.table, ids, atFirst);
  await untilSent(machine, before + 2 * count);
  await makeReady(machine, ids);
  return ids;
}

/** Each gate is reviewed by one person and decided by another; the decisions begin when the mails of the reviews are out. */
async function measureWave(machine: Machine, ids: readonly string[], bare: () => Promise<InFlight>) {
  const { api, table } = machine;
  const before = await machine.sent();
  const post = (who: typeof ana | typeof boss, part: string, body: object) => (id: string) =>
    api.as(who)(Anything, 'POST', `/api/localities/${id}/gate/${part}`, body);
  const bareBefore = await bare();
  const reviews = await inFlight(most, ids, post(ana, 'reviews', {}));
  await untilSent(machine, before + mails.review * ids.length);
  const began = machine.processor();
  const decide = post(boss, 'decisions', { outcome: 'advance', reason: 'Listo' });
  const decided = inFlight(most, ids, decide);
  const [decisions, open, sent] = await Promise.all([
    decided,
    timed(() => untilOpen(table, ids, next)),
    timed(() => untilSent(machine, before + (mails.review + mails.decision) * ids.length)),
  ]);
  const ended = machine.processor();
  const bareAfter = await bare();
  const each = [...bareBefore.each, ...bareAfter.each];
  const whole = bareBefore.whole + bareAfter.whole;
  return {
    reviews,
    decisions,
    open: open.took,
    sent: sent.took,
    processor: { runner: ended.runner - began.runner, table: ended.table - began.table },
    bare: { each, whole, perSecond: (each.length * 1_000) / whole },
  };
}

const perSecond = (count: number, milliseconds: number) => (count * 1_000) / milliseconds;
const middle = (all: Wave[], of: (wave: Wave) => number) => median(all.map(of));

/** Gates a second, from the first decision to the last mail, in terms of bare transactions a second: the wave in the middle. */
const throughput = (all: Wave[], count: number) =>
  middle(all, ({ sent, bare }) => perSecond(count, sent) / bare.perSecond);

function rowsOf(count: number, all: Wave[], when = ''): Row[] {
  const name = (text: string) => `${count} gates${when}: ${text}`;
  const bareEach = middle(all, ({ bare }) => median(bare.each));
  const bareLate = middle(all, ({ bare }) => percentile(bare.each, 99));
  const bareRate = middle(all, ({ bare }) => bare.perSecond);
  const against = (baseline: number) => ({ baseline, of: 'bare transaction' });
  return [
    {
      name: name('reviews'),
      counted: middle(all, ({ reviews }) => reviews.perSecond),
      unit: '/s',
      ...against(bareRate),
    },
    {
      name: name('review accepted, p50'),
      counted: middle(all, ({ reviews }) => median(reviews.each)),
      unit: 'ms',
      ...against(bareEach),
    },
    {
      name: name('review accepted, p99'),
      counted: middle(all, ({ reviews }) => percentile(reviews.each, 99)),
      unit: 'ms',
      ...against(bareLate),
    },
    {
      name: name('decisions'),
      counted: middle(all, ({ decisions }) => decisions.perSecond),
      unit: '/s',
      ...against(bareRate),
    },
    {
      name: name('decision accepted, p50'),
      counted: middle(all, ({ decisions }) => median(decisions.each)),
      unit: 'ms',
      ...against(bareEach),
      wanted: { atMost: 4 },
    },
    {
      name: name('decision accepted, p99'),
      counted: middle(all, ({ decisions }) => percentile(decisions.each, 99)),
      unit: 'ms',
      ...against(bareLate),
    },
    {
      name: name('until all next stages are open'),
      counted: middle(all, ({ open }) => open) / 1_000,
      unit: 's',
    },
    {
      name: name('to next stage open'),
      counted: middle(all, ({ open }) => perSecond(count, open)),
      unit: '/s',
      ...against(bareRate),
    },
    { name: name('until all mails are sent'), counted: middle(all, ({ sent }) => sent) / 1_000, unit: 's' },
    {
      name: name('to next stage open and mails sent'),
      counted: middle(all, ({ sent }) => perSecond(count, sent)),
      unit: '/s',
      ...against(bareRate),
      wanted: { atLeast: 1 / 8 },
    },
    {
      name: name('processor a gate, runner'),
      counted: middle(all, ({ processor }) => processor.runner) / count,
      unit: 'ms',
    },
    {
      name: name('processor a gate, table server'),
      counted: middle(all, ({ processor }) => processor.table) / count,
      unit: 'ms',
    },
  ];
}

/** What each thread did in a wave: how busy it was, and with what. */
const profileRows = (count: number, threads: ThreadWork[]): Row[] =>
  threads
    .toSorted((a, b) => b.busy - a.busy)
    .flatMap(({ thread, busy, of, top }) => [
      { name: `profile of ${count} gates: ${thread}, busy`, counted: (100 * busy) / of, unit: '%' },
      ...(busy / of < 0.05
        ? []
        : top.map(({ name, share }) => ({
            name: `profile of ${count} gates: ${thread}, of that in ${name}`,
            counted: 100 * share,
            unit: '%',
          }))),
    ]);

/** As many stream records as months of use leave, read to their end by everybody who follows the stream. */
async function age(machine: Machine): Promise<void> {
  const database = new DatabaseSync(machine.tableFile);
  addStreamRecords(database, machine.table.name, streamRecords);
  database.close();
  // They are read by thousands; a change that comes after them is heard of when they are through.
  await prepare(machine, 1);
}

async function measure({ sizes = [50, 500, 2_000], profile, folder }: Options): Promise<Row[]> {
  const machine = await startMachine(profile);
  try {
    const transactions = await bareTransactions(machine.plain);
    const bare = () => transactions(bareCount, most);
    // Beside a profile nothing is measured, and nothing else is done.
    const nothing = () => transactions(0, most);
    const wavesOf = async (count: number): Promise<Wave[]> => {
      const all: Wave[] = [];
      for (let wave = 0; wave < (waves[count] ?? 1); wave += 1)
        all.push(await measureWave(machine, await prepare(machine, count), bare));
      return all;
    };
    // Functions are loaded by their first call, and what is run often is compiled.
    await measureWave(machine, await prepare(machine, most), bare);
    await pause(1_000);
    const rows: Row[] = [];
    for (const count of sizes) rows.push(...rowsOf(count, await wavesOf(count)));
    const [few = 50] = sizes;
    if (profile) {
      const ids = await prepare(machine, few);
      const into = join(folder, 'gates');
      const { threads } = await machine.profiled(into, () => measureWave(machine, ids, nothing));
      rows.push(...profileRows(few, threads));
    }
    const young = await wavesOf(few);
    await age(machine);
    const aged = await wavesOf(few);
    rows.push({
      name: `${few} gates after ${streamRecords} stream records`,
      counted: throughput(young, few),
      unit: 'gates a bare transaction, before',
      baseline: throughput(aged, few),
      of: 'after',
      wanted: { atMost: 1.2 },
    });
    return rows;
  } finally {
    await machine.stop();
  }
}

export const gates: Group = {
  what: `Gates of a stage decided with ${most} requests in flight on the real runner, each with two mails, against bare transactions of six items on the same table server`,
  measure,
};
