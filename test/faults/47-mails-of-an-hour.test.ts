import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { mostOfHour, sumsOfCaused } from '../../domain/mail-bounds.ts';
import { problemOf } from '../support/problems.ts';
import { municipality } from '../support/settings.ts';
import { type Response, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, create, decide, locality, seeing } from '../support/walk.ts';
import { wholeTable } from '../support/whole-table.ts';

const minute = 1 / 24 / 60;
const approvers = Array.from({ length: 12 }, (_, at) => `aprueba${at}@juarez.example`);
/** Each pause or return of Ana's is told to these. */
const told = approvers.length;

let here: TestApp;
beforeEach(async () => {
  here = await testApp({ approvers, mail: { ...municipality().mail, dailyCap: 10_000 } });
});

const back = (id: string, who = ana, headers = {}) =>
  decide(
    here,
    id,
    { outcome: 'return', toStage: 'capacity-building' },
    { ...who, headers: { ...who.headers, ...headers } },
  );

/** Sends a locality back over and over, until it is refused; answers how often it was, and with what. */
async function loop(id: string, who = ana): Promise<{ done: number; answer: Response }> {
  for (let done = 0; ; done += 1) {
    const answer = await back(id, who);
    if (answer.status !== 201) return { done, answer };
    await here.settle();
  }
}

const full = Math.floor(mostOfHour.inLocality / told);

describe('47: the mails that one actor causes within an hour', () => {
  it('are bounded in a locality: then 429, with the seconds until the hour is over, and nothing written', async () => {
    const id = await begin(here);
    here.pass(20 * minute);
    const { done, answer } = await loop(id);
    expect(done).toBe(full);
    expect(problemOf(answer)).toMatchObject({ status: 429, code: 'too-many-mails' });
    expect(answer.headers['retry-after']).toBe(String(40 * 60));
    const before = await wholeTable(here.table);
    expect((await back(id, ana, { 'idempotency-key': 'again' })).status).toBe(429);
    expect(await wholeTable(here.table)).toEqual(before);
    expect((await locality(here, id)).current).toMatchObject([{ visit: done + 1 }]);
  });

  it('are told of in the language of whoever asks', async () => {
    const id = await begin(here);
    await loop(id);
    const english = await back(id, ana, { 'accept-language': 'en' });
    expect(problemOf(english).title).toBe('Too many mails in an hour');
    expect(problemOf(await back(id)).title).toBe('Demasiados correos en una hora');
  });

  it('have room again when the hour is over, and then the same key is carried out', async () => {
    const id = await begin(here);
    await loop(id);
    const key = { 'idempotency-key': 'later' };
    expect((await back(id, ana, key)).status).toBe(429);
    here.pass(60 * minute);
    const done = await back(id, ana, key);
    expect(done.status).toBe(201);
    expect((await back(id, ana, key)).body).toEqual(done.body);
  });

  it('are nobody else’s, and those of no other locality', async () => {
    const id = await begin(here);
    const other = await begin(here, undefined, 'Chaveña');
    await loop(id);
    expect((await back(other)).status).toBe(201);
    expect((await back(id, boss)).status).toBe(201);
  });

  it('hinder nothing that tells nobody', async () => {
    const id = await begin(here);
    await loop(id);
    await here.settle();
    const path = `/api/localities/${id}/stages/capacity-building/activities/state-and-local`;
    const { version } = await locality(here, id);
    expect((await here.call('PUT', path, { status: 'done' }, seeing(ana, version))).status).toBe(200);
    const file = 'name,programme\nRiberas,convivir-mejor\nSenderos,convivir-mejor\n';
    const sent = { ...ana, headers: { 'content-type': 'text/csv' } };
    expect((await here.call('POST', '/api/imports/localities', file, sent)).body).toMatchObject({
      accepted: 2,
      rejected: [],
    });
  });

  it('are counted once where many ask at once, of which one is carried out', async () => {
    const id = await begin(here);
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => decide(here, id, { outcome: 'close' }, ana)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(29).fill(409)]);
    expect(await counted(ana.user)).toEqual([told]);
  });
});

it('47: mails are summed by actor and locality, and none are left out', () => {
  expect(
    sumsOfCaused([
      { actor: 'a', locality: '1', mails: 2 },
      { actor: 'a', locality: '1', mails: 3 },
      { actor: 'a', locality: '2', mails: 0 },
      { actor: 'a', mails: 1 },
      { actor: 'b', locality: '1', mails: 1 },
    ]),
  ).toEqual([
    { actor: 'a', locality: '1', mails: 5 },
    { actor: 'a', mails: 1 },
    { actor: 'b', locality: '1', mails: 1 },
  ]);
});

const counted = async (actor = '') =>
  (await wholeTable(here.table)).flatMap(({ pk, mails }) => (pk === `MAILS-BY#${actor}` ? [mails] : []));

describe('47: what somebody does in no locality yet', () => {
  it('is counted by who does it: of a locality that begins, each coordinator but themselves', async () => {
    await create(here);
    await create(here, undefined, 'Chaveña');
    expect(await counted('registro@juarez.example')).toEqual([2]);
    await here.call('POST', '/api/localities', { name: 'Riberas', programme: 'convivir-mejor' }, ana);
    expect(await counted(ana.user)).toEqual([]);
  });

  it('is bounded too: addresses that are changed to and fro, by hand or by a file', async () => {
    const person = { name: 'Rosa', sector: 'community', email: 'a@ejemplo.example' };
    const { body } = await here.call('POST', '/api/stakeholders', person, ana);
    const path = `/api/stakeholders/${body.id}`;
    const edited = await here.call('PATCH', path, { email: 'b@ejemplo.example' }, seeing(ana, 1));
    expect(edited.status).toBe(200);
    expect(await counted(ana.user)).toEqual([1]);
    const file = `id,name,sector,email\n${body.id},Rosa,community,c@ejemplo.example\n`;
    const sent = { ...ana, headers: { 'content-type': 'text/csv' } };
    const update = '/api/imports/stakeholders?mode=update';
    expect((await here.call('POST', update, file, sent)).body).toMatchObject({ updated: 1 });
    expect(await counted(ana.user)).toEqual([2]);
    await fill(ana.user, mostOfHour.elsewhere);
    const again = file.replace('c@', 'd@');
    for (const asked of [
      await here.call('PATCH', path, { email: 'd@ejemplo.example' }, seeing(ana, 3)),
      await here.call('POST', update, again, sent),
    ])
      expect(problemOf(asked)).toMatchObject({ status: 429, code: 'too-many-mails' });
    // What tells nobody goes on.
    expect((await here.call('PATCH', path, { name: 'Rosa María' }, seeing(ana, 3))).status).toBe(200);
  });
});

/** As if somebody had caused so many already within this hour. */
async function fill(actor = '', mails = 0): Promise<void> {
  const [item] = (await wholeTable(here.table)).filter(({ pk }) => pk === `MAILS-BY#${actor}`);
  await here.table.client.send(new PutCommand({ TableName: here.table.name, Item: { ...item, mails } }));
}
