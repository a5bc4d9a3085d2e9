import { describe, expect, it } from 'vitest';
import { stakeholderStore } from '../../store/stakeholders.ts';
import { pagesOf } from '../links/pages.ts';
import { bounced, digests, mailEvent, promise, sweptAndSent, told } from '../support/reminders.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { begin } from '../support/walk.ts';

const address = 'rosa@ejemplo.example';
const boss: Call = { user: 'direccion@juarez.example', role: 'administrator' };
const oneClick = { 'List-Unsubscribe': 'One-Click' };
const again = { subscribe: 'again' };

async function entered(here: TestApp, place: string, email: string, name = 'Rosa Pérez'): Promise<string> {
  const asked = { name, sector: 'school', email, localities: [place] };
  const { status, body } = await here.call('POST', '/api/stakeholders', asked);
  expect(status).toBe(201);
  return String(body.id);
}

/** Asks as somebody who has just looked at the record. */
async function about(here: TestApp, method: 'PATCH' | 'DELETE', id: string, body?: object) {
  const path = `/api/stakeholders/${id}`;
  const seen = await here.call('GET', path, undefined, boss);
  const headers = { 'if-match': `"${seen.body.version}"` };
  const answer = await here.call(method, path, body, { ...boss, headers });
  expect(answer.status).toBe(200);
  return answer.body;
}

/** Somebody who was written to this morning. */
async function written(email = address) {
  const here = await testApp();
  const place = await begin(here);
  const id = await entered(here, place, email);
  await promise(here, place, id, '2026-01-13');
  await sweptAndSent(here);
  const pages = pagesOf(here);
  const linkOf = async (who: string) =>
    pages.linkFor(await stakeholderStore(here.table).get(who), 'unsubscribe');
  return { here, place, id, pages, linkOf };
}
type Scene = Awaited<ReturnType<typeof written>>;

const tagOf = (id: string) => `stakeholder_${id}_digest_2026-01-12`;
const suppressions: Record<string, (scene: Scene) => Promise<unknown>> = {
  unsubscribed: async ({ id, pages, linkOf }) => pages.post(await linkOf(id), oneClick),
  complaint: ({ here, id }) =>
    told(
      here,
      mailEvent('Complaint', tagOf(id), { complaint: { complainedRecipients: [{ emailAddress: address }] } }),
    ),
  bounce: ({ here, id }) => told(here, bounced(tagOf(id), address)),
};

/** What is done to the record, and the id of who has the address in the end. */
const deeds: [string, (scene: Scene) => Promise<string>][] = [
  [
    'in other letter case',
    async ({ here, id }) => {
      await about(here, 'PATCH', id, { email: ' ROSA@Ejemplo.Example ' });
      return id;
    },
  ],
  [
    'there and back',
    async ({ here, id }) => {
      await about(here, 'PATCH', id, { email: 'otra@ejemplo.example' });
      await about(here, 'PATCH', id, { email: address });
      return id;
    },
  ],
  [
    'taken away and given again',
    async ({ here, id }) => {
      await about(here, 'PATCH', id, { email: null });
      await about(here, 'PATCH', id, { email: 'Rosa@ejemplo.example' });
      return id;
    },
  ],
  ['in a second record', ({ here, place }) => entered(here, place, 'ROSA@ejemplo.example', 'R. Pérez')],
  [
    'in a record made after the first was erased',
    async ({ here, place, id }) => {
      await about(here, 'DELETE', id);
      return entered(here, place, 'rosa@EJEMPLO.example');
    },
  ],
  [
    'in an imported file',
    async ({ here }) => {
      const file = 'name,sector,email\nRosa P.,school,Rosa@Ejemplo.example\n';
      const headers = { 'content-type': 'text/csv' };
      const { body } = await here.call('POST', '/api/imports/stakeholders', file, { headers });
      expect(body).toMatchObject({ accepted: 1, rejected: [] });
      const found = await here.call('GET', '/api/stakeholders?q=Rosa%20P', undefined, boss);
      const made = [found.body.items]
        .flat()
        .find((one) => typeof one === 'object' && one && 'name' in one && one.name === 'Rosa P.');
      return made && typeof made === 'object' && 'id' in made ? String(made.id) : '';
    },
  ],
];

describe.each(Object.keys(suppressions))('33: an address that is not written to: %s', (reason) => {
  it.each(deeds)('stays so %s', async (_, deed) => {
    const scene = await written();
    const { here, place } = scene;
    await suppressions[reason]?.(scene);
    const id = await deed(scene);
    const seen = await here.call('GET', `/api/stakeholders/${id}`, undefined, boss);
    expect(seen.body).toMatchObject({ suppressed: { reason } });
    here.pass(1);
    await promise(here, place, id, '2026-01-14');
    expect((await sweptAndSent(here)).digests).toBe(0);
    expect(digests(here)).toHaveLength(1);
  });
});

describe('33: to subscribe again', () => {
  it.each([
    ['the record that asked', (scene: Scene) => Promise.resolve(scene.id)],
    [
      'a second record of the same address',
      ({ here, place }: Scene) => entered(here, place, 'ROSA@ejemplo.example', 'R. P.'),
    ],
    [
      'a record made after erasure',
      async ({ here, place, id }: Scene) => {
        await about(here, 'DELETE', id);
        return entered(here, place, address);
      },
    ],
  ])('lifts the wish by the own link of %s', async (_, of) => {
    const scene = await written();
    const { here, place, pages, linkOf } = scene;
    await suppressions.unsubscribed?.(scene);
    const id = await of(scene);
    expect((await pages.get(await linkOf(id))).html).toContain('Volver a recibir correos');
    expect((await pages.post(await linkOf(id), again)).html).toContain('Volverá a recibir correos');
    for (const who of new Set([id])) {
      const { body } = await here.call('GET', `/api/stakeholders/${who}`, undefined, boss);
      expect(body).not.toHaveProperty('suppressed');
    }
    here.pass(1);
    await promise(here, place, id, '2026-01-14');
    await sweptAndSent(here);
    expect(digests(here)).toHaveLength(2);
  });

  it.each(['complaint', 'bounce'])('lifts no %s, not even by way of an unsubscription', async (reason) => {
    const scene = await written();
    const { here, id, pages, linkOf } = scene;
    await suppressions[reason]?.(scene);
    for (const form of [oneClick, again]) await pages.post(await linkOf(id), form);
    const { body } = await here.call('GET', `/api/stakeholders/${id}`, undefined, boss);
    expect(body).toMatchObject({ suppressed: { reason } });
  });

  it('leaves an unsubscription of before a bounce where the bounce is', async () => {
    const scene = await written();
    const { here, id, pages, linkOf } = scene;
    await suppressions.unsubscribed?.(scene);
    await suppressions.bounce?.(scene);
    expect((await pages.post(await linkOf(id), again)).html).not.toContain('Volverá a recibir correos');
    const { body } = await here.call('GET', `/api/stakeholders/${id}`, undefined, boss);
    expect(body).toMatchObject({ suppressed: { reason: 'bounce' } });
  });
});

describe('33: addresses', () => {
  it('of an international domain are taken, written to in punycode, and known again in either form', async () => {
    const scene = await written('ana@niñez.example');
    const { here, place } = scene;
    expect(here.mails.map(({ to }) => to)).toContain('ana@xn--niez-hqa.example');
    await suppressions.unsubscribed?.(scene);
    const id = await entered(here, place, 'Ana@XN--niez-hqa.example', 'Ana');
    const { body } = await here.call('GET', `/api/stakeholders/${id}`, undefined, boss);
    expect(body).toMatchObject({ suppressed: { reason: 'unsubscribed' } });
  });

  it.each(['ñandú@escuela.mx', 'josé.pérez@escuela.mx', '用户@escuela.mx'])(
    'that the mail service cannot carry are refused with the reason: %s',
    async (email) => {
      const here = await testApp();
      const asked = { name: 'Rosa', sector: 'school', email };
      const { status, body } = await here.call('POST', '/api/stakeholders', asked);
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([
        { path: 'email', message: expect.stringContaining('antes de la arroba') },
      ]);
    },
  );

  it.each([
    'rosa',
    'rosa@escuela',
    '@escuela.mx',
    'rosa@@escuela.mx',
    'rosa @escuela.mx',
    'rosa@ñ/../x.mx',
    'rosa@ni\u00adño.mx',
    'rosa@niño.mx\u0000',
  ])('that are none are refused: %s', async (email) => {
    const here = await testApp();
    const { status } = await here.call('POST', '/api/stakeholders', {
      name: 'Rosa',
      sector: 'school',
      email,
    });
    expect(status).toBe(400);
  });
});
