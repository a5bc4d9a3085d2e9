import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { EvaluationRow } from '../../domain/evaluation/evaluation-row.ts';
import { deeds } from '../support/history.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import {
  ana,
  answers,
  begin,
  boss,
  complete,
  decide,
  locality,
  pass,
  review,
  stages,
  survey,
  vera,
} from '../support/walk.ts';

const file = { 'content-type': 'text/csv' };
const send = (here: TestApp, id: string, wave: string, text: string, query = '') =>
  here.call('POST', `/api/localities/${id}/surveys/${wave}${query}`, text, { ...ana, headers: file });
const Rows = z.object({ items: z.array(EvaluationRow) });
const evaluation = async (here: TestApp, id: string, query = '') =>
  (await here.call('GET', `/api/localities/${id}/evaluation${query}`, undefined, vera)).body;
const verdicts = async (here: TestApp, id: string) =>
  Rows.parse(await evaluation(here, id)).items.map(({ verdict }) => verdict);
const missing = async (here: TestApp, id: string) =>
  z
    .object({ missing: z.array(z.object({ criterion: z.string() })) })
    .parse((await here.call('GET', `/api/localities/${id}/gate`, undefined, ana)).body)
    .missing.map(({ criterion }) => criterion);

/** A locality at the stage that asks for its baseline. */
async function involved(here: TestApp) {
  const id = await begin(here);
  await pass(here, id);
  await pass(here, id);
  return id;
}

describe('a survey of a locality', () => {
  it('is imported whole, kept with its rows, and told in the history', async () => {
    const here = await testApp();
    const id = await begin(here);
    const imported = await send(here, id, 'baseline', answers('baseline', 60));
    expect(imported).toMatchObject({
      status: 202,
      body: { rows: 60, rejected: [], refusedRows: 0, survey: { wave: 'baseline', respondents: 60 } },
    });
    const { bytes } = await here.call(
      'GET',
      `/api/localities/${id}/surveys/baseline/rows.csv`,
      undefined,
      ana,
    );
    expect(bytes?.toString()).toBe(`${answers('baseline', 60)}\n`);
    expect(await deeds(here, id)).toMatchObject({ 'survey-imported': 1 });
    const { body } = await here.call('GET', `/api/localities/${id}/surveys`, undefined, vera);
    expect(body).toMatchObject({
      items: [{ wave: 'baseline', questionnaire: { id: 'convivencia', version: 1 } }],
    });
  });

  it('with one wrong row is refused by row, column and reason, and nothing of it is kept', async () => {
    const here = await testApp();
    const id = await begin(here);
    const lines = answers('baseline', 40).split('\n');
    const spoiled = [...lines.slice(0, 5), lines[5]?.replace(/^[^,]*/, '7') ?? '', ...lines.slice(6)].join(
      '\n',
    );
    const { status, body } = await send(here, id, 'baseline', spoiled);
    expect(status).toBe(202);
    expect(body).toMatchObject({
      rows: 0,
      refusedRows: 1,
      rejected: [{ row: 6, column: 'sexo', message: 'no es un código de esta pregunta' }],
    });
    expect(await evaluation(here, id)).toEqual({ items: [] });
    expect(await send(here, id, 'baseline', spoiled, '?partial=true')).toMatchObject({ body: { rows: 39 } });
  });

  it('in a dry run is judged and not kept', async () => {
    const here = await testApp();
    const id = await begin(here);
    expect(await send(here, id, 'baseline', answers('baseline'), '?dryRun=true')).toMatchObject({
      body: { rows: 40, dryRun: true },
    });
    expect(await evaluation(here, id)).toEqual({ items: [] });
  });

  it('with columns of names, addresses or telephones is refused by the name of the column', async () => {
    const here = await testApp();
    const id = await begin(here);
    const [header = '', ...rows] = answers('baseline').split('\n');
    const personal = [`${header},Teléfono`, ...rows.map((row) => `${row},6561234567`)].join('\n');
    const { body } = await send(here, id, 'baseline', personal);
    expect(body).toMatchObject({ rows: 0, rejected: [{ row: 1, column: 'Teléfono' }] });
  });

  it('sent twice, or at once, is one import', async () => {
    const here = await testApp();
    const id = await begin(here);
    await Promise.all([1, 2, 3].map(() => send(here, id, 'baseline', answers('baseline'))));
    await send(here, id, 'baseline', answers('baseline'));
    expect(await deeds(here, id)).toMatchObject({ 'survey-imported': 1 });
  });

  it('of a programme that is over is refused', async () => {
    const here = await testApp();
    const id = await begin(here);
    await decide(here, id, { outcome: 'close' });
    expect(await send(here, id, 'baseline', answers('baseline'))).toMatchObject({ status: 409 });
  });

  it('of more than one kind is read by the questionnaire of the first, or by the one named', async () => {
    const here = await testApp();
    const id = await begin(here);
    expect(await send(here, id, 'baseline', answers('baseline'), '?questionnaire=otro')).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'questionnaire' }] },
    });
  });
});

describe('a gate that asks for a survey', () => {
  it('is passed with enough respondents of this visit, and not with the survey of an earlier one', async () => {
    const here = await testApp();
    const id = await involved(here);
    await send(here, id, 'baseline', answers('baseline', 29));
    await complete(here, id);
    expect(await missing(here, id)).toEqual([]);
    await review(here, id);
    await decide(here, id, { outcome: 'return' });
    await here.settle();
    expect(await missing(here, id)).toContain('survey-wave');
    // The same file is taken for this visit, too, once somebody says so.
    await survey(here, id, 'baseline');
    expect(await missing(here, id)).not.toContain('survey-wave');
    const visits = (await stages(here, id)).flatMap((stage) => stage.visits);
    expect(visits.filter(({ surveys }) => surveys.baseline)).toHaveLength(2);
  });

  it('wants more respondents than twenty-nine', async () => {
    const here = await testApp();
    const id = await involved(here);
    await send(here, id, 'baseline', answers('baseline', 29));
    expect(await missing(here, id)).toContain('survey-wave');
    await send(here, id, 'baseline', answers('baseline', 30));
    expect(await missing(here, id)).not.toContain('survey-wave');
  });

  it('and for the comparison is passed once the follow-up can be compared', async () => {
    const here = await testApp();
    const id = await involved(here);
    for (let stage = 3; stage <= 5; stage += 1) await pass(here, id);
    expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'strategy-evaluation' }] });
    expect(await missing(here, id)).toEqual(['required-activities', 'survey-wave', 'baseline-compared']);
    await survey(here, id, 'follow-up');
    expect(await missing(here, id)).toEqual(['required-activities']);
    await pass(here, id);
    expect(await locality(here, id)).toMatchObject({ status: 'completed' });
  });
});

describe('the evaluation', () => {
  it('compares every question of both surveys', async () => {
    const here = await testApp();
    const id = await begin(here);
    await send(here, id, 'baseline', answers('baseline', 400));
    expect(new Set(await verdicts(here, id))).toEqual(new Set(['not-comparable']));
    await send(here, id, 'follow-up', answers('follow-up', 400));
    const all = await verdicts(here, id);
    expect(all).toHaveLength(15);
    expect(all).toContain('improved');
    expect(all).not.toContain('worsened');
    const { items } = Rows.parse(await evaluation(here, id));
    expect(new Set(items.map(({ code }) => code)).size).toBe(13);
  });

  it('of a survey against itself finds no change anywhere', async () => {
    const here = await testApp();
    const id = await begin(here);
    for (const wave of ['baseline', 'follow-up']) await send(here, id, wave, answers('baseline', 120));
    expect(new Set(await verdicts(here, id))).toEqual(new Set(['no-detectable-change']));
  });

  it('is broken down by sex and age, without groups of fewer than ten', async () => {
    const here = await testApp();
    const id = await begin(here);
    await send(here, id, 'baseline', answers('baseline', 40));
    const Grouped = z.object({
      items: z.array(
        z.object({
          groups: z.object({
            baseline: z.object({
              cells: z.record(
                z.string(),
                z.object({ estimate: z.object({ n: z.number() }).optional(), suppressed: z.boolean() }),
              ),
            }),
          }),
        }),
      ),
    });
    const { items } = Grouped.parse(await evaluation(here, id, '?by=age'));
    const cells = items.flatMap(({ groups }) => Object.values(groups.baseline.cells));
    expect(cells.some(({ suppressed }) => suppressed)).toBe(true);
    for (const { estimate, suppressed } of cells)
      expect(suppressed ? estimate === undefined : (estimate?.n ?? 0) >= 10).toBe(true);
  });

  it('is drawn, in the language of the reader', async () => {
    const here = await testApp();
    const id = await begin(here);
    await send(here, id, 'baseline', answers('baseline', 200));
    await send(here, id, 'follow-up', answers('follow-up', 200));
    const drawn = async (language: string) =>
      (
        await here.call('GET', `/api/localities/${id}/evaluation.svg`, undefined, {
          ...boss,
          headers: { 'accept-language': language },
        })
      ).bytes?.toString();
    expect(await drawn('es')).toContain('Percepción de inseguridad');
    expect(await drawn('en')).toContain('95 % interval');
  });
});

describe('a questionnaire', () => {
  it('can be printed in both languages, and its template imported', async () => {
    const here = await testApp();
    const asked = (path: string, language = 'es') =>
      here.call('GET', `/api/questionnaires/convivencia/${path}`, undefined, {
        ...vera,
        headers: { 'accept-language': language },
      });
    expect((await asked('form.html')).bytes?.toString()).toContain('lang="es"');
    expect((await asked('form.html', 'en')).bytes?.toString()).toContain('lang="en"');
    const template = (await asked('template.csv')).bytes;
    const id = await begin(here);
    const taken = await here.call('POST', `/api/localities/${id}/surveys/baseline`, template, {
      ...ana,
      headers: file,
    });
    expect(taken.body).toMatchObject({ rows: 1, rejected: [] });
  });
});
