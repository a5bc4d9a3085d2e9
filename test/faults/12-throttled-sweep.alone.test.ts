import { expect, it, vi } from 'vitest';
import { importCommitments } from '../../domain/commands/commitments.ts';
import { NewCommitment } from '../../domain/commitment.ts';
import { remindersOf } from '../../domain/reminder-settings.ts';
import { momentOf } from '../../functions/runtime/clock.ts';
import { commit } from '../../store/commit.ts';
import { localityStore } from '../../store/localities.ts';
import type { Table } from '../../store/transaction.ts';
import { caller } from '../support/factories.ts';
import { leftOver } from '../support/left-over.ts';
import { digests, person, promise, swept } from '../support/reminders.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { named, trouble } from '../support/trouble.ts';
import { begin } from '../support/walk.ts';

/** The pauses between two attempts are shortened here: that they are there, and how many, is what matters. */
vi.mock('node:timers/promises', async (original) => {
  const timers = await original<typeof import('node:timers/promises')>();
  return { ...timers, setTimeout: (milliseconds: number) => timers.setTimeout(Math.min(milliseconds, 2)) };
});

/** So many are due first, of Rosa: a batch of their own. */
const first = 100;

async function promises({ table, clock, municipality }: TestApp, place: string, count: number) {
  const command = NewCommitment.parse({
    action: 'Barrer la plaza',
    responsible: 'rosa',
    dueOn: '2026-01-12',
  });
  const rows = Array.from({ length: count }, () => ({ command, sector: 'school' as const }));
  const at = {
    locality: await localityStore(table).get(place),
    caller: caller(),
    reminders: remindersOf(municipality),
    moment: momentOf(clock(), municipality),
  };
  await commit(table, importCommitments(rows, at), clock());
}

/** A batch and one commitment more are due, of two people. */
async function scene() {
  const here = await testApp({}, '2026-01-12T15:00:00Z');
  const place = await begin(here);
  for (const name of ['rosa', 'jorge']) await person(here, name);
  for (let made = 0; made < first; made += 50) await promises(here, place, 50);
  await promise(here, place, 'jorge', '2026-01-13');
  return here;
}
const tellsTo = async (here: TestApp) => {
  await here.settle();
  return digests(here)
    .map(({ to }) => to)
    .sort();
};
const [jorge, rosa] = ['jorge@ejemplo.example', 'rosa@ejemplo.example'];
const ofRosa = ({ sk }: { sk: string }) => sk === 'COMMITMENT#000001';

it.each([
  ['leave all keys out for a while', (table: Table) => leftOver(table, { times: 6 })],
  ['are answered in small parts', (table: Table) => leftOver(table, { taken: 7, times: 20 })],
  [
    'are refused for a while',
    (table: Table) =>
      trouble(table, named('ProvisionedThroughputExceededException'), {
        operation: 'BatchGetItem',
        times: 5,
        forGood: true,
      }),
  ],
])('12: batch reads of a sweep that %s are asked again, and everybody is told', async (_, disturb) => {
  const here = await scene();
  const wrong = disturb(here.table);
  expect(await swept(here)).toMatchObject({ digests: 2, reminded: first + 1 });
  wrong.end();
  expect(wrong.met()).toBeGreaterThan(4);
  expect(await tellsTo(here)).toEqual([jorge, rosa]);
});

it.each([
  ['leaves its keys out', (table: Table) => leftOver(table, { times: 1_000, isMeant: ofRosa })],
  [
    'is refused',
    (table: Table) =>
      trouble(table, named('ThrottlingException'), {
        operation: 'BatchGetItem',
        holding: 'COMMITMENT#000001',
        forGood: true,
      }),
  ],
  [
    'fails in another way',
    (table: Table) =>
      trouble(table, named('InternalServerError'), {
        operation: 'BatchGetItem',
        holding: 'COMMITMENT#000001',
        forGood: true,
      }),
  ],
])(
  '12: one batch that %s for good keeps no other from being told, and is told the next time',
  async (_, disturb) => {
    const here = await scene();
    const wrong = disturb(here.table);
    // The reminders lack it, and the digests to staff.
    await expect(swept(here)).rejects.toThrow('2 parts of a sweep failed');
    wrong.end();
    expect(await tellsTo(here)).toEqual([jorge]);
    expect(await swept(here)).toMatchObject({ digests: 1, reminded: first });
    expect(await tellsTo(here)).toEqual([jorge, rosa]);
  },
);
