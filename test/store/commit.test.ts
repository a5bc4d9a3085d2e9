import { beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../domain/change.ts';
import { requestReview } from '../../domain/commands/request-review.ts';
import { noFacts } from '../../domain/criteria/facts.ts';
import { Conflict } from '../../domain/errors.ts';
import { commit } from '../../store/commit.ts';
import { idempotencyItem, idempotencyStore } from '../../store/idempotency-records.ts';
import { localityStore } from '../../store/localities.ts';
import type { Table } from '../../store/transaction.ts';
import { visitStore } from '../../store/visits.ts';
import { beginning, begun, edit, write } from '../support/changes.ts';
import { allDone, caller, done, moment, opened, twoStages } from '../support/factories.ts';
import { itemsOf } from '../support/items.ts';
import { freshTable } from '../support/table.ts';

let table: Table;
beforeAll(async () => {
  table = await freshTable();
});
const now = new Date(moment().now);
const everything = async (id: string) => ({
  locality: await localityStore(table).find(id),
  items: await itemsOf(table, id),
});

/** The first visit of a locality, opened and written with all done. */
async function ready(id: string) {
  const at = done(opened({ locality: await begun(table, id), visits: [] }));
  const [visit] = at.visits;
  if (!visit) throw new Error('nothing is open');
  const { stage, number, targetOn } = visit;
  const detail = { stage, visit: number, targetOn };
  await write(table, { ...at, event: { actor: 'etapas', action: 'stage-opened', detail }, outbox: [] });
  return { locality: await localityStore(table).get(id), visit };
}
const reviewOf = ({ locality, visit }: Awaited<ReturnType<typeof ready>>): Change =>
  requestReview(
    {
      locality,
      visit,
      others: [],
      facts: noFacts,
      programme: twoStages,
      municipality: {
        approvers: ['direccion@juarez.example'],
        staffMailDomain: 'juarez.example',
        fourEyes: true,
      },
    },
    {},
    caller(),
    moment(),
  );

describe('a change', () => {
  it('is written whole: the locality, its visit, a line of history and the outbox messages', async () => {
    const at = await ready('whole');
    await write(table, reviewOf(at));
    const { locality, items } = await everything('whole');
    expect(locality).toMatchObject({ revision: 3, position: { gates: [{ state: 'in-review' }] } });
    const last = items.find(({ sk }) => sk === 'HISTORY#00000003');
    expect(last).toMatchObject({ action: 'review-requested', seq: 3, hash: locality?.headHash });
    expect(items.find(({ entity }) => entity === 'visit')).toMatchObject({
      revision: 2,
      activities: allDone,
    });
    expect(items.find(({ sk }) => sk === 'OUTBOX#3')).toMatchObject({
      state: 'queued',
      pending: 'pending',
    });
  });

  it('is not written at all when the locality has changed since', async () => {
    const read = await begun(table, 'stale');
    await write(table, edit(read, 1));
    const before = await everything('stale');
    await expect(write(table, edit(read, 2))).rejects.toThrow(Conflict);
    expect(await everything('stale')).toEqual(before);
  });

  it('is not written at all when only its visit has changed since', async () => {
    const at = await ready('visit');
    await visitStore(table).keepToken(at.visit, 'a token');
    const before = await everything('visit');
    await expect(write(table, reviewOf(at))).rejects.toThrow(Conflict);
    expect(await everything('visit')).toEqual(before);
  });

  it('is not written at all when what goes with it cannot be', async () => {
    const keyed = { user: 'ana', key: 'key', digest: 'a digest' };
    const reply = (answer: string) => idempotencyItem(table, keyed, { status: 201, body: answer }, now);
    await commit(table, beginning('first'), now, [reply('"first"')]);
    await expect(commit(table, beginning('second'), now, [reply('"second"')])).rejects.toThrow(Conflict);
    expect(await everything('second')).toEqual({ locality: undefined, items: [] });
    expect(await idempotencyStore(table).find(keyed)).toMatchObject({ body: '"first"' });
  });

  it('does not begin a locality whose id is taken', async () => {
    await begun(table, 'taken');
    await expect(write(table, beginning('taken', 'Another'))).rejects.toThrow(Conflict);
    expect((await everything('taken')).locality?.name).toBe('Anapra');
  });

  it('of twenty at once on what was read once, exactly one is written', async () => {
    const read = await begun(table, 'race');
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, population) => write(table, edit(read, population))),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Conflict);
    expect((await everything('race')).locality?.revision).toBe(2);
    expect(await itemsOf(table, 'race', 'HISTORY#')).toHaveLength(2);
  });
});
