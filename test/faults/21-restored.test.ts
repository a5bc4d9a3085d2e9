import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { audited } from '../support/audited.ts';
import { restored } from '../support/backup.ts';
import { person, promise, sweptAndSent } from '../support/reminders.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { begin, boss, complete, decide, locality, pass, review } from '../support/walk.ts';

const mail = async (here: TestApp) => (await here.call('GET', '/api/mail', undefined, boss)).body;

/** A municipality with a locality in review, one further on, one on hold, one with a promise that is late. */
async function busy() {
  const here = await testApp({}, '2026-01-12T15:00:00Z');
  const inReview = await begin(here, 'convivir-mejor', 'Anapra');
  await complete(here, inReview);
  await review(here, inReview);
  const further = await begin(here, 'convivir-mejor', 'Riberas');
  await pass(here, further);
  const held = await begin(here, 'red-conectate', 'Azcapotzalco');
  await decide(here, held, { outcome: 'hold' });
  await person(here, 'rosa');
  await promise(here, further, 'rosa', '2026-01-20');
  await here.settle();
  return { here, inReview, further, held };
}

describe('21: restore from backup into a new table', () => {
  it('every history and record of the restored table agrees with the others', async () => {
    const { here } = await busy();
    const again = await testApp({}, '2026-01-13T15:00:00Z', await restored(here.table));
    const { checked, findings } = await audited(again);
    expect(checked).toBeGreaterThanOrEqual(4);
    expect(findings).toEqual([]);
  });

  it('no mail leaves it until an administrator releases it, and then everything does that waited', async () => {
    const { here, inReview, further } = await busy();
    const again = await testApp({}, '2026-01-13T15:00:00Z', await restored(here.table));
    await sweptAndSent(again);
    await decide(again, inReview, {});
    await again.settle();
    await again.reconcile();
    expect(again.mails).toEqual([]);
    expect(await mail(again)).toMatchObject({ released: false });
    expect(
      z.object({ waiting: z.array(z.unknown()) }).parse(await mail(again)).waiting.length,
    ).toBeGreaterThan(1);

    expect(await again.call('POST', '/api/mail/release', {}, boss)).toMatchObject({ status: 200 });
    await again.reconcile();
    await again.settle();
    expect(await mail(again)).toMatchObject({ released: true, waiting: [] });
    expect(again.mails.filter(({ outbox }) => outbox.startsWith('stakeholder_'))).toHaveLength(1);
    expect(again.mails.some(({ outbox }) => outbox.includes(inReview))).toBe(true);

    // Work goes on at the gates where the backup stood.
    await pass(again, further);
    expect(await locality(again, further)).toMatchObject({ current: [{ stage: 'community-involvement' }] });
    expect((await audited(again)).findings).toEqual([]);
  });

  it('the table it was restored from still sends, and so does one that was never restored', async () => {
    const { here, further } = await busy();
    await restored(here.table);
    const sent = here.mails.length;
    await pass(here, further);
    expect(here.mails.length).toBeGreaterThan(sent);
  });

  it('what contradicts itself is named: a lost visit, an altered decision, a lost line, a miscounted matrix', async () => {
    const { here, inReview, further, held } = await busy();
    const table = await restored(here.table);
    const { client, name: TableName } = table;
    const key = (id: string, sk: string) => ({ TableName, Key: { pk: `LOCALITY#${id}`, sk } });
    await client.send(new DeleteCommand(key(inReview, 'VISIT#capacity-building#0001')));
    await client.send(new DeleteCommand(key(further, 'COMMITMENT#000001')));
    await client.send(
      new UpdateCommand({
        ...key(further, 'HISTORY#00000003'),
        UpdateExpression: 'SET actor = :other',
        ExpressionAttributeValues: { ':other': 'nobody' },
      }),
    );
    await client.send(new DeleteCommand(key(held, 'HISTORY#00000002')));
    const { findings } = await audited(await testApp({}, '2026-01-13T15:00:00Z', table));
    expect(findings.map(({ id, code, about }) => [id, code, about]).sort()).toEqual(
      [
        [held, 'history-incomplete', '2'],
        [further, 'history-altered', '3'],
        [inReview, 'visit-missing', 'capacity-building 1'],
        [further, 'commitments-differ', `${further}.1`],
      ].sort(),
    );
  });
});
