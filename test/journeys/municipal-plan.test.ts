import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataFolder, type EtapasProcess, startEtapas } from '../support/etapas-process.ts';
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

it('the money of 160 actions adds up by area, authorised, committed and spent', () => {
  const areasOf = areas.map(({ name, actions, millions }) => [name, actions, millions, millions]);
  const money = [...lived.money].map(([name, sum]) => [name, sum.actions, sum.authorised, sum.committed]);
  expect(money).toEqual(areasOf);
  const all = [...lived.money.values()];
  expect(all.reduce((sum, { actions }) => sum + actions, 0)).toBe(160);
  expect(all.reduce((sum, { authorised }) => sum + authorised, 0)).toBeCloseTo(3_300.7, 6);
  expect(all.reduce((sum, { spent }) => sum + spent, 0)).toBeCloseTo(3_300.7 / 2, 1);
});
