import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank } from '../../../domain/targeting/ranking.ts';
import { type Normalisation, RankingRequest } from '../../../domain/targeting/ranking-request.ts';
import { draft, placed, request, weight } from './candidates.ts';

const order = (...from: Parameters<typeof draft>) =>
  rank(request(...from)).places.map(({ key, rank }) => [key, rank]);
const crimes = (...figures: number[]) =>
  figures.map((figure, at) => placed(String.fromCharCode(97 + at), { crimes: figure }));

describe('a ranking', () => {
  it('puts the highest figure first, or the lowest, as each indicator asks', () => {
    expect(order(crimes(3, 9, 6))).toEqual([
      ['b', 1],
      ['c', 2],
      ['a', 3],
    ]);
    const weights = [weight('crimes', { direction: 'lower-first' })];
    expect(order(crimes(3, 9, 6), { weights }).map(([key]) => key)).toEqual(['a', 'c', 'b']);
  });

  it('lets equal places share a rank, in the order of their keys, and takes all of them in at the edge', () => {
    const { places } = rank(request(crimes(5, 9, 9, 1, 9), { topK: 2 }));
    expect(places.map(({ key, rank, inTop }) => [key, rank, inTop])).toEqual([
      ['b', 1, true],
      ['c', 1, true],
      ['e', 1, true],
      ['a', 4, false],
      ['d', 5, false],
    ]);
  });

  it('adds up weighted parts of 0 to 1 and says what each indicator contributes', () => {
    const candidates = [
      placed('a', { crimes: 0, poverty: 40 }),
      placed('b', { crimes: 10, poverty: 20 }),
      placed('c', { crimes: 5, poverty: 0 }),
    ];
    const weights = [weight('crimes', { weight: 3 }), weight('poverty')];
    const ranking = rank(request(candidates, { weights }));
    expect(ranking.weights).toEqual({ crimes: 0.75, poverty: 0.25 });
    expect(ranking.places.map(({ key, score, contributions }) => [key, score, contributions])).toEqual([
      ['b', 0.875, { crimes: 0.75, poverty: 0.125 }],
      ['c', 0.375, { crimes: 0.375, poverty: 0 }],
      ['a', 0.25, { crimes: 0, poverty: 0.25 }],
    ]);
  });

  it('has standard scores of mean 0 and spread 1 under z, and parts of the others come before under rank', () => {
    const scores = (normalisation: Normalisation) =>
      rank(request(crimes(2, 4, 4, 4, 5, 5, 7, 9), { normalisation })).places.map(({ score }) => score);
    // The textbook example: mean 5, standard deviation 2.
    expect(scores('z')).toEqual([2, 1, 0, 0, -0.5, -0.5, -0.5, -1.5].map((z) => expect.closeTo(z, 12)));
    expect(scores('rank')).toEqual([7, 6, 4.5, 4.5, 2, 2, 2, 0].map((part) => expect.closeTo(part / 7, 12)));
  });

  it('does not rank a place with a blank, says which, and compares nobody with it', () => {
    const candidates = [...crimes(3, 6), placed('x', { crimes: null }), placed('y', { other: 99 })];
    const ranking = rank(request(candidates));
    expect(ranking.places.map(({ key, score }) => [key, score])).toEqual([
      ['b', 1],
      ['a', 0],
    ]);
    expect(ranking.unranked.map(({ key, missing }) => [key, missing])).toEqual([
      ['x', ['crimes']],
      ['y', ['crimes']],
    ]);
  });

  it('names an indicator that tells no places apart', () => {
    const candidates = [placed('a', { crimes: 3, poverty: 7 }), placed('b', { crimes: 4, poverty: 7 })];
    const ranking = rank(request(candidates, { weights: [weight('crimes'), weight('poverty')] }));
    expect(ranking.constant).toEqual(['poverty']);
    expect(ranking.places[0]?.contributions.poverty).toBe(0);
  });

  it('tells what part of the people the first places hold, of all that are known', () => {
    const people = [1_000, 3_000, undefined, 4_000];
    const figures = [9, 8, 7, null];
    const candidates = figures.map((figure, at) =>
      placed(`p${at}`, { crimes: figure }, { population: people[at] }),
    );
    const { places, coverage } = rank(request(candidates, { topK: 2 }));
    expect(coverage).toEqual({ population: 8_000, top: 0.5, unknown: ['p2'] });
    expect(places.map(({ covered }) => covered)).toEqual([0.125, 0.5, 0.5]);
    expect(rank(request(crimes(1, 2))).coverage).toEqual({ population: 0, unknown: ['a', 'b'] });
  });

  it('goes by the number of cases attended where it is asked to', () => {
    const ranking = rank(request(crimes(12, 340, 27), { method: 'cases-attended', topK: 2 }));
    expect(ranking.places.map(({ key, score, inTop }) => [key, score, inTop])).toEqual([
      ['b', 340, true],
      ['c', 27, true],
      ['a', 12, false],
    ]);
    expect(ranking.normalisation).toBeUndefined();
  });
});

describe('a request for a ranking', () => {
  const validationErrors = (...from: Parameters<typeof draft>) =>
    RankingRequest.safeParse(draft(...from)).error?.issues.map(({ path, message }) => [
      path.join('.'),
      message,
    ]);

  it('is refused where names repeat, nothing is known or more is asked for than there is', () => {
    const twice = [...crimes(1, 2), ...crimes(3)];
    const weights = [weight('crimes'), weight('poverty'), weight('crimes')];
    expect(validationErrors(twice, { weights, topK: 4 })).toEqual([
      ['topK', 'more-than-candidates'],
      ['candidates.2.key', 'key-twice'],
      ['weights.2.indicator', 'indicator-twice'],
      ['weights.1.indicator', 'unknown-indicator'],
    ]);
  });

  it('is refused without a rationale, and without a reason for each weight', () => {
    const weights = [weight('crimes', { reason: ' ' })];
    expect(validationErrors(crimes(1), { weights, rationale: '' })?.map(([path]) => path)).toEqual([
      'rationale',
      'weights.0.reason',
    ]);
  });

  it('by cases attended takes one count, the most first', () => {
    const method = 'cases-attended';
    expect(validationErrors([...crimes(1, 2.5), placed('c', { crimes: -1 })], { method })).toEqual([
      ['candidates.1.indicators.crimes', 'not-a-count'],
      ['candidates.2.indicators.crimes', 'not-a-count'],
    ]);
    const weights = [weight('crimes', { direction: 'lower-first' })];
    expect(validationErrors(crimes(1), { method, weights })).toEqual([
      ['weights.0.direction', 'most-cases-first'],
    ]);
    const candidates = [placed('a', { crimes: 1, deaths: 1 })];
    expect(validationErrors(candidates, { method, weights: [weight('crimes'), weight('deaths')] })).toEqual([
      ['weights', 'one-count'],
    ]);
  });
});

describe('any ranking', () => {
  const indicators = ['crimes', 'poverty', 'schools'];
  const figure = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e9, max: 1e9, noNaN: true }));
  const anyRequest = fc
    .record({
      rows: fc.array(fc.tuple(figure, figure, figure), { minLength: 2, maxLength: 12 }),
      sizes: fc.tuple(...indicators.map(() => fc.integer({ min: 1, max: 100 }))),
      lower: fc.tuple(...indicators.map(() => fc.boolean())),
      normalisation: fc.constantFrom<Normalisation>('min-max', 'z', 'rank'),
      k: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ rows, sizes, lower, normalisation, k }) =>
      request(
        rows.map((figures, at) =>
          placed(`p${at}`, Object.fromEntries(indicators.map((name, of) => [name, figures[of] ?? 0]))),
        ),
        {
          weights: indicators.map((name, at) =>
            weight(name, { weight: sizes[at], direction: lower[at] ? 'lower-first' : 'higher-first' }),
          ),
          normalisation,
          topK: Math.min(k, rows.length),
        },
      ),
    );
  const ranks = (from: RankingRequest) => new Map(rank(from).places.map(({ key, rank }) => [key, rank]));

  it('has ranks that count the places before, and scores that are sums of their parts', () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        const { places } = rank(asked);
        expect(places).toHaveLength(asked.candidates.length);
        for (const { rank, score, contributions, inTop } of places) {
          expect(places.filter((other) => other.score > score + 1e-9)).toHaveLength(rank - 1);
          expect(Object.values(contributions).reduce((sum, part) => sum + part)).toBeCloseTo(score, 9);
          expect(inTop).toBe(rank <= asked.topK);
        }
      }),
    );
  });

  it('stays the same when all weights grow alike', () => {
    fc.assert(
      fc.property(anyRequest, fc.constantFrom(2, 0.125, 1_024), (asked, times) => {
        const weights = asked.weights.map((one) => ({ ...one, weight: one.weight * times }));
        expect(rank({ ...asked, weights })).toEqual(rank(asked));
      }),
      {
        examples: [
          [request(crimes(2, 5e-324, 1e-323, 0), { weights: [weight('crimes', { weight: 44 })] }), 0.125],
        ],
      },
    );
  });

  it('stays the same to the last digit when candidates and weights come in another order', () => {
    fc.assert(
      fc.property(anyRequest, fc.integer({ min: 1, max: 11 }), (asked, by) => {
        const turned = [...asked.candidates.slice(by), ...asked.candidates.slice(0, by)].reverse();
        const weights = [...asked.weights].reverse();
        expect(rank({ ...asked, weights, candidates: turned })).toEqual(rank(asked));
      }),
    );
  });

  it('never sets a place back for a figure that asks for it more, by min-max or rank', () => {
    fc.assert(
      fc.property(anyRequest, fc.nat(), fc.double({ min: 0.5, max: 1e9, noNaN: true }), (asked, at, more) => {
        fc.pre(asked.normalisation !== 'z');
        const { key } = asked.candidates[at % asked.candidates.length] ?? { key: '' };
        const up = asked.weights[0]?.direction === 'higher-first' ? more : -more;
        const candidates = asked.candidates.map((one) =>
          one.key === key
            ? { ...one, indicators: { ...one.indicators, crimes: (one.indicators.crimes ?? 0) + up } }
            : one,
        );
        expect(ranks({ ...asked, candidates }).get(key)).toBeLessThanOrEqual(ranks(asked).get(key) ?? 0);
      }),
    );
  });
});
