import { afterAll, beforeAll, expect, it } from 'vitest';
import { readGrids } from '../../functions/tabular/read-file.ts';
import { dataFolder, type EtapasProcess, startEtapas } from '../support/etapas-process.ts';
import { readPdf } from '../support/pdf.ts';
import { areas, type Lived, livePlan, shares, targets } from './municipal-plan.ts';

let etapas: EtapasProcess;
let lived: Lived;

beforeAll(async () => {
  etapas = await startEtapas('--empty', '--port', '0', '--data', dataFolder());
  lived = await livePlan(etapas.url, () => {});
});
afterAll(() => etapas?.stop());

it('three years of trainings, count sheets and shops come to exactly what was promised', () => {
  expect(lived.done).toEqual(targets);
  expect(lived.percent).toEqual({ agents: 100, trainings: 100, services: 100, shops: 100 });
});

it('the entries of each line add up to what the plan says', () => {
  expect(lived.entered).toEqual(lived.done);
});

it('a corrected number changes the figure by exactly the difference', () => {
  const last = shares(targets.shops, 36).at(-1) ?? 0;
  expect(lived.before).toEqual({ ...targets, shops: targets.shops + last * 9 });
});

it('the summary says the same, as data, on paper and as a workbook', async () => {
  const { soFar, total, pdf, xlsx } = lived.summary;
  expect(soFar).toEqual(lived.done);
  expect(total.authorised).toBeCloseTo(3_300.7, 6);
  expect(total.committed).toBeCloseTo(3_300.7, 6);
  expect(total.spent).toBeCloseTo(3_300.7 / 2, 1);
  const printed = readPdf(pdf)
    .pages.map(({ text }) => text)
    .join('\n');
  for (const figure of ['14,000', '1,000', '700', '200', '$3,300,700,000']) expect(printed).toContain(figure);
  const [lines] = await readGrids(xlsx);
  for (const figure of ['14000', '1000', '700', '200'])
    expect(lines?.rows.some(({ cells }) => cells.filter((cell) => cell === figure).length > 1)).toBe(true);
});

it('the money of 160 actions adds up by area, authorised, committed and spent', () => {
  const areasOf = areas.map(({ name, actions, millions }) => [name, actions, millions, millions]);
  const money = [...lived.money].map(([name, sum]) => [name, sum.actions, sum.authorised, sum.committed]);
  expect(money).toEqual(areasOf);
  const all = [...lived.money.values()];
  expect(all.reduce((sum, { actions }) => sum + actions, 0)).toBe(160);
  expect(all.reduce((sum, { authorised }) => sum + authorised, 0)).toBeCloseTo(3_300.7, 6);
  expect(all.reduce((sum, { spent }) => sum + spent, 0)).toBeCloseTo(3_300.7 / 2, 1);
});
