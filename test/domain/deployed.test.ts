import { expect, it } from 'vitest';
import { deployedText, readDeployed } from '../../domain/deployed.ts';
import { Questionnaire } from '../../domain/evaluation/questionnaire.ts';
import { Municipality } from '../../domain/municipality.ts';
import { Programme } from '../../domain/programme.ts';
import { compileProgrammes } from '../../workflows/compile-programmes.ts';
import { readQuestionnaires } from '../../workflows/questionnaires.ts';
import { municipality } from '../support/settings.ts';

it('settings are read as they were checked, also where an environment variable had no room for them', () => {
  const allowed = Array.from({ length: 100 }, (_, at) => `persona-${at}.${'x'.repeat(40)}@juarez.example`);
  const settings = municipality({ mail: { ...municipality().mail, allowed } });
  const text = deployedText('settings', settings);
  expect(text.length).toBeGreaterThan(4_096);
  expect(readDeployed('settings', text)).toEqual(settings);
  expect(Municipality.parse(readDeployed('settings', text))).toEqual(settings);
});

it('programmes are read as they were released, each with the digest of its workflow', () => {
  const programmes = compileProgrammes();
  const read = readDeployed('programmes', deployedText('programmes', programmes));
  expect(read).toEqual(programmes);
  for (const { definition, ...programme } of read) {
    expect(definition).not.toBe('');
    expect(Programme.parse(programme)).toEqual(programme);
  }
});

it('questionnaires are read as they were released', () => {
  const questionnaires = readQuestionnaires();
  const read = readDeployed('questionnaires', deployedText('questionnaires', questionnaires));
  expect(read).toEqual(questionnaires);
  for (const questionnaire of read) expect(Questionnaire.parse(questionnaire)).toEqual(questionnaire);
});
