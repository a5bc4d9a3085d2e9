import { describe, expect, it } from 'vitest';
import { type MatrixTeller, matrixRow, namesIn } from '../../domain/dossier/matrix.ts';
import { latestRanking } from '../../domain/dossier/ranking.ts';
import { recordedIn, uncompletedIn } from '../../domain/dossier/recorded.ts';
import { firstOpened, lastEnded } from '../../domain/dossier/spans.ts';
import { commitmentFields } from '../../words/en/commitment-fields.ts';

const teller: MatrixTeller = {
  fields: commitmentFields,
  blank: { responsible: 'nobody', dueOn: 'no date', budget: '–' },
  person: (id) => (id === 'gone' ? undefined : id.toUpperCase()),
  sector: (id) => (id === 'rosa' ? 'School' : undefined),
  list: (names) => names.join('; '),
  date: (day) => day,
  money: ({ amount }) => String(amount),
  currency: ({ currency }) => currency,
  percent: (progress) => `${progress} %`,
  programme: (key) => key,
  area: (key) => key,
  status: (key) => key,
};
type Step = { key: string; status: 'open' | 'done' | 'not-applicable' };
const blank = { action: 'Paint', coResponsible: [], status: 'pending', progress: 0 } as const;

describe('a row of the matrix', () => {
  it('says what is blank', () => {
    expect(matrixRow({ ...blank, coResponsible: [] }, teller)).toEqual({
      action: ['Paint'],
      responsible: ['nobody'],
      dueOn: ['no date'],
      budget: ['–'],
      status: ['pending'],
    });
  });

  it('has one text in each column, and the rest below it', () => {
    const row = matrixRow(
      {
        action: 'Paint',
        responsible: 'rosa',
        coResponsible: ['ana', 'gone', 'luis'],
        supportingProgramme: 'habitat',
        policyArea: 'health',
        dueOn: '2026-12-05',
        budget: { amount: 800, currency: 'MXN' },
        status: 'in-progress',
        progress: 40,
      },
      teller,
    );
    expect(row).toEqual({
      action: ['Paint', 'Support: habitat', 'Area: health'],
      responsible: ['ROSA', 'School', 'With: ANA; LUIS'],
      dueOn: ['2026-12-05'],
      budget: ['800', 'MXN'],
      status: ['in-progress', 'Progress: 40 %'],
    });
  });

  it.each(['pending', 'fulfilled', 'cancelled'] as const)('tells no progress of what is %s', (status) => {
    expect(matrixRow({ ...blank, coResponsible: [], status, progress: 40 }, teller).status).toEqual([status]);
  });

  it('names nobody who is not known any more', () => {
    expect(matrixRow({ ...blank, coResponsible: ['gone'], responsible: 'gone' }, teller).responsible).toEqual(
      ['nobody'],
    );
  });
});

describe('what paper and screen make of the same record', () => {
  it.each([
    [{ person: 'Rosa', organization: 'Primaria' }, 'Rosa, Primaria'],
    [{ organization: 'Primaria' }, 'Primaria'],
    [{ person: '' }, undefined],
  ])('names %o', (named, text) => {
    expect(namesIn(named)).toBe(text);
  });

  it('is by the last ranking of any stage', () => {
    const targeting = (ranking: string, revision: number) => ({ targeting: { ranking, revision } });
    expect(latestRanking([targeting('a', 7), {}, targeting('b', 3)])).toBe('a');
    expect(latestRanking([{}])).toBeUndefined();
  });

  it('is a stage from its first opening to its last end', () => {
    const visits = [
      { openedOn: '2026-03-01', endedOn: '2026-04-01' },
      { openedOn: '2026-01-12', endedOn: '2026-02-01' },
      { openedOn: '2026-05-01' },
    ];
    expect([firstOpened(visits), lastEnded(visits)]).toEqual(['2026-01-12', '2026-04-01']);
    expect([firstOpened([]), lastEnded([])]).toEqual([undefined, undefined]);
  });

  it('is the steps that were recorded, after their activities, and the activities that are open', () => {
    const activities = [
      { key: 'a', status: 'open', steps: [{ key: 'a1', status: 'done' }] },
      { key: 'b', status: 'done', steps: [{ key: 'b1', status: 'open' }] },
      { key: 'c', status: 'not-applicable' },
    ] as const;
    const keys = (some: readonly { key: string }[]) => some.map(({ key }) => key);
    expect(keys(recordedIn<Step>(activities))).toEqual(['a1', 'b', 'c']);
    expect(keys(uncompletedIn(activities))).toEqual(['a']);
  });
});
