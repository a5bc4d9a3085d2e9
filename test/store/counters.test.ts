import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../domain/change.ts';
import { createCommitment, editCommitment } from '../../domain/commands/commitments.ts';
import { createLocality } from '../../domain/commands/create-locality.ts';
import { CommitmentStatus, NewCommitment, PolicyArea } from '../../domain/commitment.ts';
import { Conflict, Problem } from '../../domain/errors.ts';
import { countsOf } from '../../domain/listing.ts';
import { remindersOf } from '../../domain/reminder-settings.ts';
import { rolledUp, sumsOf } from '../../domain/roll-up.ts';
import { sumOf, type Tally } from '../../domain/tally.ts';
import type { Visit } from '../../domain/visit.ts';
import { commit, commitAll } from '../../store/commit.ts';
import { commitmentStore } from '../../store/commitments.ts';
import { counterStore } from '../../store/counters.ts';
import { localityStore } from '../../store/localities.ts';
import type { Table } from '../../store/transaction.ts';
import { visitStore } from '../../store/visits.ts';
import { step, taken } from '../domain/random-walk.ts';
import { administrator, caller, moment, twoStages } from '../support/factories.ts';
import { municipality as settings } from '../support/settings.ts';
import { freshTable } from '../support/table.ts';

const places = ['anapra', 'azteca', 'zaragoza'];
const now = new Date(moment().now);

const fields = fc.record(
  {
    status: fc.constantFrom(...CommitmentStatus.options),
    policyArea: fc.option(fc.constantFrom(...PolicyArea.options), { nil: null }),
    budget: fc.option(
      fc.record({
        amount: fc.oneof(fc.constantFrom(0.1, 0.2, 1e12), fc.nat(1_000)),
        currency: fc.constantFrom('MXN', 'USD'),
      }),
      { nil: null },
    ),
  },
  { requiredKeys: ['status'] },
);
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('step' as const), step }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('promise' as const), fields }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('amend' as const), fields, number: fc.nat(3) }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** The change that a deed makes as things stand in the table; none where the rules refuse it. */
async function changeBy(table: Table, id: string, what: Deed): Promise<Change | undefined> {
  const locality = await localityStore(table).get(id);
  const at = {
    locality,
    responsible: undefined,
    caller: caller(),
    reminders: remindersOf(settings()),
    moment: moment(),
  };
  if (what.kind === 'step') {
    const visits: Visit[] = await visitStore(table).ofLocality(id);
    return taken(what.step, { locality, visits }, twoStages);
  }
  const { budget, policyArea, status } = what.fields;
  try {
    if (what.kind === 'promise')
      return createCommitment(
        NewCommitment.parse({
          action: 'Pintar',
          status,
          policyArea: policyArea ?? undefined,
          budget: budget ?? undefined,
        }),
        at,
      );
    const before = await commitmentStore(table).get({ locality: id, number: what.number + 1 });
    return editCommitment(before, { status, policyArea, budget }, at);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** What the counters and sums ought to be, counted from all that is there. */
async function counted(table: Table): Promise<{ all: Tally; sums: Tally }> {
  const counts: Tally[] = [];
  const sums: Tally[] = [];
  for await (const locality of localityStore(table).all()) {
    counts.push(countsOf(locality));
    sums.push(...(await commitmentStore(table).ofLocality(locality.id)).map(sumsOf));
  }
  return { all: sumOf([...counts, ...sums]), sums: sumOf(sums) };
}

const without = (name: string, tally: Tally): Tally => new Map([...tally].filter(([key]) => key !== name));
const sorted = (tally: Tally) => [...tally].sort(([a], [b]) => (a < b ? -1 : 1));

describe('counters', () => {
  it('are what a count of everything gives, whatever happens and whoever loses a race', async () => {
    const deeds = fc.array(fc.tuple(fc.constantFrom(...places), deed, deed), { minLength: 5, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const table = await freshTable();
        const created = places.map((id) =>
          createLocality(
            { id, programme: twoStages },
            { name: id, programme: twoStages.id },
            administrator(),
            moment(),
          ),
        );
        await commitAll(table, created, now);
        for (const [id, one, other] of all) {
          // Both are decided on the same state: the second to be written loses, and counts for nothing.
          const changes = [await changeBy(table, id, one), await changeBy(table, id, other)];
          await Promise.all(
            changes.map(async (change) => {
              if (!change) return;
              await commit(table, change, now).catch((error: unknown) => {
                if (!(error instanceof Conflict)) throw error;
              });
            }),
          );
        }
        const counters = counterStore(table);
        const expected = await counted(table);
        expect(sorted(without('writes', await counters.all()))).toEqual(sorted(expected.all));
        expect(sorted(await counters.sumsOf(places))).toEqual(sorted(expected.sums));
      }),
      { numRuns: 12 },
    );
  });

  it('hold sums of money that no number holds', () => {
    const dear = sumsOf({
      status: 'pending',
      policyArea: 'health',
      budget: { amount: 1e12, currency: 'MXN' },
    });
    const cent = sumsOf({
      status: 'pending',
      policyArea: 'health',
      budget: { amount: 0.01, currency: 'MXN' },
    });
    const all = sumOf([...Array.from({ length: 1_000 }, () => dear), cent]);
    expect(all.get('budget/health/MXN')).toBe(100_000_000_000_000_001n);
    expect(rolledUp(sumOf([cent, cent, cent])).budget).toEqual({ MXN: 0.03 });
    expect(rolledUp(all, 'security')).toEqual({ actions: 0, budget: {} });
  });

  it('keep sums of money that no number holds in the table too', async () => {
    const table = await freshTable();
    const dear = { action: 'Construir', policyArea: 'health', budget: { amount: 1e12, currency: 'MXN' } };
    await commit(
      table,
      createLocality(
        { id: 'anapra', programme: twoStages },
        { name: 'A', programme: 'two' },
        caller(),
        moment(),
      ),
      now,
    );
    for (let count = 0; count < 100; count += 1) {
      const locality = await localityStore(table).get('anapra');
      const at = { locality, responsible: undefined, caller: caller(), moment: moment() };
      const reminders = remindersOf(settings());
      await commit(table, createCommitment(NewCommitment.parse(dear), { ...at, reminders }), now);
    }
    expect((await counterStore(table).sumsOf(['anapra'])).get('budget/health/MXN')).toBe(
      10_000_000_000_000_000n,
    );
  });

  it('put the months that are over together and still count the same', async () => {
    const table = await freshTable();
    const created = createLocality(
      { id: 'anapra', programme: twoStages },
      { name: 'A', programme: twoStages.id },
      caller(),
      moment(),
    );
    await commit(table, created, now);
    const opened = await changeBy(table, 'anapra', { kind: 'step', step: { kind: 'open', track: 0 } });
    if (opened) await commit(table, opened, now);
    const counters = counterStore(table);
    const before = await counters.all();
    await counters.fold('2030-01-01');
    const after = await counters.all();
    const dueIn = (tally: Tally) => [...tally].filter(([name]) => name.startsWith('due/'));
    expect(dueIn(before)).toHaveLength(1);
    expect(dueIn(after)).toEqual([['due/2000-01-01', 1n]]);
    expect(after.get('writes')).toBe(before.get('writes'));
    expect(await counters.fold('2030-01-02').then(() => counters.all())).toEqual(after);
  });
});
