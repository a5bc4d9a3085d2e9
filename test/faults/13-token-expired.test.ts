import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { Conflict } from '../../domain/errors.ts';
import { idempotencyItem } from '../../store/idempotency-records.ts';
import { begun, edit, write } from '../support/changes.ts';
import { deeds } from '../support/history.ts';
import { itemsOf } from '../support/items.ts';
import { problemOf } from '../support/problems.ts';
import { freshTable } from '../support/table.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { named, trouble } from '../support/trouble.ts';
import { ana, begin, boss, complete, decide, locality, review } from '../support/walk.ts';

const keyed = (who: Call): Call => ({ ...who, headers: { 'idempotency-key': 'once' } });

/** Forgets the answer to a command, as the table does after a day. */
async function forget({ table, clock }: TestApp, { user = '' }: Call): Promise<void> {
  const { pk, sk } =
    idempotencyItem(table, { user, key: 'once', digest: '' }, { status: 200, body: '' }, clock()).Put?.Item ??
    {};
  await table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } }));
}

describe('13: the same command again after its idempotency token expired', () => {
  it('is refused by the condition: a decision', async () => {
    const here = await testApp();
    const id = await begin(here);
    await complete(here, id);
    await review(here, id);
    expect((await decide(here, id, {}, keyed(boss))).status).toBe(201);
    await here.settle();
    await forget(here, boss);
    expect(problemOf(await decide(here, id, {}, keyed(boss))).status).toBe(409);
    expect(await deeds(here, id)).toMatchObject({ 'gate-decided': 1 });
    expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'territorial-targeting' }] });
  });

  it('is refused by the condition: a hold, a resume and a review', async () => {
    const here = await testApp();
    const id = await begin(here);
    const again = async (command: () => Promise<{ status: number }>) => {
      const first = await command();
      await here.settle();
      await forget(here, ana);
      const second = await command();
      await forget(here, ana);
      return [first.status, second.status];
    };
    expect(await again(() => decide(here, id, { outcome: 'hold' }, keyed(ana)))).toEqual([201, 409]);
    const resume = () => here.call('POST', `/api/localities/${id}/resume`, {}, keyed(ana));
    expect(await again(resume)).toEqual([202, 409]);
    await complete(here, id);
    const ask = () => here.call('POST', `/api/localities/${id}/gate/reviews`, {}, keyed(ana));
    expect(await again(ask)).toEqual([202, 409]);
  });

  it('is refused by the table itself: the same change written twice is written once', async () => {
    const table = await freshTable();
    const change = edit(await begun(table, 'anapra'), 4_200);
    await write(table, change);
    const before = await itemsOf(table, 'anapra');
    await expect(write(table, change)).rejects.toThrow(Conflict);
    expect(await itemsOf(table, 'anapra')).toEqual(before);
  });

  it('whose answer was lost on the way is carried out once, by the client’s own repetition', async () => {
    const table = await freshTable();
    const change = edit(await begun(table, 'anapra'), 4_200);
    const lost = trouble(table, named('TimeoutError'), {
      operation: 'TransactWriteItems',
      times: 1,
      lost: true,
    });
    await write(table, change);
    lost.end();
    expect(lost.met()).toBe(1);
    expect(await itemsOf(table, 'anapra', 'HISTORY#')).toHaveLength(2);
  });
});
