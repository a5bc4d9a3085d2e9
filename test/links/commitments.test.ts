import { describe, expect, it } from 'vitest';
import { bumpRevision } from '../../domain/change.ts';
import { commit } from '../../store/commit.ts';
import { commitmentStore } from '../../store/commitments.ts';
import { localityStore } from '../../store/localities.ts';
import { taskStore } from '../../store/tasks.ts';
import { historyOf } from '../support/history.ts';
import { listed } from '../support/listed.ts';
import { amend, person, promise } from '../support/people.ts';
import { seed, seedling } from '../support/seed.ts';
import { testApp } from '../support/test-app.ts';
import { pagesOf } from './pages.ts';

/** An office with two localities, and Rosa, who promised something in each. */
async function scene() {
  const here = await testApp();
  await seed(here, [seedling('anapra'), seedling('riberas')]);
  const rosa = await person(here, 'rosa', { name: 'Rosa Luz' });
  const late = await promise(here, 'anapra', { action: 'Abrir el taller', responsible: 'rosa' });
  const soon = await promise(here, 'riberas', {
    action: 'Pintar el kiosco',
    responsible: 'rosa',
    dueOn: '2026-01-20',
  });
  const pages = pagesOf(here);
  return { here, rosa, late, soon, pages, link: await pages.linkFor(rosa) };
}

const matrix = (here: Awaited<ReturnType<typeof testApp>>) => commitmentStore(here.table);

describe('the page of a person', () => {
  it('greets them and lists what they promised in all localities, soonest first, with its buttons', async () => {
    const { pages, link } = await scene();
    const { status, html } = await pages.get(link);
    expect(status).toBe(200);
    expect(html).toContain('Hola, Rosa Luz.');
    expect(html.indexOf('Pintar el kiosco')).toBeLessThan(html.indexOf('Abrir el taller'));
    expect(html).toContain('Vence el 20 de enero de 2026');
    expect(html.match(/<button/g)).toHaveLength(6);
  });

  it('shows nothing of anybody else', async () => {
    const { here, pages, link } = await scene();
    await person(here, 'beto', { name: 'Beto Ruiz' });
    await promise(here, 'anapra', { action: 'Donar los focos', responsible: 'beto' });
    await promise(here, 'anapra', { action: 'De nadie' });
    const { html } = await pages.get(link);
    for (const other of ['Beto Ruiz', 'Donar los focos', 'De nadie', 'vecinos.example'])
      expect(html).not.toContain(other);
  });

  it('leaves out what is done, dropped, or of a locality that is closed', async () => {
    const { here, pages, link, late } = await scene();
    await amend(here, 'anapra', late.number, { status: 'cancelled' });
    await seed(here, [seedling('cerrada')]);
    await promise(here, 'cerrada', { action: 'Ya no cuenta', responsible: 'rosa' });
    await commit(
      here.table,
      {
        locality: bumpRevision(await localityStore(here.table).get('cerrada'), { status: 'closed' }),
        visits: [],
        event: {
          actor: 'ana@juarez.example',
          action: 'gate-decided',
          detail: { stage: 'capacity-building', visit: 1, outcome: 'close', reason: 'Se acabó' },
        },
        outbox: [],
      },
      here.clock(),
    );
    const { html } = await pages.get(link);
    expect(html).toContain('Pintar el kiosco');
    expect(html).not.toMatch(/Abrir el taller|Ya no cuenta/);
    const answer = await pages.post(link, { commitment: 'cerrada.1', answer: 'fulfilled' });
    expect(answer.status).toBe(409);
  });

  it('is in their language, or in the one they choose', async () => {
    const { here, pages, link } = await scene();
    const ann = await person(here, 'ann', { language: 'en', name: 'Ann' });
    expect((await pages.get(link)).html).toContain('<html lang="es">');
    expect((await pages.get(await pages.linkFor(ann))).html).toContain('You have no open commitments');
    const chosen = await pages.get(`${link}?lang=en`);
    expect(chosen.html).toContain('<html lang="en">');
    expect(chosen.html).toContain('Due on 20 January 2026');
    expect(chosen.html).toContain('href="?lang=es" lang="es" hreflang="es">En español');
  });

  it('escapes what people typed', async () => {
    const { here, pages } = await scene();
    const mala = await person(here, 'mala', { name: '<script>alert(1)</script>' });
    await promise(here, 'anapra', { action: '"><img src=x onerror=alert(1)>', responsible: 'mala' });
    const { html } = await pages.get(await pages.linkFor(mala));
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('&lt;script&gt;');
  });
});

describe('an answer', () => {
  it('is recorded once, with the person as actor, and stops the reminders', async () => {
    const { here, pages, link, soon } = await scene();
    const form = { commitment: 'riberas.1', answer: 'fulfilled', note: 'Quedó\r\nazul' };
    const first = await pages.post(link, form);
    const second = await pages.post(link, form);
    expect(first.status).toBe(200);
    expect(first.html).toContain('Usted respondió: Ya está cumplido.');
    expect(second.html).toBe(first.html);
    const kept = await matrix(here).get(soon);
    expect(kept).toMatchObject({ status: 'fulfilled', progress: 100, writes: 2 });
    expect(kept.remindOn).toBeUndefined();
    const history = await historyOf(here, 'riberas');
    expect(history.filter(({ action }) => action === 'commitment-answered')).toMatchObject([
      { actor: 'stakeholder:rosa', detail: { commitment: 1, answer: 'fulfilled', note: 'Quedó\nazul' } },
    ]);
  });

  it('given many times at once is one answer', async () => {
    const { here, pages, link, soon } = await scene();
    const form = { commitment: 'riberas.1', answer: 'in-progress', note: '' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => pages.post(link, form)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await matrix(here).get(soon)).toMatchObject({ status: 'in-progress', writes: 2 });
  });

  it('"cannot" leaves the commitment as it is, and makes one task for the coordinator', async () => {
    const { here, pages, link, soon } = await scene();
    const form = { commitment: 'riberas.1', answer: 'cannot', note: 'Sin pintura' };
    await pages.post(link, form);
    await pages.post(link, form);
    const kept = await matrix(here).get(soon);
    expect(kept).toMatchObject({ status: 'pending', answer: { answer: 'cannot' } });
    expect(kept.remindOn).toBeUndefined();
    expect(await listed(taskStore(here.table).all('riberas'))).toMatchObject([
      { kind: 'cannot', subject: '1', dueOn: '2026-01-20', note: 'Sin pintura' },
    ]);
  });

  it('given by mistake is taken back: the commitment stands as before, and is reminded of again', async () => {
    const { here, pages, link, soon } = await scene();
    await pages.post(link, { commitment: 'riberas.1', answer: 'cannot' });
    await pages.post(link, { commitment: 'riberas.1', answer: 'fulfilled' });
    expect(await listed(taskStore(here.table).all('riberas'))).toEqual([]);
    const receipt = await pages.get(`${link}?receipt=riberas.1`);
    expect(receipt.html).toContain('¿Se equivocó?');
    await pages.post(link, { commitment: 'riberas.1', answer: 'in-progress' });
    expect(await matrix(here).get(soon)).toMatchObject({
      status: 'in-progress',
      progress: 0,
      remindOn: soon.remindOn,
    });
  });

  it('comes too late once somebody else has ended the commitment', async () => {
    const { here, pages, link, late } = await scene();
    await amend(here, 'anapra', late.number, { status: 'cancelled' });
    const answer = await pages.post(link, { commitment: 'anapra.1', answer: 'fulfilled' });
    expect(answer.status).toBe(409);
    expect(await matrix(here).get(late)).toMatchObject({ status: 'cancelled' });
  });

  it.each([
    ['an answer there is none of', { commitment: 'riberas.1', answer: 'perhaps' }, 400],
    ['no answer', { commitment: 'riberas.1' }, 400],
    ['no commitment', { answer: 'fulfilled' }, 400],
    [
      'a note of more than 1000 characters',
      { commitment: 'riberas.1', answer: 'cannot', note: 'a'.repeat(1001) },
      400,
    ],
    [
      'a form of more than 64 kB',
      { commitment: 'riberas.1', answer: 'cannot', note: 'a'.repeat(70_000) },
      413,
    ],
    ['a commitment that is not there', { commitment: 'riberas.99', answer: 'fulfilled' }, 404],
    ['a locality that is not there', { commitment: 'nowhere.1', answer: 'fulfilled' }, 404],
  ])('with %s is refused, and changes nothing', async (_, form, status) => {
    const { here, pages, link, soon } = await scene();
    expect(await pages.post(link, JSON.parse(JSON.stringify(form)))).toMatchObject({ status });
    expect(await matrix(here).get(soon)).toEqual(soon);
  });

  it.each(['riberas.99', '.1', 'riberas', 'riberas.x', 'nowhere.1'])(
    'has no receipt where there is no commitment: %s',
    async (id) => {
      const { pages, link } = await scene();
      expect(await pages.get(`${link}?receipt=${id}`)).toMatchObject({ status: 404 });
    },
  );

  it('that is no form at all is refused', async () => {
    const { pages, link } = await scene();
    const headers = { 'content-type': 'application/json' };
    expect(await pages.post(link, {}, { headers, body: '{}' })).toMatchObject({ status: 400 });
  });
});
