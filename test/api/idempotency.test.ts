import { beforeAll, describe, expect, it } from 'vitest';
import { itemsOf } from '../support/items.ts';
import { problemOf } from '../support/problems.ts';
import { type Call, type Response, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, complete, locality, review } from '../support/walk.ts';

let here: TestApp;
beforeAll(async () => {
  here = await testApp();
});

const withKey = (who: Call, key: string): Call => ({
  ...who,
  headers: { ...who.headers, 'idempotency-key': key },
});
const create = (name: string, who: Call) =>
  here.call('POST', '/api/localities', { name, programme: 'convivir-mejor' }, who);
const advance = (id: string, who: Call, reason = 'Listo') =>
  here.call('POST', `/api/localities/${id}/gate/decisions`, { outcome: 'advance', reason }, who);
const decisions = async (id: string) =>
  (await itemsOf(here.table, id, 'HISTORY#')).filter(({ action }) => action === 'gate-decided').length;

async function reviewed(): Promise<string> {
  const id = await begin(here);
  await complete(here, id);
  await review(here, id);
  return id;
}

describe('a command with an Idempotency-Key', () => {
  it('that comes again gets the answer it got, and leaves one entry in the history', async () => {
    const id = await reviewed();
    const first = await advance(id, withKey(boss, 'advance'));
    await here.settle();
    const again = await advance(id, withKey(boss, 'advance'));
    expect(first.status).toBe(201);
    expect(again).toEqual(first);
    expect(await decisions(id)).toBe(1);
  });

  it('that comes ten times at once is done once', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => create('Diez', withKey(ana, 'ten'))));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1);
  });

  it('that comes again while the first is being carried out gets its answer, not a refusal', async () => {
    const own = await testApp();
    const id = await begin(own);
    await complete(own, id);
    await review(own, id);
    const ask = () =>
      own.call('POST', `/api/localities/${id}/gate/decisions`, decision, withKey(boss, 'overtaken'));
    const decision = { outcome: 'advance', reason: 'Listo' };
    const { get } = own.api.localities;
    const first: Promise<Response>[] = [];
    // The second has looked for an answer and found none; the first is done before it reads the locality.
    own.api.localities.get = async (which) => {
      own.api.localities.get = get;
      first.push(ask());
      await Promise.all(first);
      return get(which);
    };
    const second = await ask();
    expect((await first[0])?.status).toBe(201);
    expect(second).toEqual(await first[0]);
  });

  it('is refused for another body, and for another address', async () => {
    const key = withKey(ana, 'reused');
    const { body } = await create('Anapra', key);
    expect(problemOf(await create('Riberas', key))).toMatchObject({ status: 422, code: 'key-reused' });
    expect(problemOf(await advance(String(body.id), key)).code).toBe('key-reused');
  });

  it('does not get the answer that somebody else got with the same key', async () => {
    const [one, other] = [
      await create('Anapra', withKey(ana, 'shared')),
      await create('Anapra', withKey(boss, 'shared')),
    ];
    expect(other.status).toBe(201);
    expect(other.body.id).not.toBe(one.body.id);
  });

  it('that was refused may come again with the same key once nothing stands in its way', async () => {
    const id = await begin(here);
    const key = withKey(ana, 'refused');
    const ask = () => here.call('POST', `/api/localities/${id}/gate/reviews`, {}, key);
    expect(problemOf(await ask()).code).toBe('criteria-unmet');
    await complete(here, id);
    expect((await ask()).status).toBe(202);
  });

  it.each(['', 'x'.repeat(256)])('of a length that is not allowed is refused by the header', async (key) => {
    expect(problemOf(await create('Anapra', withKey(ana, key)))).toMatchObject({
      status: 400,
      paths: ['Idempotency-Key'],
    });
  });
});

describe('a command without one', () => {
  it('is not done twice either where the first changed what it was about', async () => {
    const id = await reviewed();
    await advance(id, boss);
    await here.settle();
    expect(problemOf(await advance(id, boss)).code).toBe('not-in-review');
    expect(await decisions(id)).toBe(1);
    expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'territorial-targeting' }] });
  });
});
