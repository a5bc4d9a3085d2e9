import { beforeEach, describe, expect, it } from 'vitest';
import { audited } from '../support/audited.ts';
import { uploaded } from '../support/file-bucket.ts';
import { historyOf } from '../support/history.ts';
import { commitmentOf } from '../support/matrix.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, complete, decide, locality, luis, review, seeing, vera } from '../support/walk.ts';
import { wholeTable } from '../support/whole-table.ts';

let here: TestApp;
let place: string;
beforeEach(async () => {
  here = await testApp();
  place = await begin(here);
});

const remove = (id: string, who: Call = ana) => here.call('DELETE', `/api/files/${id}`, undefined, who);
const everything = async () => JSON.stringify(await wholeTable(here.table));
const activity = 'state-and-local';
const path = () => `/api/localities/${place}/stages/capacity-building/activities/${activity}`;

async function record(evidence: object[]) {
  const { version } = await locality(here, place);
  const done = await here.call('PUT', path(), { status: 'done', evidence }, seeing(ana, version));
  expect(done.status).toBe(200);
}
const evidenceOf = async () => {
  const { body } = await here.call('GET', `/api/localities/${place}/stages`, undefined, boss);
  return JSON.stringify(body);
};

describe('44: evidence that is removed', () => {
  it('from an activity is gone from table, history and bucket; the history tells that it was removed', async () => {
    const id = await uploaded(here, { locality: place, name: 'Lista de asistentes.pdf' });
    const other = { title: 'Minuta', url: 'https://juarez.example/minuta' };
    await record([{ title: 'Asistentes con firma', fileId: id }, other]);
    expect((await remove(id)).body).toEqual({ id, removed: true });
    expect(here.bucket.ids()).toEqual([]);
    expect(await everything()).not.toMatch(/asistentes/i);
    expect(await evidenceOf()).toContain('Minuta');
    const last = (await historyOf(here, place)).at(-1);
    expect(last).toMatchObject({
      actor: 'ana@juarez.example',
      action: 'texts-erased',
      detail: { files: [id] },
    });
    expect((await audited(here)).findings).toEqual([]);
    expect((await remove(id)).status).toBe(404);
  });

  it('from a commitment is gone as well, and one that was replaced before', async () => {
    const [id, old] = [await uploaded(here, { locality: place }), await uploaded(here, { locality: place })];
    const made = await commitmentOf(here, place, { evidence: [{ title: 'Foto de la fachada', fileId: id }] });
    await record([{ title: 'Acta vieja', fileId: old }]);
    await record([]);
    for (const file of [id, old]) expect((await remove(file)).status).toBe(200);
    expect(here.bucket.ids()).toEqual([]);
    expect(await everything()).not.toMatch(/fachada|Acta vieja/);
    expect((await here.call('GET', `/api/commitments/${made.id}`, undefined, ana)).body.evidence).toEqual([]);
    expect((await audited(here)).findings).toEqual([]);
  });

  it('while a review of its visit waits makes the review void, and people are told', async () => {
    const id = await uploaded(here, { locality: place });
    await complete(here, place);
    await record([{ title: 'Acta', fileId: id }]);
    expect((await review(here, place)).status).toBe(202);
    await here.settle();
    here.mails.length = 0;
    // Whoever asked for the review is told by itself of what somebody else did.
    expect((await remove(id, boss)).status).toBe(200);
    expect((await locality(here, place)).current).toMatchObject([{ gate: 'open' }]);
    expect(await decide(here, place, {})).toMatchObject({
      status: 409,
      body: { type: '/problems/not-in-review' },
    });
    await here.settle();
    expect(here.mails.map(({ to }) => to)).toEqual(['ana@juarez.example']);
    const removed = (await historyOf(here, place)).find(({ action }) => action === 'texts-erased');
    expect(removed?.detail).toMatchObject({
      reviewsVoided: [{ stage: 'capacity-building' }],
    });
  });

  it('is removed by who may change the locality, or by who sent what is of none yet', async () => {
    const id = await uploaded(here, { locality: place });
    await record([{ title: 'Acta', fileId: id }]);
    expect((await remove(id, luis)).status).toBe(404);
    expect((await remove(id, vera)).status).toBe(403);
    const own = await uploaded(here, {}, luis);
    expect((await remove(own, ana)).status).toBe(404);
    expect((await remove(own, luis)).status).toBe(200);
    expect(here.bucket.ids()).toEqual([id]);
  });
});
