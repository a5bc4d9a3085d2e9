import { afterAll, beforeAll, expect, it } from 'vitest';
import { localDate } from '../../domain/calendar.ts';
import { officialCalendar } from '../../domain/work-calendar.ts';
import { stagesOfConvivirMejor } from '../support/convivir-mejor.ts';
import { dataFolder, type EtapasProcess, startEtapas } from '../support/etapas-process.ts';
import { journey, type Walked } from './journey.ts';

let etapas: EtapasProcess;
let walked: Walked[];

beforeAll(async () => {
  etapas = await startEtapas('--empty', '--port', '0', '--data', dataFolder());
  walked = await journey(etapas.url, () => {});
});
afterAll(() => etapas?.stop());

it('takes a locality of Convivir Mejor through its six stages', () => {
  const locality = walked.find(({ passed }) => passed.includes('capacity-building'));
  expect(locality?.locality.status).toBe('completed');
  expect(locality?.passed).toEqual(stagesOfConvivirMejor);
});

it('takes a locality of Red Conéctate through its three stages, with both tracks of the second open at once', () => {
  const locality = walked.find(({ passed }) => passed.includes('social-cohesion'));
  expect(locality?.locality.status).toBe('completed');
  expect(locality?.openTogether).toContainEqual(['multisector-actions', 'empowerment-models']);
});

it('writes at once to the approver of each review, and to the coordinator of each decision', () => {
  for (const { mails, passed } of walked) {
    const written = mails.map(({ to, subject }) => `${to} ${subject}`);
    expect(new Set(written).size).toBe(written.length);
    expect(written).toHaveLength(passed.length * 2);
  }
});

it('writes each of the staff one digest a day at most, and none on a day off', () => {
  for (const { digests } of walked) {
    expect(digests.length).toBeGreaterThan(0);
    const days = digests.map(({ sentAt }) => localDate(new Date(sentAt), 'America/Ciudad_Juarez'));
    const written = digests.map(({ to }, at) => `${to} ${days[at]}`);
    expect(new Set(written).size).toBe(written.length);
    expect(days.filter((day) => !officialCalendar.isWorkingDay(day))).toEqual([]);
  }
});

it('has every mail that somebody is to act on in the history', () => {
  for (const { mails, actions } of walked)
    expect(actions.filter((action) => action === 'mail-sent')).toHaveLength(mails.length);
});
