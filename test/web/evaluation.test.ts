import { expect, it } from 'vitest';
import { figuresOf, groupsOf, probability, type Row } from '../../web/evaluation/figures.ts';
import { writtenFigures } from '../../web/evaluation/written-figures.ts';
import { formatsOf } from '../../web/words/format.ts';
import { en } from '../../words/en/app/index.ts';
import { es } from '../../words/es/app/index.ts';
import { figureWords } from '../../words/figures.ts';
import { evaluationWords } from '../../words/languages.ts';

const zone = 'America/Ciudad_Juarez';
const spanish = { language: 'es' as const, messages: es, formats: formatsOf('es', zone) };
const english = { language: 'en' as const, messages: en, formats: formatsOf('en', zone) };

const measured = { n: 320, kind: 'share' as const, method: 'wilson' as const };
const compared: Row = {
  code: 'IDC01',
  item: 'insecurity',
  kind: 'share',
  direction: 'lower-is-better',
  unit: { es: '% que se siente inseguro', en: '% who feel unsafe' },
  baseline: { ...measured, estimate: 0.5, low: 0.44, high: 0.56 },
  followUp: { ...measured, n: 340, estimate: 0.35, low: 0.3, high: 0.4 },
  difference: -0.15,
  low: -0.22,
  high: -0.08,
  p: 0.0001,
  adjustedP: 0.0004,
  method: 'newcombe',
  detectable: 0.108,
  verdict: 'improved',
};
const incomparable: Row = {
  code: 'IDC12',
  item: 'family-hours',
  kind: 'mean',
  direction: 'higher-is-better',
  unit: { es: 'horas por semana', en: 'hours a week' },
  aspect: { es: '=1+1', en: '=1+1' },
  verdict: 'not-comparable',
  reason: 'too-few-answers',
};

it('shares are told in per cent, and what lies between two of them in points', () => {
  const { whole, interval, change, changeInterval, size } = figuresOf(compared, spanish);
  expect(whole(0.5)).toMatch(/^50\s?%$/);
  expect(interval({ low: 0.44, high: 0.56 })).toMatch(/^44\s?% a 56\s?%$/);
  expect(change(-0.15)).toBe('-15 puntos');
  expect(changeInterval({ low: -0.22, high: 0.031 })).toBe('-22 a +3.1');
  expect(size(0.108)).toBe('10.8 puntos');
});

it('means are told in their unit, which stands beside the name of the indicator', () => {
  const { whole, change } = figuresOf(incomparable, english);
  expect(whole(5.94)).toBe('5.9');
  expect(change(1.25)).toBe('+1.3');
  expect(change(0)).toBe('0');
});

it('groups are told in their order, whatever order they were kept in', () => {
  const cells = (...names: string[]) => ({
    cells: Object.fromEntries(names.map((name) => [name, { suppressed: true }])),
  });
  const groups = { baseline: cells('45-59', '15-17'), followUp: cells('60+', '18-29', '15-17') };
  expect(groupsOf({ groups }, 'age')).toEqual(['15-17', '18-29', '45-59', '60+']);
  expect(groupsOf({ groups: { followUp: cells('other', 'male', 'female') } }, 'sex')).toEqual([
    'female',
    'male',
    'other',
  ]);
  expect(groupsOf({}, 'sex')).toEqual([]);
});

it('a very small probability is not told as zero', () => {
  expect(probability(0.0004, spanish)).toBe('menos de 0.001');
  expect(probability(0.0421, english)).toBe('0.042');
});

it('written figures keep all their places, and nothing in them is taken for a formula', async () => {
  const blob = await writtenFigures([compared, incomparable], spanish, {
    ...figureWords('es'),
    incomparable: evaluationWords.es.incomparable,
  });
  const [header = '', first = '', second = ''] = (await blob.text()).replace('\uFEFF', '').split('\r\n');
  const columns = header.split(',');
  const cell = (line: string, name: string) => line.split(',')[columns.indexOf(name)];
  expect(new Set(columns).size).toBe(columns.length);
  expect(cell(first, 'línea base')).toBe('0.5');
  expect(cell(first, 'seguimiento: n')).toBe('340');
  expect(cell(first, 'p ajustada')).toBe('0.0004');
  expect(cell(first, 'resultado')).toBe('mejoró');
  expect(cell(second, 'diferencia')).toBe('');
  expect(cell(second, 'motivo')).toMatch(/respuestas/);
  expect(cell(second, 'nombre')).toMatch(/^Horas semanales/);
});
