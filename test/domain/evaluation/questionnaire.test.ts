import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whyIncomparable } from '../../../domain/evaluation/comparable.ts';
import { IndicatorCode } from '../../../domain/evaluation/indicators.ts';
import { isPersonal } from '../../../domain/evaluation/personal-columns.ts';
import { columnsOf } from '../../../domain/evaluation/questionnaire.ts';
import { nameWords } from '../../../words/languages.ts';
import { InvalidQuestionnaire, parseQuestionnaire } from '../../../workflows/questionnaires.ts';
import {
  convivencia,
  howMany,
  questionnaire,
  questionnaireText,
  yesOrNo,
} from '../../support/questionnaires.ts';

/** What is said of a questionnaire file that is refused. */
function refusal(content: object | string, file = 'prueba.v1.yaml'): string[] {
  try {
    parseQuestionnaire(file, typeof content === 'string' ? content : JSON.stringify(content));
  } catch (error) {
    if (error instanceof InvalidQuestionnaire) return error.message.split('\n');
    throw error;
  }
  return [];
}
const refusalOf = (some: object) => refusal(questionnaireText(some));
const text = (es: string) => ({ es, en: es });

describe('a questionnaire file', () => {
  it('is read with its defaults', () => {
    expect(refusalOf({})).toEqual([]);
    expect(questionnaire()).toMatchObject({ otherColumns: 'refused', minimumAnswers: 30, unread: [] });
  });

  it('must be named by the id and version it holds', () => {
    expect(refusal(questionnaireText({ version: 2 }))).toEqual([
      'prueba.v1.yaml: id: the file of this questionnaire must be named prueba.v2.yaml',
    ]);
    expect(refusal('items: [')[0]).toMatch(/^prueba\.v1\.yaml: /);
  });

  it.each([
    [
      'a question named twice',
      { items: [yesOrNo(), howMany({ key: 'belongs' })] },
      '"belongs" appears twice',
    ],
    ['a column used twice', { items: [yesOrNo({ column: 'edad' })] }, 'the column "edad" is used twice'],
    ['a column of personal data', { items: [yesOrNo({ column: 'telefono' })] }, 'named like personal data'],
    [
      'a share of which nothing counts',
      {
        items: [
          yesOrNo({
            answers: [
              { codes: ['1'], value: 1, label: text('Sí') },
              { codes: ['2'], value: 1, label: text('No') },
            ],
          }),
        ],
      },
      'worth 0 or 1',
    ],
    [
      'a code for two answers',
      {
        items: [
          yesOrNo({
            answers: [
              { codes: ['1'], value: 1, label: text('Sí') },
              { codes: ['1'], value: 0, label: text('No') },
            ],
          }),
        ],
      },
      'the code "1" is given twice',
    ],
    [
      'a code that is missing too',
      { items: [yesOrNo({ missing: ['2'] })] },
      'the code "2" is a missing one too',
    ],
    [
      'a missing code that may be an answer',
      { items: [howMany({ missing: ['40'] })] },
      'is a possible answer',
    ],
    [
      'bounds the wrong way round',
      { items: [howMany({ minimum: 60 })] },
      'the minimum is not under the maximum',
    ],
    ['a design of no column', { design: {} }, 'names no column'],
    ['an age of bands and codes', { age: { column: 'edad' } }, 'needs either bands or codes'],
    [
      'bands that overlap',
      {
        age: {
          column: 'edad',
          bands: [
            { label: 'a', from: 18, to: 40 },
            { label: 'b', from: 40, to: 60 },
          ],
        },
      },
      'the band "a" overlaps',
    ],
  ])('with %s is refused', (_, some, message) => {
    expect(refusalOf(some).join('\n')).toContain(message);
  });
});

describe('the standard questionnaire', () => {
  it('asks for all thirteen indicators, for the first and the seventh twice', () => {
    const asked = convivencia.items.map(({ indicator }) => indicator);
    expect(new Set(asked)).toEqual(new Set(IndicatorCode.options));
    expect(Object.keys(nameWords.es.indicators)).toEqual(IndicatorCode.options);
    const twice = asked.filter((code, at) => asked.indexOf(code) < at);
    expect(twice).toEqual(['IDC01', 'IDC07']);
    for (const { aspect, indicator } of convivencia.items) expect(!!aspect).toBe(twice.includes(indicator));
  });

  it('has the units that the source gives, and the two directions that differ', () => {
    const of = (code: string) => convivencia.items.filter(({ indicator }) => indicator === code);
    expect(of('IDC03')).toMatchObject([{ type: 'share' }]);
    expect(of('IDC04')).toMatchObject([{ type: 'count' }]);
    expect(of('IDC12')).toMatchObject([{ type: 'hours', unit: { en: 'hours a week' } }]);
    const lower = convivencia.items.filter(({ direction }) => direction === 'lower-is-better');
    expect([...new Set(lower.map(({ indicator }) => indicator))]).toEqual(['IDC01', 'IDC13']);
  });

  it('stays as it was released, since surveys are compared by it for years', () => {
    /** SHA-256 of each version; its names stand beside it, in `words/`, and may be translated. Add a line with a new version; never change one. */
    const released: Record<string, string> = {
      'convivencia.v1.yaml': 'b74c381a6803eb1a774d029c836041a7705482c5af083ffbcf1dcb7cd9a7c555',
    };
    const folder = join(import.meta.dirname, '../../../workflows/questionnaires');
    const found = readdirSync(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]);
    expect(Object.fromEntries(found)).toEqual(released);
  });
});

describe('two questions', () => {
  const of = (some: object) => questionnaire({ items: [yesOrNo(some)] }).items[0];
  const { answers: _, ...asked } = yesOrNo();
  const measured = questionnaire({ items: [{ ...asked, type: 'mean', maximum: 8 }] }).items[0];
  const answers = (second: object) => [{ codes: ['1'], value: 1, label: text('Sí') }, second];

  it('are comparable when they ask the same, whatever their columns and codes are', () => {
    const other = { codes: ['0', '3'], value: 0, label: text('No') };
    expect(whyIncomparable(of({}), of({ column: 'otra', answers: answers(other) }))).toBeUndefined();
  });

  it.each([
    ['one of them is not there', undefined, 'missing-item'],
    ['the words differ', of({ question: text('¿Otra cosa?') }), 'question-differs'],
    ['they stand for another indicator', of({ indicator: 'IDC03' }), 'question-differs'],
    ['it was asked in another way', of({ version: 2 }), 'version-differs'],
    [
      'an answer differs',
      of({ answers: answers({ codes: ['2'], value: 0, label: text('Antes') }) }),
      'scale-differs',
    ],
    ['another direction is good', of({ direction: 'lower-is-better' }), 'scale-differs'],
    ['one is a number', measured, 'scale-differs'],
  ])('are not when %s', (_, other, reason) => {
    expect(whyIncomparable(of({}), other)).toBe(reason);
    expect(whyIncomparable(other, of({}))).toBe(reason);
  });
});

describe('the title of a column', () => {
  it.each([
    'Nombre',
    'nombre_completo',
    'NombreEncuestado',
    'Apellido paterno',
    'TELÉFONO',
    'tel_casa',
    'Cel.',
    'Correo electrónico',
    'e-mail',
    'Domicilio',
    'Dirección',
    'Calle y número',
    'CURP',
    'Clave de elector',
    'INE',
    'Fecha de nacimiento',
    'latitud',
    'Lon',
    'Coordenadas GPS',
    'First name',
    'lastName',
    'Phone number',
    'Home address',
    'Date of birth',
    'RFC',
    'Firma',
  ])('"%s" is personal', (title) => {
    expect(isPersonal(title)).toBe(true);
  });

  it.each([
    'Colonia',
    'Nombre de la colonia',
    'nombre_escuela',
    'Zona',
    'Edad',
    'Sexo',
    'Género',
    'folio',
    'manzana',
    'estrato',
    'BasuraCalle',
    'CallesPavi',
    'Facebook',
    'Gmail',
    'school name',
    'Dirección del viento',
    'CuentaDe',
    '',
    '12',
    ...columnsOf(convivencia),
  ])('"%s" is not', (title) => {
    expect(isPersonal(title)).toBe(false);
  });
});
