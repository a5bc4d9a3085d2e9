import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../domain/tabular/columns.ts';
import { commitmentTable } from '../../domain/tabular/commitments.ts';
import type { Commitment } from '../../web/api/types.ts';
import {
  amountIn,
  blank,
  changedBetween,
  type FormValues,
  merge,
  toCreate,
  toFormValues,
  toPatch,
  validate,
} from '../../web/matrix/form-values.ts';
import { shownOf, summaryOf } from '../../web/matrix/shown.ts';
import { commitmentFields as en } from '../../words/en/commitment-fields.ts';
import { commitmentFields as es } from '../../words/es/commitment-fields.ts';

const commitment = (some: Partial<Commitment> = {}): Commitment => ({
  id: 'anapra.1',
  locality: 'anapra',
  action: 'Pintar la escuela',
  version: 3,
  status: 'pending',
  progress: 0,
  coResponsible: [],
  evidence: [],
  createdAt: '2026-01-12T15:00:00Z',
  ...some,
});
const typed = (some: Partial<FormValues> = {}): FormValues => ({
  ...blank,
  action: 'Pintar la escuela',
  ...some,
});

const fileId = 'f'.repeat(32);
const acta = { title: 'Acta', url: 'https://example.org/acta' };

describe('what is typed of a commitment', () => {
  it.each([
    ['12500', 12_500],
    ['12,500.50', 12_500.5],
    ['$ 800', 800],
    ['0', 0],
  ])('means an amount: %s', (text, amount) => {
    expect(amountIn(text)).toBe(amount);
  });

  it.each(['', 'mucho', '12.500,50', '-3', '1,2', '12.345'])('means none: %s', (text) => {
    expect(amountIn(text)).toBeUndefined();
  });

  it('is only wrong without words, with an amount that is none, or with a document that cannot be found', () => {
    const wrong = (some: Partial<FormValues>) =>
      Object.entries(validate(typed(some))).flatMap(([field, isWrong]) => (isWrong ? field : []));
    expect(wrong({})).toEqual([]);
    expect(wrong({ action: ' ' })).toEqual(['action']);
    expect(wrong({ amount: 'mil' })).toEqual(['amount']);
    expect(wrong({ link: { title: 'Acta', url: 'en el cajón' } })).toEqual(['evidence']);
    expect(wrong({ link: { title: '', url: 'https://example.org/acta' } })).toEqual(['evidence']);
    expect(wrong({ evidence: [{ title: ' ', fileId }] })).toEqual(['evidence']);
    expect(wrong({ link: acta, evidence: [{ title: 'Foto', fileId }] })).toEqual([]);
  });

  it('changes what was changed and nothing else, and takes away what was made blank', () => {
    const base = toFormValues(
      commitment({ responsible: 'rosa', dueOn: '2026-12-05', budget: { amount: 800, currency: 'MXN' } }),
    );
    expect(toPatch(base, base)).toEqual({});
    expect(toPatch(base, { ...base, status: 'fulfilled' })).toEqual({ status: 'fulfilled' });
    expect(toPatch(base, { ...base, responsible: '', dueOn: '', amount: '' })).toEqual({
      responsible: null,
      dueOn: null,
      budget: null,
    });
    expect(toPatch(base, { ...base, currency: 'USD' })).toEqual({ budget: { amount: 800, currency: 'USD' } });
    expect(toPatch(blank, { ...blank, currency: 'USD' })).toEqual({});
  });

  it('leaves blanks out of a new one', () => {
    expect(JSON.parse(JSON.stringify(toCreate(typed({ note: '  ' }))))).toEqual({
      action: 'Pintar la escuela',
      coResponsible: [],
      status: 'pending',
      progress: 0,
      evidence: [],
    });
  });

  it('means a document that was written down and not added yet all the same', () => {
    const base = toFormValues(commitment({ evidence: [{ title: 'Foto', fileId }] }));
    const link = { title: ' Acta ', url: ` ${acta.url} ` };
    const evidence = [{ title: 'Foto', fileId }, acta];
    expect(changedBetween(base, { ...base, link })).toEqual(['evidence']);
    expect(toPatch(base, { ...base, link })).toEqual({ evidence });
    expect(toCreate({ ...base, link }).evidence).toEqual(evidence);
    expect(merge(base, { ...base, link }, { ...base, note: 'b' })).toEqual({
      ...base,
      note: 'b',
      evidence,
    });
    expect(toPatch(base, { ...base, evidence: [] })).toEqual({ evidence: [] });
  });

  it('goes over what somebody else wrote meanwhile only where it was touched', () => {
    const base = typed({ note: 'a', dueOn: '2026-12-05' });
    const now = typed({ note: 'b', dueOn: '2026-12-05', progress: 30 });
    expect(merge(base, { ...base, dueOn: '2027-01-10' }, now)).toEqual({ ...now, dueOn: '2027-01-10' });
  });

  it('takes a budget as a whole: a sum is never given the currency that somebody else chose', () => {
    const base = typed({ amount: '800', currency: 'MXN' });
    const now = { ...base, currency: 'USD' as const };
    expect(changedBetween(base, now)).toEqual(['budget']);
    expect(merge(base, { ...base, amount: '900' }, now)).toEqual({ ...base, amount: '900' });
    expect(merge(base, { ...base, note: 'b' }, now)).toEqual({ ...now, note: 'b' });
  });
});

describe.each([
  ['es', es],
  ['en', en],
])('the columns that a file in %s is said to have', (_, words) => {
  const imported = Object.values(words).flatMap((field) =>
    typeof field.imported === 'object' ? field.imported : [],
  );

  it('are read, each as the column that it is', () => {
    const header = imported.map(({ name }) => name);
    const { places, wrong } = columnsOf({ header, rows: [] }, commitmentTable.columns);
    expect(wrong).toEqual([]);
    expect(places.map((column) => column?.name)).toEqual(imported.map(({ key }) => key));
  });

  it('are demanded where the table demands them', () => {
    const demanded = commitmentTable.columns.filter(({ required }) => required);
    expect(imported.filter(({ required }) => required).map(({ key }) => key)).toEqual(
      demanded.map(({ name }) => name),
    );
  });
});

describe('a matrix', () => {
  const today = '2026-11-20';
  const matrix = [
    commitment({
      id: 'fulfilled',
      status: 'fulfilled',
      dueOn: '2026-10-01',
      responsible: 'a',
      sector: 'school',
    }),
    commitment({ id: 'undated', responsible: 'a', sector: 'social' }),
    commitment({ id: 'later', dueOn: '2026-12-05', responsible: 'a', sector: 'school' }),
    commitment({ id: 'late', dueOn: '2026-11-19', status: 'in-progress' }),
    commitment({ id: 'today', dueOn: today, responsible: 'a', budget: { amount: 800, currency: 'MXN' } }),
    commitment({ id: 'cancelled', status: 'cancelled', budget: { amount: 1e6, currency: 'MXN' } }),
  ];
  const isPast = (dueOn: string) => dueOn < today;
  const shown = (status: string, sector = '') =>
    shownOf(matrix, { status, sector }, isPast).map(({ id }) => id);

  it('is shown by what is due soonest; what is over comes last', () => {
    expect(shown('')).toEqual(['late', 'today', 'later', 'undated', 'fulfilled', 'cancelled']);
  });

  it('is filtered by how its commitments stand, and by sector', () => {
    expect(shown('late')).toEqual(['late']);
    expect(shown('open')).toEqual(['late', 'today', 'later', 'undated']);
    expect(shown('blank')).toEqual(['late', 'undated']);
    expect(shown('fulfilled')).toEqual(['fulfilled']);
    expect(shown('', 'school')).toEqual(['later', 'fulfilled']);
    expect(shown('open', 'school')).toEqual(['later']);
  });

  it('is summed up without what was cancelled', () => {
    expect(summaryOf(matrix, isPast)).toEqual({
      standing: 5,
      fulfilled: 1,
      late: 1,
      blank: 2,
      budget: [['MXN', 800]],
    });
  });
});
