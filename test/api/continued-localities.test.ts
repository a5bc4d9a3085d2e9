import { beforeEach, expect, it } from 'vitest';
import { historyOf } from '../support/history.ts';
import { readPdf } from '../support/pdf.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, decide, luis } from '../support/walk.ts';

let here: TestApp;
beforeEach(async () => {
  here = await testApp();
});

const place = (name: string) => begin(here, 'convivir-mejor', name);
const close = (id: string, continuedBy: string[], who: Call = ana, body: object = {}) =>
  here.call(
    'POST',
    `/api/localities/${id}/gate/decisions`,
    { outcome: 'close', reason: 'Cambió la traza', continuedBy, ...body },
    who,
  );
const seen = async (id: string) => (await here.call('GET', `/api/localities/${id}`, undefined, boss)).body;
const printed = async (id: string) => {
  const { bytes } = await here.call('GET', `/api/localities/${id}/dossier.pdf`, undefined, {
    ...boss,
    headers: { 'accept-language': 'es' },
  });
  const { pages } = readPdf(bytes ?? Buffer.alloc(0));
  return (pages[0]?.text ?? '').replace(/\s+/g, ' ');
};

it('a locality that is split goes on in several, and each tells of the other', async () => {
  const [whole, north, south] = [await place('Anapra'), await place('Norte'), await place('Sur')];
  expect(await close(whole, [north, south])).toMatchObject({ status: 201, body: { status: 'closed' } });
  expect(await seen(whole)).toMatchObject({ status: 'closed', continuedBy: [north, south] });
  for (const id of [north, south]) {
    expect(await seen(id)).toMatchObject({ status: 'active', continues: [whole] });
    expect((await historyOf(here, id)).at(-1)).toMatchObject({
      actor: 'ana@juarez.example',
      action: 'locality-continues',
      detail: { locality: whole, name: 'Anapra' },
    });
  }
  const decided = (await historyOf(here, whole)).find(({ action }) => action === 'gate-decided');
  expect(decided?.detail).toMatchObject({ continuedBy: [north, south] });
  expect(await printed(whole)).toContain('Norte y Sur');
  expect(await printed(north)).toContain('Continúa a Anapra');
});

it('several localities are joined in one, which goes on from each', async () => {
  const [one, other, joined] = [await place('Anapra'), await place('Riberas'), await place('Poniente')];
  for (const id of [one, other]) expect(await close(id, [joined])).toMatchObject({ status: 201 });
  expect(await seen(joined)).toMatchObject({ continues: [one, other] });
});

it.each([
  ['itself', (id: string) => ({ continuedBy: [id] })],
  ['another twice', (_: string, other: string) => ({ continuedBy: [other, other] })],
  ['one that there is not', () => ({ continuedBy: ['nowhere'] })],
  ['none', () => ({ continuedBy: [] })],
  [
    'another, without being closed',
    (_: string, other: string) => ({ continuedBy: [other], outcome: 'hold' }),
  ],
])('it does not go on in %s, and nothing is written', async (_what, bodyOf) => {
  const [id, other] = [await place('Anapra'), await place('Riberas')];
  const [before, otherBefore] = [await seen(id), await seen(other)];
  expect(await close(id, [], ana, bodyOf(id, other))).toMatchObject({ status: 400 });
  expect([await seen(id), await seen(other)]).toEqual([before, otherBefore]);
});

it('it does not go on in one that is closed, nor in one of somebody else’s', async () => {
  const [id, closed] = [await place('Anapra'), await place('Riberas')];
  await decide(here, closed, { outcome: 'close', reason: 'Sin recursos' }, ana);
  expect(await close(id, [closed])).toMatchObject({ status: 400 });
  const { body } = await here.call(
    'POST',
    '/api/localities',
    { name: 'Sur', programme: 'convivir-mejor' },
    luis,
  );
  expect(await close(id, [String(body.id)])).toMatchObject({ status: 400 });
  expect(await seen(id)).toMatchObject({ status: 'active' });
});
