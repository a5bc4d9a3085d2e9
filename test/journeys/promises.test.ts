import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataFolder, type EtapasProcess, startEtapas } from '../support/etapas-process.ts';
import { type Kept, keepPromises } from './promises.ts';

let etapas: EtapasProcess;
let kept: Kept;

beforeAll(async () => {
  etapas = await startEtapas('--empty', '--port', '0', '--data', dataFolder());
  kept = await keepPromises(etapas.url, () => {});
});
afterAll(() => etapas?.stop());

it('reminds of forty promises as the ladder asks, each time exactly once, and of none after it is kept', () => {
  expect(kept.expected.length).toBeGreaterThan(100);
  expect(kept.sent).toEqual(kept.expected);
});

it('never writes to anybody twice on one day', () => {
  expect(new Set(kept.sent).size).toBe(kept.sent.length);
});

it('has each answer in the history, with the person as its actor', () => {
  const answers = kept.history.filter(({ action }) => action === 'commitment-answered');
  expect(answers.length).toBe(40 - kept.open);
  expect(answers.length).toBeGreaterThan(10);
  expect(answers.every(({ actor }) => actor.startsWith('stakeholder:'))).toBe(true);
});

it('hands what nobody answers to the coordinator at the end of the ladder', () => {
  expect(kept.tasks).toContain('escalated');
});
