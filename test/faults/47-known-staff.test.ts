import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { localityKey, localityStore } from '../../store/localities.ts';
import { problemOf } from '../support/problems.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { boss, seeing } from '../support/walk.ts';

const stranger = 'ventas@anuncios.example';
let here: TestApp;
beforeEach(async () => {
  here = await testApp({ approvers: ['direccion@juarez.example', 'enlace@federacion.example'] });
});

const create = (...coordinators: string[]) =>
  here.call('POST', '/api/localities', { name: 'Anapra', programme: 'convivir-mejor', coordinators }, boss);
const edit = (id: unknown, version: unknown, body: object) =>
  here.call('PATCH', `/api/localities/${id}`, body, seeing(boss, Number(version)));
const send = (file: string, query = '') =>
  here.call('POST', `/api/imports/localities${query}`, file, {
    ...boss,
    headers: { 'content-type': 'text/csv' },
  });
const refused = (at: number) => [{ path: `coordinators.${at}`, message: expect.stringContaining(stranger) }];

describe('47: a coordinator who is no member of staff', () => {
  it('is refused by field and by name where a locality is entered, and nobody is written to', async () => {
    const answer = await create('ana', ' Ventas@Anuncios.example');
    expect(problemOf(answer)).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(answer.body.errors).toEqual(refused(1));
    await here.settle();
    expect(here.mails).toEqual([]);
    expect((await here.call('GET', '/api/localities', undefined, boss)).body.items).toEqual([]);
  });

  it('is refused where a locality is corrected', async () => {
    const { body } = await create('ana');
    const answer = await edit(body.id, body.version, { coordinators: [stranger, 'ana'] });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual(refused(0));
  });

  it.each(['', '?dryRun=true'])('is refused where a file names them, with the row (%s)', async (query) => {
    const { body } = await send(
      `name,programme,coordinators\nA,convivir-mejor,ana\nB,convivir-mejor,ana | ${stranger}\n`,
      query,
    );
    expect(body).toMatchObject({
      rejected: [{ row: 3, column: 'coordinators', message: expect.stringContaining(stranger) }],
    });
    expect((await here.call('GET', '/api/localities', undefined, boss)).body.items).toEqual([]);
  });

  it.each([
    ['has an address at the work domain', 'nadie.todavia@juarez.example'],
    ['is named by the short form', 'nadie.todavia'],
    ['is named as approver by the municipality', 'Enlace@Federacion.example'],
  ])('is not who %s', async (_, name) => {
    expect((await create(name)).status).toBe(201);
  });

  it('is not who has signed in once, in whatever form their name is typed', async () => {
    expect((await here.call('GET', '/api/me', undefined, { user: 'VENTAS@anuncios.example' })).status).toBe(
      200,
    );
    expect((await create('Ventas@Anuncios.EXAMPLE')).status).toBe(201);
    expect((await send(`name,programme,coordinators\nB,convivir-mejor,${stranger}\n`)).body).toMatchObject({
      accepted: 1,
    });
  });

  it('does not become staff by a request that is refused', async () => {
    const who = { user: stranger, role: 'nobody' } as const;
    expect((await here.call('GET', '/api/localities', undefined, who)).status).toBe(403);
    expect((await create(stranger)).status).toBe(400);
  });

  it('may stay where they stand from before, and all else can be corrected', async () => {
    const { body } = await create('ana');
    const id = String(body.id);
    await here.table.client.send(
      new UpdateCommand({
        TableName: here.table.name,
        Key: localityKey(id),
        UpdateExpression: 'SET coordinators = :names',
        ExpressionAttributeValues: { ':names': [stranger] },
      }),
    );
    const renamed = await edit(id, body.version, { name: 'Anapra Norte' });
    expect(renamed.body).toMatchObject({ name: 'Anapra Norte', coordinators: [stranger] });
    const joined = await edit(id, renamed.body.version, { coordinators: [stranger, 'ana'] });
    expect(joined.status).toBe(200);
    expect((await localityStore(here.table).get(id)).coordinators).toEqual([stranger, 'ana@juarez.example']);
    expect((await create(stranger)).status).toBe(400);
  });
});
