import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('writes to the coordinator and the approver at each gate, once', () => {
  for (const { mails, passed } of walked) {
    const written = mails.map(({ to, subject }) => `${to} ${subject}`);
    expect(new Set(written).size).toBe(written.length);
    // Opened, review requested and decided at each gate; completed at the end; to two people.
    expect(written).toHaveLength((passed.length * 3 + 1) * 2);
  }
});

it('has every mail in the history', () => {
  for (const { mails, actions } of walked)
    expect(actions.filter((action) => action === 'mail-sent')).toHaveLength(mails.length);
});
