import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { localityKey } from '../../store/localities.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { begin, boss, choose, complete, decide, registrar, review, seeing } from '../support/walk.ts';

const as = (user: string, role: Call['role'] = 'coordinator'): Call => ({ user, role });
const canonical = 'ana.lopez@juarez.example';
const forms = [
  canonical,
  'Ana.Lopez@Juarez.Example',
  'ANA.LOPEZ@JUAREZ.EXAMPLE',
  'ana.lopez',
  'Ana.Lopez',
  '  ana.lopez ',
  ' ANA.LOPEZ@juarez.example  ',
];

let here: TestApp;
beforeAll(async () => {
  here = await testApp({ approvers: ['Direccion', 'direccion@JUAREZ.example'] });
});

/** A locality at its first gate, coordinated by whoever is named. */
async function coordinatedBy(...coordinators: string[]): Promise<string> {
  const made = await here.call(
    'POST',
    '/api/localities',
    { name: 'Anapra', programme: 'convivir-mejor', coordinators },
    registrar,
  );
  expect(made.status).toBe(201);
  return String(made.body.id);
}

const read = (id: string, who: Call = boss) => here.call('GET', `/api/localities/${id}`, undefined, who);

describe('45: one person in every form of their name', () => {
  it.each(forms)('signs in as themselves: "%s"', async (form) => {
    const me = await here.call('GET', '/api/me', undefined, as(form));
    expect(me.body).toMatchObject({ user: canonical });
  });

  it.each(forms)('sees and finds their locality, named as coordinator by "%s"', async (form) => {
    const id = await coordinatedBy(form);
    expect((await read(id)).body).toMatchObject({ coordinators: [canonical] });
    for (const other of forms) {
      expect((await read(id, as(other))).status).toBe(200);
      const list = await here.call('GET', '/api/localities?limit=200', undefined, as(other));
      expect(list.body.items).toEqual(expect.arrayContaining([expect.objectContaining({ id })]));
    }
  });

  it('is named once as coordinator, however often, also when the locality is corrected or comes by file', async () => {
    const id = await coordinatedBy('ANA.LOPEZ', canonical, ' ana.lopez');
    const { body } = await read(id);
    expect(body).toMatchObject({ coordinators: [canonical] });
    const edited = await here.call(
      'PATCH',
      `/api/localities/${id}`,
      { coordinators: ['LUIS', 'Ana.Lopez', 'luis@juarez.example '] },
      seeing(boss, Number(body.version)),
    );
    expect(edited.body).toMatchObject({ coordinators: ['luis@juarez.example', canonical] });
    const file = 'name,programme,coordinators\nMineral,convivir-mejor,ANA.LOPEZ | ana.lopez\n';
    const sent = { ...boss, headers: { 'content-type': 'text/csv' } };
    expect((await here.call('POST', '/api/imports/localities', file, sent)).body).toMatchObject({
      accepted: 1,
    });
    const found = await here.call('GET', '/api/localities?q=Mineral', undefined, boss);
    expect(found.body.items).toMatchObject([{ coordinators: [canonical] }]);
    expect((await here.call('POST', '/api/imports/localities', file, sent)).body).toMatchObject({
      rejected: [],
    });
  });

  it('of another domain is another person', async () => {
    // Who is not at the work domain is known as staff once they have signed in.
    await here.call('GET', '/api/me', undefined, as('ana.lopez@otra.example'));
    const id = await coordinatedBy('ana.lopez@otra.example');
    expect((await read(id, as(canonical))).status).toBe(404);
    expect((await read(id, as('ana.lopez'))).status).toBe(404);
    expect((await read(id, as('ANA.LOPEZ@otra.example'))).status).toBe(200);
  });

  it('chooses the language of their mails once for all forms', async () => {
    await here.call('PUT', '/api/me', { language: 'en' }, seeing(as('ANA.LOPEZ'), 0));
    for (const form of forms) {
      const me = await here.call('GET', '/api/me', undefined, as(form));
      expect(me.body).toMatchObject({ language: 'en' });
    }
  });

  it('is written to once, as coordinator and approver', async () => {
    expect(here.municipality.approvers).toEqual(['direccion@juarez.example']);
    await choose(here, 'at-once', { user: canonical }, boss);
    await here.settle();
    const before = here.mails.length;
    await coordinatedBy('DIRECCION', 'Ana.Lopez');
    await here.settle();
    expect(here.mails.slice(before).map(({ to }) => to)).toEqual(['direccion@juarez.example', canonical]);
  });
});

describe('45: four eyes are two persons', () => {
  it.each(forms)('whoever asked does not decide as "%s"', async (form) => {
    const id = await begin(here);
    await complete(here, id);
    await here.call('POST', `/api/localities/${id}/gate/reviews`, {}, as(canonical, 'administrator'));
    expect(await decide(here, id, {}, as(form, 'administrator'))).toMatchObject({
      status: 409,
      body: { type: '/problems/four-eyes' },
    });
    expect((await decide(here, id, {}, as('ana@juarez.example'))).status).toBe(201);
  });

  it('in whichever form it was asked for', async () => {
    const id = await begin(here);
    await complete(here, id);
    expect((await review(here, id)).status).toBe(202);
    for (const form of ['ANA', 'ana ', 'Ana@Juarez.example'])
      expect((await decide(here, id, {}, as(form))).body).toMatchObject({ type: '/problems/four-eyes' });
  });
});

describe('45: what an older table holds', () => {
  it.each(['Ana.Lopez@juarez.example', 'ana.lopez', 'ANA.LOPEZ'])(
    'of a coordinator who stands there as "%s" is theirs at once, and in their list when the reconciler has run',
    async (form) => {
      const id = await coordinatedBy('luis');
      const { client, name: TableName } = here.table;
      await client.send(
        new UpdateCommand({
          TableName,
          Key: localityKey(id),
          UpdateExpression: 'SET coordinators = :names',
          ExpressionAttributeValues: { ':names': [form] },
        }),
      );
      expect((await read(id, as(canonical))).status).toBe(200);
      await here.settle();
      await here.reconcile();
      expect((await read(id)).body).toMatchObject({ coordinators: [canonical] });
      const { lists } = here.api;
      expect(await lists.ofCoordinator(canonical, undefined, 200)).toContainEqual({ id, place: id });
    },
  );
});
