import type { Candidate } from '../../../domain/targeting/candidate.ts';
import { type RankingDraft, RankingRequest } from '../../../domain/targeting/ranking-request.ts';
import type { Territory } from '../../../domain/targeting/territory.ts';

/** A place that is known by its figures alone. */
export const placed = (
  key: string,
  indicators: Candidate['indicators'],
  more: Partial<Candidate> = {},
): Candidate => ({
  key,
  name: `Colonia ${key}`,
  indicators,
  ...more,
});

export const weight = (indicator: string, more: Partial<RankingDraft['weights'][number]> = {}) => ({
  indicator,
  weight: 1,
  direction: 'higher-first' as const,
  reason: 'The council agreed on it.',
  ...more,
});

/** A ranking by one indicator, `crimes`, unless told otherwise. */
export const draft = (candidates: Candidate[], more: Partial<RankingDraft> = {}): RankingDraft => ({
  rationale: 'Where most is to be won.',
  method: 'weighted',
  weights: [weight('crimes')],
  candidates,
  topK: 1,
  ...more,
});

export const request = (...from: Parameters<typeof draft>) => RankingRequest.parse(draft(...from));

/** A square of so many degrees, its south-western corner at a place in Ciudad Juárez. */
export const square = (x: number, y: number, side = 0.01): Territory => {
  const [west, south] = [-106.5 + x, 31.6 + y];
  const [east, north] = [west + side, south + side];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
};
