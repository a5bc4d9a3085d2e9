import { describe, expect, it } from 'vitest';
import { rank } from '../../domain/targeting/ranking.ts';
import { RankingRequest, type Weight } from '../../domain/targeting/ranking-request.ts';
import { type Bench, benchOf, inputsOf, isSame, requestOf, withPlaces } from '../../web/targeting/bench.ts';

const places = ['Anapra', 'Oasis', 'Chaveña'].map((name, at) => ({
  key: name,
  name,
  population: 1_000 * (at + 1),
  indicators: { rezago: 3 - at, casos: at },
}));
const read = { indicators: ['rezago', 'casos'], ignored: [], rejected: [], invalid: [], overlaps: [] };
const weight = (indicator: string, some: Partial<Weight> = {}): Weight => ({
  indicator,
  weight: 50,
  direction: 'higher-first',
  reason: ' CONAPO ',
  ...some,
});
const bench = (some: Partial<Bench> = {}): Bench => ({ ...benchOf('colonias.csv', places, read), ...some });

describe('a targeting on the bench', () => {
  it('asks for no more places than there are', () => {
    expect(bench().topK).toBe(3);
  });

  it('ranks nothing while nothing counts', () => {
    expect(inputsOf(bench())).toBeUndefined();
    expect(inputsOf(bench({ method: 'cases-attended', weights: [weight('rezago')] }))).toBeUndefined();
  });

  it('becomes a request that can be frozen, without blanks around what was written', () => {
    const request = requestOf(
      bench({ weights: [weight('rezago')], rationale: ' Más rezago. ', name: '  ', topK: 1 }),
    );
    expect(RankingRequest.parse(request)).toMatchObject({
      rationale: 'Más rezago.',
      topK: 1,
      weights: [{ reason: 'CONAPO' }],
      variation: { draws: 1_000, spread: 0.25, seed: 1 },
    });
    expect(request?.name).toBeUndefined();
    expect(request && rank(request).places[0]?.key).toBe('Anapra');
  });

  it('goes by the cases alone where they are chosen, and keeps the weights for another time', () => {
    const on = bench({ method: 'cases-attended', weights: [weight('rezago')], cases: weight('casos') });
    const request = requestOf(on);
    expect(request?.weights.map(({ indicator }) => indicator)).toEqual(['casos']);
    expect(request && rank(request).places[0]?.key).toBe('Chaveña');
  });

  it('ranks anew for a weight that is moved, and not for a reason that is written', () => {
    const before = bench({ weights: [weight('rezago')] });
    const written = { ...before, weights: [weight('rezago', { reason: 'Otra' })], rationale: 'Algo' };
    const moved = { ...before, weights: [weight('rezago', { weight: 51 })] };
    expect(isSame(inputsOf(before), inputsOf(written))).toBe(true);
    expect(isSame(inputsOf(before), inputsOf(moved))).toBe(false);
    expect(isSame(undefined, inputsOf(before))).toBe(false);
  });

  it('keeps what was said about indicators that another file has, too', () => {
    const before = bench({
      weights: [weight('rezago'), weight('casos')],
      cases: weight('casos'),
      rationale: 'Más rezago.',
      topK: 3,
    });
    const next = benchOf('otras.csv', places.slice(0, 2), { ...read, indicators: ['rezago', 'pobreza'] });
    expect(withPlaces(before, next)).toMatchObject({
      file: 'otras.csv',
      topK: 2,
      rationale: 'Más rezago.',
      weights: [weight('rezago')],
      cases: undefined,
    });
  });
});
