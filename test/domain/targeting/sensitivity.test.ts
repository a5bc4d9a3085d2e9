import { describe, expect, it } from 'vitest';
import { canonical } from '../../../domain/targeting/canonical.ts';
import { randomFrom } from '../../../domain/targeting/random.ts';
import { rank } from '../../../domain/targeting/ranking.ts';
import { sensitivity } from '../../../domain/targeting/sensitivity.ts';
import { placed, request, weight } from './candidates.ts';

const weights = [weight('crimes'), weight('poverty')];
const candidates = [
  placed('always', { crimes: 10, poverty: 10 }),
  placed('crime', { crimes: 8, poverty: 3 }),
  placed('poor', { crimes: 3, poverty: 8 }),
  placed('never', { crimes: 0, poverty: 0 }),
];
const asked = request(candidates, { weights, topK: 2 });

describe('random numbers from a seed', () => {
  it('are those that mulberry32 is known by', () => {
    const random = randomFrom(1);
    expect([random(), random(), random()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });

  it('are spread evenly', () => {
    const random = randomFrom(2_026);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      const tenth = Math.floor(random() * 10);
      counts[tenth] = (counts[tenth] ?? 0) + 1;
    }
    // Chi-squared with nine degrees of freedom is beyond 27.9 once in a thousand.
    const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquared).toBeLessThan(27.9);
  });
});

describe('how firmly places stand', () => {
  it('is told apart: in whatever the weights, out whatever the weights, and as often in as out', () => {
    const places = sensitivity(asked, rank(asked))?.places ?? [];
    const firm = Object.fromEntries(places.map(({ key, ...rest }) => [key, rest]));
    expect(firm.always).toEqual({ inTop: 1, bestRank: 1, worstRank: 1 });
    expect(firm.never).toEqual({ inTop: 0, bestRank: 4, worstRank: 4 });
    expect(firm.crime).toEqual({ inTop: expect.closeTo(0.5, 1), bestRank: 2, worstRank: 3 });
    expect((firm.crime?.inTop ?? 0) + (firm.poor?.inTop ?? 0)).toBeCloseTo(1, 12);
  });

  it('is the same again for the same seed, in whatever order the request is written', () => {
    const first = sensitivity(asked, rank(asked));
    expect(sensitivity(asked, rank(asked))).toEqual(first);
    const turned = request([...candidates].reverse(), { weights: [...weights].reverse(), topK: 2 });
    expect(sensitivity(turned, rank(turned))).toEqual(first);
    const other = { ...asked, variation: { ...asked.variation, seed: 2 } };
    expect(sensitivity(other, rank(other))).not.toEqual(first);
  });

  it('says who would leave the top and who would enter without an indicator', () => {
    const heavy = request(candidates, {
      weights: [weight('crimes', { weight: 2 }), weight('poverty')],
      topK: 2,
    });
    expect(sensitivity(heavy, rank(heavy))?.without).toEqual([
      { indicator: 'crimes', leave: ['crime'], enter: ['poor'] },
      { indicator: 'poverty', leave: [], enter: [] },
    ]);
  });

  it('is not asked of a ranking by one indicator', () => {
    const single = request(candidates);
    expect(sensitivity(single, rank(single))).toBeUndefined();
  });
});

describe('the canonical form of a request', () => {
  it('is the same whatever the order of candidates, weights and keys, and another for any other figure', () => {
    const [first, ...others] = candidates;
    const turned = request([...others, placed('always', { poverty: 10, crimes: 10 })], {
      weights: [...weights].reverse(),
      topK: 2,
    });
    expect(canonical(turned)).toBe(canonical(asked));
    expect(first?.key).toBe('always');
    const changed = request([...others, placed('always', { poverty: 10, crimes: 11 })], { weights, topK: 2 });
    expect(canonical(changed)).not.toBe(canonical(asked));
    expect(canonical({ ...asked, rationale: 'Another.' })).not.toBe(canonical(asked));
  });

  it('survives being kept as JSON', () => {
    expect(canonical(request(JSON.parse(JSON.stringify(candidates)), { weights, topK: 2 }))).toBe(
      canonical(asked),
    );
  });
});
