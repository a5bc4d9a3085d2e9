import { beforeAll, describe, expect, it } from 'vitest';
import { Conflict } from '../../domain/errors.ts';
import { enterStage } from '../../domain/locality.ts';
import { type Table, writeAll } from '../../store/transaction.ts';
import { visitItem } from '../../store/visit-item.ts';
import { type VisitStore, visitStore } from '../../store/visits.ts';
import { created, opened, type Standing, twoStages } from '../support/factories.ts';
import { freshTable } from '../support/table.ts';

let table: Table;
let visits: VisitStore;
beforeAll(async () => {
  table = await freshTable();
  visits = visitStore(table);
});

/** In the second stage, with the visits of its tracks in the table. */
async function acting(id: string): Promise<Standing> {
  const { locality } = created(twoStages, {}, { id });
  const at = opened({ locality: enterStage(locality, twoStages, 'act'), visits: [] });
  await writeAll(
    table,
    at.visits.map((visit) => visitItem(table, visit)),
  );
  return at;
}

describe('the visits of a locality', () => {
  it('of its current stage come in the order of the tracks', async () => {
    const at = await acting('both');
    expect((await visits.current(at.locality)).map(({ track }) => track)).toEqual(['left', 'right']);
  });

  it('do not include one that is not open yet', async () => {
    const { locality } = await acting('one');
    const gates = locality.position?.gates.map((gate, at) =>
      at === 0 ? { ...gate, state: 'opening' as const } : gate,
    );
    const half = { ...locality, position: { stage: 'act', gates: gates ?? [] } };
    expect((await visits.current(half)).map(({ track }) => track)).toEqual(['right']);
  });

  it('are none before the stage is open, and once the programme is over', async () => {
    const { locality } = created();
    expect(await visits.current(locality)).toEqual([]);
    expect(await visits.current({ ...locality, position: undefined })).toEqual([]);
  });

  it('are all found by stage, track and number', async () => {
    const at = await acting('all');
    const [first] = at.visits;
    if (!first) throw new Error('two visits');
    await writeAll(table, [visitItem(table, { ...first, number: 2 })]);
    const all = await visits.ofLocality('all');
    expect(all.map(({ track, number }) => `${track} ${number}`)).toEqual(['left 1', 'left 2', 'right 1']);
    expect(await visits.find({ ...first, number: 2 })).toEqual({ ...first, number: 2 });
    expect(await visits.find({ ...first, number: 3 })).toBeUndefined();
  });
});

describe('the token of a waiting workflow', () => {
  it('is kept on the visit, which is one revision further then', async () => {
    const [visit] = (await acting('token')).visits;
    if (!visit) throw new Error('two visits');
    await visits.keepToken(visit, 'a token');
    expect(await visits.find(visit)).toEqual({ ...visit, token: 'a token', revision: 2 });
  });

  it('is refused when the visit has changed since it was read', async () => {
    const [visit] = (await acting('late-token')).visits;
    if (!visit) throw new Error('two visits');
    await visits.keepToken(visit, 'first');
    await expect(visits.keepToken(visit, 'second')).rejects.toThrow(Conflict);
    expect((await visits.find(visit))?.token).toBe('first');
  });
});
