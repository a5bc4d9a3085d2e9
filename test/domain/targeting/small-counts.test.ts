import { describe, expect, it } from 'vitest';
import { rank } from '../../../domain/targeting/ranking.ts';
import { rankingAccess } from '../../../domain/targeting/ranking-access.ts';
import { RankingRequest } from '../../../domain/targeting/ranking-request.ts';
import { withoutSmallCounts } from '../../../domain/targeting/small-counts.ts';
import { caller } from '../../support/factories.ts';

/** A ranking by these counts of places A, B, C … of so many people each. */
function frozen(counts: (number | null)[], method = 'cases-attended', topK = 1) {
  const request = RankingRequest.parse({
    rationale: 'Más casos atendidos',
    method,
    weights: [{ indicator: 'Casos', weight: 1, direction: 'higher-first', reason: 'Es lo que se registra' }],
    topK,
    candidates: counts.map((count, at) => {
      const key = String.fromCharCode('A'.charCodeAt(0) + at);
      return { key, name: `Lugar ${key}`, population: 1_000 * (at + 1), indicators: { Casos: count } };
    }),
  });
  const ranking = rank(request);
  return { request, ranking, first: ranking.places.map(({ name }) => name), hash: 'f'.repeat(64) };
}

/** What is shown of each place: key, rank and count. */
const shown = (counts: (number | null)[], method?: string) =>
  withoutSmallCounts(frozen(counts, method)).ranking.places.map(({ key, rank: at, score }) => [
    key,
    at,
    score,
  ]);

describe('counts of cases under five', () => {
  it('are hidden with their order', () => {
    expect(shown([1, 42, 3, 17, 0])).toEqual([
      ['B', 1, 42],
      ['D', 2, 17],
      ['A', 3, null],
      ['C', 3, null],
      ['E', 3, null],
    ]);
  });

  it('that are one alone take the least of the others with them, and all that equal it', () => {
    expect(shown([42, 17, 4])).toEqual([
      ['A', 1, 42],
      ['B', 2, null],
      ['C', 2, null],
    ]);
    expect(shown([42, 9, 9, 4])).toEqual([
      ['A', 1, 42],
      ['B', 2, null],
      ['C', 2, null],
      ['D', 2, null],
    ]);
  });

  it.each([[[42, 17, 5]], [[5]], [[6, null]]])('are not found in %j, of which all is shown', (counts) => {
    const whole = frozen(counts);
    expect(withoutSmallCounts(whole)).toBe(whole);
  });

  it('are hidden where there is nothing else', () => {
    expect(shown([4])).toEqual([['A', 1, null]]);
    expect(shown([0, 0])).toEqual([
      ['A', 1, null],
      ['B', 1, null],
    ]);
  });

  it('leave nothing that says them: neither figures, nor shares, nor the hash, nor the order of the file', () => {
    const { request, ranking, first, hash } = withoutSmallCounts(frozen([2, 42, 3, 1, null]));
    expect(JSON.stringify(request.candidates.map(({ key, indicators }) => [key, indicators.Casos]))).toBe(
      JSON.stringify([
        ['A', null],
        ['B', 42],
        ['C', null],
        ['D', null],
        ['E', null],
      ]),
    );
    const hidden = ranking.places.filter((place) => place.hidden);
    expect(new Set(hidden.map(({ covered }) => covered)).size).toBe(1);
    expect(hidden.map(({ contributions }) => contributions.Casos)).toEqual([null, null, null]);
    expect(first).toEqual(['Lugar B', 'Lugar A', 'Lugar C', 'Lugar D']);
    expect(hash).toBeUndefined();
    expect(ranking.unranked).toMatchObject([{ key: 'E' }]);
  });

  it('say nothing of indicators that are no counts of cases', () => {
    const whole = frozen([1, 2, 3], 'weighted');
    expect(withoutSmallCounts(whole)).toBe(whole);
  });
});

describe('who sees a ranking', () => {
  const theirs = (...ids: string[]) => [ids, (id: string) => id === 'mine'] as const;
  it.each([
    ['an administrator, any', caller({ roles: ['administrator'] }), theirs('other'), 'whole'],
    ['a coordinator, one of a locality of theirs', caller(), theirs('other', 'mine'), 'whole'],
    ['a coordinator, none of others’ alone', caller(), theirs('other'), 'none'],
    ['a coordinator, the municipality’s own', caller(), theirs(), 'whole'],
    [
      'a viewer of all, without small counts',
      caller({ roles: ['viewer'] }),
      theirs('other'),
      'without-small-counts',
    ],
    [
      'a viewer of one, not of others',
      caller({ roles: ['viewer'], localities: ['mine'] }),
      theirs('other'),
      'none',
    ],
    [
      'a viewer of one, that one',
      caller({ roles: ['viewer'], localities: ['mine'] }),
      theirs('mine'),
      'without-small-counts',
    ],
    ['nobody without a role', caller({ roles: [] }), theirs(), 'none'],
  ] as const)('%s', (_, who, [ids, isTheirs], access) => {
    expect(rankingAccess(who, ids, isTheirs)).toBe(access);
  });
});
