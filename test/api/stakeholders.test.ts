import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { suppressStakeholder } from '../../domain/commands/stakeholders.ts';
import { momentOf } from '../../functions/runtime/clock.ts';
import { commitStakeholder } from '../../store/commit.ts';
import { queueFreshLink } from '../../store/fresh-links.ts';
import { items } from '../support/files.ts';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { problemOf } from '../support/problems.ts';
import { swept, sweptAndSent } from '../support/reminders.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, luis, seeing, vera } from '../support/walk.ts';

let here: TestApp;
let place: string;
beforeAll(async () => {
  here = await testApp();
  place = await begin(here);
});
const at = (id: string, rest = '') => `/api/stakeholders/${id}${rest}`;

describe('a stakeholder', () => {
  it('is seen by whoever has one of their localities, or recorded them', async () => {
    const shared = await stakeholderOf(here, place);
    const { body: own } = await here.call(
      'POST',
      '/api/stakeholders',
      { name: 'Luz', sector: 'social' },
      luis,
    );
    const seen = async (who: typeof ana) => (await items(here, '/api/stakeholders', who)).map(({ id }) => id);
    expect(await seen(ana)).toEqual([shared.id]);
    expect(await seen(luis)).toEqual([own.id]);
    expect((await seen(vera)).sort()).toEqual([shared.id, own.id].sort());
    expect(await seen({ ...vera, localities: ['elsewhere'] })).toEqual([]);
    expect(await seen({ ...vera, localities: [place] })).toEqual([shared.id]);
  });

  it('shows their address to coordinators and administrators only', async () => {
    const { id } = await stakeholderOf(here, place);
    const email = async (who: typeof ana) => (await here.call('GET', at(id), undefined, who)).body.email;
    expect([await email(ana), await email(boss), await email(vera)]).toEqual([
      'rosa@example.org',
      'rosa@example.org',
      undefined,
    ]);
  });

  it('belongs to localities that are there, and the recorder’s', async () => {
    const body = { name: 'Rosa', sector: 'social', localities: ['nowhere', place] };
    const paths = async (who: typeof ana) =>
      problemOf(await here.call('POST', '/api/stakeholders', body, who)).paths;
    expect(await paths(ana)).toEqual(['localities.0']);
    expect(await paths(luis)).toEqual(['localities.0', 'localities.1']);
  });

  it('loses what is taken away, and keeps what is not spoken of', async () => {
    const { id, version } = await stakeholderOf(here, place, {
      organization: 'Escuela 12',
      level: 'municipal',
      consent: { givenOn: '2026-01-10', how: 'Por escrito' },
    });
    const away = { organization: null, level: null, consent: null };
    const { status, body } = await here.call('PATCH', at(id), away, seeing(ana, version));
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, email: 'rosa@example.org' });
    for (const field of Object.keys(away)) expect(body).not.toHaveProperty(field);
  });

  it('without an address is listed among those to be told in person', async () => {
    const { id } = await stakeholderOf(here, place, { email: undefined });
    const inPerson = await items(here, '/api/stakeholders?reachable=false', ana);
    expect(inPerson.map((one) => one.id)).toEqual([id]);
  });

  it('whose address is not written to any more is listed among those', async () => {
    const { id } = await stakeholderOf(here, place);
    const known = await here.api.stakeholders.get(id);
    const moment = momentOf(here.clock(), here.municipality);
    const change = suppressStakeholder(known, 'complaint', 'ses', moment);
    if (change) await commitStakeholder(here.table, change, here.clock());
    const listed = async (suppressed: boolean) =>
      (await items(here, `/api/stakeholders?suppressed=${suppressed}`, boss)).map((one) => one.id);
    expect(await listed(true)).toEqual([id]);
    expect(await listed(false)).not.toContain(id);
  });

  it('is edited at the version that was seen', async () => {
    const { id, version } = await stakeholderOf(here, place);
    const edit = (body: object, seen: number) => here.call('PATCH', at(id), body, seeing(ana, seen));
    expect((await edit({ email: null }, version)).body).toMatchObject({
      reachable: false,
      version: version + 1,
    });
    expect(problemOf(await edit({ name: 'Rosa P.' }, version)).code).toBe('stale-version');
    expect(problemOf(await here.call('PATCH', at(id), { name: 'x' }, ana)).code).toBe('version-required');
    expect(problemOf(await edit({ name: 'Rosa\r\nBcc: x@example.org' }, version + 1)).paths).toEqual([
      'name',
    ]);
  });

  it('is recorded once under an Idempotency-Key, and keeps nothing else of it', async () => {
    const keyed = { ...ana, headers: { 'idempotency-key': 'one' } };
    const ask = () => here.call('POST', '/api/stakeholders', { name: 'Eva', sector: 'business' }, keyed);
    const all = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1);
    expect(all[0]?.status).toBe(201);
  });
});

describe('the rights of a person', () => {
  it('of access: all that is kept of them comes out, by locality', async () => {
    const own = await testApp();
    const first = await begin(own);
    own.pass(1);
    const second = await begin(own, 'red-conectate', 'Riberas');
    const { id } = await stakeholderOf(own, first);
    await commitmentOf(own, first, { responsible: id });
    await commitmentOf(own, second, { action: 'Acompañar', coResponsible: [id] });
    await commitmentOf(own, second, { action: 'De nadie' });
    const { body } = await own.call('GET', at(id, '/export'), undefined, boss);
    expect(body).toMatchObject({
      stakeholder: { name: 'Rosa Pérez', email: 'rosa@example.org' },
      commitments: [
        { locality: first, commitments: [{ action: 'Pintar la escuela', sector: 'school' }] },
        { locality: second, name: 'Riberas', commitments: [{ action: 'Acompañar' }] },
      ],
      history: [{ action: 'stakeholder-created', seq: 1 }],
    });
  });

  it('of access: the mails they were sent, with what each told of, for good', async () => {
    const own = await testApp();
    const place = await begin(own);
    const { id } = await stakeholderOf(own, place);
    const other = await stakeholderOf(own, place, { email: 'otra@example.org' });
    const due = { dueOn: '2026-01-13' };
    const promise = await commitmentOf(own, place, { ...due, responsible: id });
    await commitmentOf(own, place, { ...due, responsible: other.id });
    await sweptAndSent(own);
    await queueFreshLink(own.table, id, own.clock());
    await own.settle();
    const handed = { responsible: other.id };
    await own.call('PATCH', `/api/commitments/${promise.id}`, handed, seeing(boss, promise.version));
    await commitmentOf(own, place, { dueOn: '2026-01-14', responsible: id });
    own.pass(1);
    await swept(own);
    const mails = async () => (await own.call('GET', at(id, '/export'), undefined, boss)).body.mails;
    const digest = {
      at: '2026-01-12T15:00:00.000Z',
      kind: 'digest',
      state: 'sent',
      commitments: [promise.id],
    };
    const queued = { kind: 'digest', state: 'queued', commitments: [`${place}.3`] };
    expect(await mails()).toMatchObject([
      digest,
      { kind: 'fresh-link', state: 'sent', commitments: [] },
      queued,
    ]);
    // As time to live does after 90 days.
    for (const { id: entry } of await own.dispatch.outbox.mailsTo(id))
      await own.table.client.send(
        new DeleteCommand({
          TableName: own.table.name,
          Key: { pk: `STAKEHOLDER#${id}`, sk: `OUTBOX#${entry.slice(id.length + 1)}` },
        }),
      );
    expect(await mails()).toEqual([digest]);
  });

  it('of erasure: name and address are gone, from the history too; what was promised stays', async () => {
    const own = await testApp();
    const locality = await begin(own);
    const { id, version } = await stakeholderOf(own, locality, { organization: 'Escuela 12' });
    const promise = await commitmentOf(own, locality, { responsible: id });
    const erase = (seen: number) => own.call('DELETE', at(id), undefined, seeing(ana, seen));
    expect(problemOf(await erase(version + 1)).code).toBe('stale-version');
    const erased = await erase(version);
    expect(erased).toMatchObject({ status: 200, body: { id, erasedOn: '2026-01-12', reachable: false } });
    expect(problemOf(await erase(version + 1))).toMatchObject({ status: 410, code: 'erased' });
    const { body } = await own.call('GET', at(id, '/export'), undefined, boss);
    expect(JSON.stringify(body)).not.toMatch(/Rosa|rosa@|Escuela 12/);
    expect(body).toMatchObject({ commitments: [] });
    const stays = await own.call('GET', `/api/commitments/${promise.id}`, undefined, ana);
    expect(stays.body).toMatchObject({ action: 'Pintar la escuela', status: 'pending' });
    expect(stays.body).not.toHaveProperty('responsible');
    const renamed = { action: 'Otra', responsible: id };
    const again = await own.call('POST', `/api/localities/${locality}/commitments`, renamed, ana);
    expect(problemOf(again).paths).toEqual(['responsible']);
  });

  it('to their links: all of them are dead when one is lost', async () => {
    const { id } = await stakeholderOf(here, place);
    const before = await here.api.stakeholders.get(id);
    expect((await here.call('POST', at(id, '/links/revoke'), {}, ana)).status).toBe(200);
    expect((await here.api.stakeholders.get(id)).linkVersion).toBe(before.linkVersion + 1);
  });
});
