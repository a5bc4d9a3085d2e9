import { describe, expect, it } from 'vitest';
import { languageList } from '../../domain/language-list.ts';
import { digests, person, promise, sweptAndSent } from '../support/reminders.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { begin } from '../support/walk.ts';

const boss: Call = { user: 'direccion@juarez.example', role: 'administrator' };

/** How somebody's record came to have the address of another, who is Rosa. */
const ways: [string, (here: TestApp) => Promise<string>][] = [
  ['in other letter case', (here) => person(here, 'beto', { email: 'ROSA@Ejemplo.EXAMPLE' })],
  ['with blanks around it', (here) => person(here, 'beto', { email: ' rosa@ejemplo.example ' })],
  [
    'by an edit',
    async (here) => {
      await person(here, 'beto');
      const { body } = await here.call('GET', '/api/stakeholders/beto', undefined, boss);
      const headers = { 'if-match': `"${body.version}"` };
      await here.call(
        'PATCH',
        '/api/stakeholders/beto',
        { email: 'Rosa@ejemplo.example' },
        { ...boss, headers },
      );
      return 'beto';
    },
  ],
  [
    'by an imported file',
    async (here) => {
      const file = 'name,sector,email\nBeto,school,RosA@ejemplo.example\n';
      await here.call('POST', '/api/imports/stakeholders', file, { headers: { 'content-type': 'text/csv' } });
      const { body } = await here.call('GET', '/api/stakeholders?q=Beto', undefined, boss);
      const [found] = [body.items].flat();
      return found && typeof found === 'object' && 'id' in found ? String(found.id) : '';
    },
  ],
];

describe('32: one mailbox, two people', () => {
  it.each(ways)(
    '%s: one digest a day, and each is told of what they promised on a day of their own',
    async (_, way) => {
      const here = await testApp();
      const place = await begin(here);
      await person(here, 'rosa');
      const beto = await way(here);
      await promise(here, place, 'rosa', '2026-01-13', { action: 'Pintar la barda' });
      await promise(here, place, beto, '2026-01-13', { action: 'Podar los árboles' });
      for (let time = 0; time < 3; time += 1) await sweptAndSent(here);
      expect(digests(here).filter(({ to }) => to.toLowerCase() === 'rosa@ejemplo.example')).toHaveLength(1);
      here.pass(1);
      for (let time = 0; time < 3; time += 1) await sweptAndSent(here);
      const all = here.mails.filter(({ to }) => to.toLowerCase() === 'rosa@ejemplo.example');
      expect(all).toHaveLength(2);
      const texts = all.map(({ text }) => text).join();
      for (const action of ['Pintar la barda', 'Podar los árboles']) expect(texts).toContain(action);
      for (const { text } of all) expect(text.includes('Pintar') && text.includes('Podar')).toBe(false);
    },
  );

  it('three people: each has their turn, whoever waited longest first, and nobody starves', async () => {
    const here = await testApp();
    const place = await begin(here);
    for (const id of ['rosa', 'beto', 'carla']) {
      await person(here, id, { email: 'escuela@ejemplo.example' });
      await promise(here, place, id, '2026-01-13', { action: `Lo de ${id}` });
    }
    for (let day = 1; day <= 3; day += 1) {
      await sweptAndSent(here);
      expect(digests(here)).toHaveLength(day);
      here.pass(1);
    }
    const texts = digests(here).map(({ text }) => text);
    for (const id of ['rosa', 'beto', 'carla'])
      expect(texts.filter((text) => text.includes(`Lo de ${id}`))).toHaveLength(1);
  });

  it('two sweeps at once write one digest', async () => {
    const here = await testApp();
    const place = await begin(here);
    for (const id of ['rosa', 'beto']) {
      await person(here, id, { email: 'Escuela@ejemplo.example' });
      await promise(here, place, id, '2026-01-13');
    }
    await Promise.all([sweptAndSent(here), sweptAndSent(here), sweptAndSent(here)]);
    await here.settle();
    expect(digests(here)).toHaveLength(1);
  });

  it('somebody who comes to have the address in the afternoon waits for the next day', async () => {
    const here = await testApp();
    const place = await begin(here);
    await person(here, 'rosa');
    await promise(here, place, 'rosa', '2026-01-13');
    await sweptAndSent(here);
    await person(here, 'beto', { email: 'Rosa@ejemplo.example' });
    await promise(here, place, 'beto', '2026-01-13');
    await sweptAndSent(here);
    expect(digests(here)).toHaveLength(1);
  });
});

describe('32: who enters an address that somebody else has', () => {
  const asked = (email: string) => ({ name: 'Beto', sector: 'school', email });

  it.each(languageList)('is warned, and not told whose it is: %s', async (language) => {
    const here = await testApp();
    await person(here, 'rosa');
    const headers = { 'accept-language': language };
    const { status, body } = await here.call('POST', '/api/stakeholders', asked(' ROSA@ejemplo.example'), {
      headers,
    });
    expect(status).toBe(201);
    expect(body.warnings).toEqual([{ path: 'email', message: expect.stringMatching(/dirección|address/) }]);
    expect(JSON.stringify(body.warnings)).not.toMatch(/Persona|rosa/i);
  });

  it('is warned by an edit too, and not by an edit of anything else or of their own address', async () => {
    const here = await testApp();
    await person(here, 'rosa');
    const { body } = await here.call('POST', '/api/stakeholders', asked('beto@ejemplo.example'));
    expect(body.warnings).toEqual([]);
    const path = `/api/stakeholders/${body.id}`;
    const edits: [object, number][] = [
      [{ email: 'BETO@ejemplo.example' }, 0],
      [{ email: 'Rosa@ejemplo.example' }, 1],
      [{ name: 'Beto López' }, 0],
    ];
    let version = body.version;
    for (const [edit, warnings] of edits) {
      const headers = { 'if-match': `"${version}"` };
      const answer = await here.call('PATCH', path, edit, { ...boss, headers });
      expect(answer.body.warnings).toHaveLength(warnings);
      version = answer.body.version;
    }
  });

  it('is warned of each row of a file: as somebody who is there, and as an earlier row', async () => {
    const here = await testApp();
    await person(here, 'rosa');
    const file = [
      'name,sector,email',
      'Ana,school,ROSA@ejemplo.example',
      'Beto,school,beto@ejemplo.example',
      'Carla,school,Beto@Ejemplo.example',
      'Dora,school,',
    ].join('\n');
    const headers = { 'content-type': 'text/csv' };
    for (const path of ['/api/imports/stakeholders?dryRun=true', '/api/imports/stakeholders']) {
      const { body } = await here.call('POST', path, file, { headers });
      expect(body).toMatchObject({ accepted: 4, rejected: [] });
      expect(body.warnings).toEqual(
        [2, 4].map((row) => ({ row, column: 'email', message: expect.any(String) })),
      );
    }
  });
});
