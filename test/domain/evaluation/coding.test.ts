import { describe, expect, it } from 'vitest';
import { coderOf } from '../../../domain/evaluation/coding.ts';
import { surveyColumns } from '../../../domain/evaluation/survey-columns.ts';
import { howMany, questionnaire, yesOrNo } from '../../support/questionnaires.ts';

const header = ['sexo', 'edad', 'asociacion', 'conocidos'];

/** What is said of a header: which column, and why. */
const refusedHeader = (titles: string[], some: object = {}) =>
  surveyColumns(questionnaire(some), titles).refused.map(({ column, message }) => [column, message]);

/** What a row of a file means. */
function coded(cells: string[], some: object = {}, titles = header) {
  const asked = questionnaire(some);
  const { columns, refused } = surveyColumns(asked, titles);
  expect(refused).toEqual([]);
  const outcome = coderOf(asked, columns)(cells, 2);
  return outcome.coded ?? outcome.refused.map(({ column, message }) => [column, message]);
}

describe('the header of a survey', () => {
  it('is found whatever its order, accents, case and signs', () => {
    const { columns, refused } = surveyColumns(questionnaire(), [' Conocidos', 'EDAD', 'Asociación', 'sexo']);
    expect(refused).toEqual([]);
    expect(Object.fromEntries(columns.places)).toEqual({ conocidos: 0, edad: 1, asociacion: 2, sexo: 3 });
  });

  it('is refused by the columns that are unknown, missing, there twice or personal', () => {
    expect(refusedHeader(['sexo', 'Sexo', 'asociacion', 'conocidos', 'color', 'Nombre'])).toEqual([
      ['Sexo', 'unknown-column'],
      ['color', 'unknown-column'],
      ['Nombre', 'personal-column'],
      ['edad', 'column-missing'],
    ]);
    expect(refusedHeader([...header, 'edad'])).toEqual([['edad', 'column-twice']]);
  });

  it('may have other columns where the questionnaire ignores them, but none of personal data', () => {
    const some = { otherColumns: 'ignored' };
    expect(refusedHeader([...header, 'color', 'sexó'], some)).toEqual([]);
    expect(refusedHeader([...header, 'Teléfono'], some)).toEqual([['Teléfono', 'personal-column']]);
    expect(refusedHeader([...header, 'Folio'], { unread: ['folio'] })).toEqual([]);
  });

  it('needs the columns of the sample, unless the questionnaire says otherwise', () => {
    const design = { weight: 'peso', cluster: 'manzana' };
    expect(refusedHeader(header, { design })).toEqual([
      ['peso', 'column-missing'],
      ['manzana', 'column-missing'],
    ]);
    expect(refusedHeader(header, { design: { ...design, required: false } })).toEqual([]);
  });
});

describe('a row of a survey', () => {
  it('becomes numbers, groups and no answers', () => {
    expect(coded(['1', '39', '1', '12'])).toEqual({ sex: 'female', age: '18-39', answers: [1, 12] });
    expect(coded(['2', '40', '2', '0'])).toEqual({ sex: 'male', age: '40+', answers: [0, 0] });
    expect(coded(['', '', '', ''])).toEqual({ answers: [undefined, undefined] });
    expect(coded(['9', '9', '9', '99'])).toEqual({ answers: [undefined, undefined] });
  });

  it('is understood as spreadsheets write it', () => {
    expect(coded([' 1 ', '25.0', "'1", '12.00'])).toEqual({ sex: 'female', age: '18-39', answers: [1, 12] });
  });

  it('is refused by every cell that is to blame', () => {
    expect(coded(['3', '17', 'sí', '51', 'más'])).toEqual([
      ['#5', 'cell-beyond-header'],
      ['asociacion', 'unknown-code'],
      ['conocidos', 'out-of-range'],
      ['sexo', 'unknown-code'],
      ['edad', 'out-of-range'],
    ]);
    expect(coded(['1', 'joven', '1', '1.5'])).toEqual([
      ['conocidos', 'not-whole'],
      ['edad', 'not-a-number'],
    ]);
    for (const cell of ['1e1', '0x10', 'Infinity', 'NaN', '--1', '1,5'])
      expect(coded(['1', '20', '1', cell])).toEqual([['conocidos', 'not-a-number']]);
    expect(coded(['1', '20', '1', '-1'])).toEqual([['conocidos', 'out-of-range']]);
    for (const cell of ['constructor', '__proto__', '01'])
      expect(coded(['1', '20', cell, '1'])).toEqual([['asociacion', 'unknown-code']]);
  });

  it('counts a blank as an answer only where the question says so', () => {
    const { answers: _, ...asked } = yesOrNo();
    const text = (es: string) => ({ es, en: es });
    const ticked = {
      ...asked,
      answers: [
        { codes: ['1'], value: 1, label: text('Sí') },
        { codes: [''], value: 0, label: text('No') },
      ],
    };
    expect(coded(['1', '20', '', ''], { items: [ticked, howMany()] })).toMatchObject({
      answers: [0, undefined],
    });
  });

  it('tells how it came into the sample', () => {
    const design = { weight: 'peso', stratum: 'estrato', cluster: 'manzana' };
    const titles = [...header, 'peso', 'estrato', 'manzana'];
    const row = (...sample: string[]) => coded(['1', '20', '1', '1', ...sample], { design }, titles);
    expect(row('12.5', 'Norte', '7')).toMatchObject({
      design: { weight: 12.5, stratum: 'Norte', cluster: '7' },
    });
    expect(row('0', '', 'ana@ejemplo.example')).toEqual([
      ['peso', 'not-a-weight'],
      ['estrato', 'design-missing'],
      ['manzana', 'not-a-code'],
    ]);
    expect(
      coded(['1', '20', '1', '1', ''], { design: { cluster: 'manzana', blankCluster: 'alone' } }, [
        ...header,
        'manzana',
      ]),
    ).toMatchObject({
      design: { cluster: '#2' },
    });
  });
});
