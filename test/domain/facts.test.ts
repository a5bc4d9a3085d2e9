import { describe, expect, it } from 'vitest';
import { gatedParts } from '../../domain/gated-part.ts';
import type { Programme } from '../../domain/programme.ts';
import { en } from '../../words/en/functions.ts';
import { es } from '../../words/es/functions.ts';
import { readProgrammes } from '../../workflows/programmes.ts';
import { stageNamesOfConvivirMejor } from '../support/convivir-mejor.ts';
import { convivirMejor, redConectate } from '../support/programmes.ts';

const activities = ({ stages }: Programme) =>
  stages.map((stage) => gatedParts(stage).flatMap((part) => part.activities.map(({ name }) => name.en)));

describe('Convivir Mejor', () => {
  it('has the six stages of the source, in its order', () => {
    expect(convivirMejor.stages.map(({ name }) => name.en)).toEqual(stageNamesOfConvivirMejor);
  });

  it('has sixteen sub-steps: 2 + 4 + 3 + 4 + 2 + 1', () => {
    const counts = activities(convivirMejor).map((names) => names.length);
    expect(counts).toEqual([2, 4, 3, 4, 2, 1]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(16);
  });

  it('has the participatory process in six steps', () => {
    const process = convivirMejor.stages[2]?.activities?.find(({ key }) => key === 'participatory-process');
    expect(process?.steps?.map(({ name }) => name.en)).toEqual([
      'Call for participation',
      'Problems and opportunities identification',
      'Neighbourhood walkouts',
      'Baseline survey',
      'Community working group',
      'Specific commitments and agreements',
    ]);
  });
});

describe('Red Conéctate', () => {
  it('has the three stages of the MUCD model, the second with two parallel processes', () => {
    expect(redConectate.stages.map(({ name }) => name.es)).toEqual([
      'Cohesión social',
      'Activación ciudadana',
      'Consolidación de redes',
    ]);
    expect(redConectate.stages.map(({ tracks }) => tracks?.map(({ name }) => name.es))).toEqual([
      undefined,
      ['Acciones multisectoriales', 'Modelos de empoderamiento'],
      undefined,
    ]);
  });

  it('looks for leaderships in six sectors', () => {
    const sectors = redConectate.stages[0]?.activities?.[0]?.steps?.map(({ name }) => name.es);
    expect(sectors).toEqual(
      ['social', 'escolar', 'gubernamental', 'empresarial', 'religioso', 'comunitario'].map(
        (sector) => `Sector ${sector}`,
      ),
    );
  });

  it('has three models of empowerment', () => {
    const models = redConectate.stages[1]?.tracks?.[1]?.activities.map(({ name }) => name.en);
    expect(models).toEqual(['Community empowerment', 'Youth leaders', 'Parents']);
  });
});

/** Every text of a value, with where it stands. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => texts(part, `${path}.${key}`));
}

describe('everything is there in Spanish and in English', () => {
  it.each(readProgrammes())('in $id v$version', (programme) => {
    const spoken = texts(programme).map(([path]) => path);
    const spanish = spoken.filter((path) => path.endsWith('.es'));
    const english = spoken.filter((path) => path.endsWith('.en'));
    expect(spanish.length).toBeGreaterThan(10);
    expect(english.map((path) => path.slice(0, -3))).toEqual(spanish.map((path) => path.slice(0, -3)));
  });

  it('in what Etapas says, and nothing was left in the other language', () => {
    const [spanish, english] = [texts(es), texts(en)];
    expect(english.map(([path]) => path)).toEqual(spanish.map(([path]) => path));
    const words = new Map(spanish);
    expect(english.filter(([path, text]) => words.get(path) === text)).toEqual([]);
  });
});
