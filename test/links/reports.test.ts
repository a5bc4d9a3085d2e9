import { describe, expect, it } from 'vitest';
import { workStore } from '../../store/work.ts';
import { audited } from '../support/audited.ts';
import { items } from '../support/files.ts';
import { person, promise } from '../support/people.ts';
import { enter, lineAt, lineOf } from '../support/plans.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, decide } from '../support/walk.ts';
import { pagesOf } from './pages.ts';

const simple = { breakdown: [], unit: 'talleres', name: 'Talleres de crianza', from: '2025-12-01' };

/** Rosa, who answers for a line of a locality by month; the last one that is over is December. */
async function scene(some: object = {}) {
  const here = await testApp();
  const place = await begin(here);
  const rosa = await person(here, 'rosa', { name: 'Rosa Luz', localities: [place] });
  const line = await lineOf(here, place, { ...simple, responsible: 'rosa', ...some });
  const pages = pagesOf(here);
  const link = await pages.linkFor(rosa);
  const send = (form: Record<string, string>) =>
    pages.post(link, { line: line.id, periodTo: '2025-12-31', ...form });
  return { here, place, line, pages, link, send };
}
const done = async (here: TestApp, id: string) => (await lineAt(here, id)).done;

describe('the numbers of a line, by the link of who is responsible', () => {
  it('are asked for once a period is over, and recorded once', async () => {
    const { here, line, pages, link, send } = await scene();
    const { html } = await pages.get(link);
    expect(html).toContain('Talleres de crianza');
    expect(html).toContain('Del 1 de diciembre de 2025 al 31 de diciembre de 2025');
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
    const receipt = await send({ n0: '7' });
    expect(receipt).toMatchObject({
      status: 200,
      html: expect.stringContaining('Los números quedaron registrados'),
    });
    expect(await send({ n0: '7' })).toMatchObject({
      status: 200,
      html: expect.stringContaining('ya tiene números registrados'),
    });
    expect(await done(here, line.id)).toBe(7);
    expect((await pages.get(link)).html).not.toContain('Talleres de crianza');
    const [entry] = await items(here, `/api/plan/lines/${line.id}/entries`, ana);
    expect(entry).toMatchObject({ on: '2025-12-31', quantity: 7, by: 'stakeholder:rosa' });
    expect((await audited(here)).findings).toEqual([]);
  });

  it('by kind and place where the line is told apart so; what is blank is not entered, a nought is', async () => {
    const { here, line, pages, link, send } = await scene({
      breakdown: [
        { key: 'kind', values: ['legal', 'médica'] },
        { key: 'unit', values: ['Insurgentes', 'Villas'] },
      ],
    });
    expect((await pages.get(link)).html.match(/type="number"/g)).toHaveLength(4);
    await send({ n0: '3', n1: '', n2: '0', n3: '12' });
    const { done: sum, byCell } = await lineAt(here, line.id);
    expect(sum).toBe(15);
    expect(byCell).toEqual(
      expect.arrayContaining([
        { month: '2025-12', cells: { kind: 'legal', unit: 'Insurgentes' }, quantity: 3 },
        { month: '2025-12', cells: { kind: 'médica', unit: 'Villas' }, quantity: 12 },
      ]),
    );
  });

  it('that are nothing count as told', async () => {
    const { here, line, pages, link, send } = await scene();
    await send({ n0: '0' });
    expect(await done(here, line.id)).toBe(0);
    expect((await pages.get(link)).html).not.toContain('type="number"');
  });

  it.each([
    { numbers: 'no number at all', form: { n0: '' } },
    { numbers: 'a word', form: { n0: 'siete' } },
    { numbers: 'less than nothing', form: { n0: '-1' } },
    { numbers: 'half a workshop', form: { n0: '1.5' } },
    { numbers: 'a number beyond all bounds', form: { n0: '99999999999' } },
  ])('$numbers is refused, and nothing is recorded', async ({ form }) => {
    const { here, line, send } = await scene();
    const { status, html } = await send(form);
    expect([status, html.includes('No se registró nada')]).toEqual([400, true]);
    expect((await lineAt(here, line.id)).sums.month).toEqual({});
  });

  it('are nobody else’s to tell, nor of a period that is not over, nor of a locality that is closed', async () => {
    const { here, place, line, pages, send } = await scene();
    const beto = await person(here, 'beto');
    const theirs = await pages.linkFor(beto);
    expect((await pages.get(theirs)).html).not.toContain('Talleres de crianza');
    const form = { line: line.id, periodTo: '2025-12-31', n0: '7' };
    expect((await pages.post(theirs, form)).status).toBe(404);
    expect((await send({ periodTo: '2026-01-31', n0: '7' })).html).toContain('no se agregó nada');
    await decide(here, place, { outcome: 'close', reason: 'Se acabó' });
    expect((await send({ n0: '7' })).status).toBe(409);
    expect(await done(here, line.id)).toBe(0);
  });

  it('are recorded once where two send them at the same moment', async () => {
    const { here, line, send } = await scene();
    const answers = await Promise.all(['7', '7', '7'].map((n0) => send({ n0 })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await done(here, line.id)).toBe(7);
    expect((await workStore(here.table).linesOf('rosa'))[0]?.entries).toBe(1);
  });

  it('stand beside what they promised, and neither is taken for the other', async () => {
    const { here, place, pages, link, line } = await scene();
    await promise(here, place, { action: 'Abrir el taller', responsible: 'rosa' });
    const { html } = await pages.get(link);
    for (const one of ['Abrir el taller', 'Talleres de crianza']) expect(html).toContain(one);
    const query = `/api/localities/${place}/commitments?responsible=rosa`;
    expect(await items(here, query, ana)).toMatchObject([{ action: 'Abrir el taller' }]);
    expect((await enter(here, line.id, { on: '2025-12-10', quantity: 1 })).status).toBe(201);
    expect((await pages.get(link)).html).not.toContain('Talleres de crianza');
  });

  it('are asked for of the municipality’s own lines, in the language of who is asked', async () => {
    const { here, pages } = await scene();
    const ann = await person(here, 'ann', { language: 'en', name: 'Ann' });
    const own = await lineOf(here, undefined, { ...simple, name: 'Ferias', responsible: 'ann' });
    const link = await pages.linkFor(ann);
    expect((await pages.get(link)).html).toContain('Numbers that are missing');
    const sent = await pages.post(link, { line: own.id, periodTo: '2025-12-31', n0: '2' });
    expect(sent.html).toContain('The numbers are recorded');
    expect(await done(here, own.id)).toBe(2);
    expect((await audited(here)).findings).toEqual([]);
  });
});
