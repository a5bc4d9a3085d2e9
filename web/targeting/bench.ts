import type * as z from 'zod';
import type { Candidate } from '../../domain/targeting/candidate.ts';
import type { RankingMethod, RankingRequest, Weight } from '../../domain/targeting/ranking-request.ts';
import type { ApiResponse } from '../api/types.ts';

type Read = ApiResponse<'POST /api/targeting/candidates'>;
/** What was kept on a device before pairs were counted does not say how many there are. */
export type Faults = Pick<Read, 'rejected' | 'warnings' | 'invalid' | 'overlaps' | 'ignored'> &
  Partial<Pick<Read, 'overlapCount' | 'overlapsComplete'>>;
/** As it is shown: of a frozen one, small counts may be hidden. */
export type Ranking = ApiResponse<'GET /api/targeting/rankings/{ranking}'>['ranking'];
export type RankedPlace = Ranking['places'][number];
export type Firmness = ApiResponse<'POST /api/targeting/rankings'>['sensitivity'];

/** What one has on the bench: places, what counts, and what is written down until it is frozen. */
export interface Bench {
  /** What it was kept by; another one cannot be read. */
  shape: 1;
  begunAt: string;
  file: string;
  places: Candidate[];
  indicators: string[];
  faults: Faults;
  facilities?: { counted: number; outside: number; rejected: Read['rejected'] };
  /** The names of the localities that places are linked to, by id. */
  localities: Record<string, string>;
  method: z.infer<typeof RankingMethod>;
  normalisation: RankingRequest['normalisation'];
  /** Of `weighted` rankings; each weight from 1 to 100. */
  weights: Weight[];
  /** The column of cases attended. */
  cases?: Weight;
  topK: number;
  /** Up to what part of itself each weight is moved, to see whether the order hangs on it. */
  spread: number;
  name: string;
  rationale: string;
}

export const usualWeight = 50;
const usualTop = 5;
const draws = 1_000;

/** A new bench for the places of a file. */
export const benchOf = (
  file: string,
  places: Candidate[],
  { indicators, ...faults }: Faults & Pick<Read, 'indicators'>,
): Bench => ({
  shape: 1,
  begunAt: new Date().toISOString(),
  file,
  places,
  indicators,
  localities: {},
  faults: {
    rejected: faults.rejected,
    warnings: faults.warnings,
    invalid: faults.invalid,
    overlaps: faults.overlaps,
    overlapCount: faults.overlapCount,
    overlapsComplete: faults.overlapsComplete,
    ignored: faults.ignored,
  },
  method: 'weighted',
  normalisation: 'min-max',
  weights: [],
  spread: 0.25,
  name: '',
  rationale: '',
  topK: Math.min(usualTop, places.length),
});

/** Another file of places, with what was said about those indicators that it has, too. */
export function withPlaces(before: Bench, next: Bench): Bench {
  const has = ({ indicator }: Weight) => next.indicators.includes(indicator);
  const { method, normalisation, spread, name, rationale, begunAt, topK, cases } = before;
  return {
    ...next,
    method,
    normalisation,
    spread,
    name,
    rationale,
    begunAt,
    weights: before.weights.filter(has),
    cases: cases && has(cases) ? cases : undefined,
    topK: Math.min(topK, next.places.length),
  };
}

/** The weights that the chosen method goes by. */
export const weightsOf = ({
  method,
  weights,
  cases,
}: Pick<Bench, 'method' | 'weights' | 'cases'>): Weight[] =>
  method === 'weighted' ? weights : cases ? [cases] : [];

/** What ranks follow from; nothing that is only written beside. */
export type Inputs = Pick<
  RankingRequest,
  'method' | 'normalisation' | 'weights' | 'candidates' | 'topK' | 'variation'
>;

/** Nothing while nothing counts. */
export function inputsOf(bench: Bench): Inputs | undefined {
  const weights = weightsOf(bench);
  if (weights.length === 0) return undefined;
  const { method, normalisation, places: candidates, topK, spread } = bench;
  return {
    method,
    normalisation,
    candidates,
    topK: Math.max(topK, 1),
    weights: weights.map((weight) => ({ ...weight, reason: '' })),
    variation: { draws, spread, seed: 1 },
  };
}

/** What is frozen: the same with every reason. */
export function requestOf(bench: Bench): RankingRequest | undefined {
  const inputs = inputsOf(bench);
  return (
    inputs && {
      ...inputs,
      name: bench.name.trim() || undefined,
      rationale: bench.rationale.trim(),
      weights: weightsOf(bench).map((weight) => ({ ...weight, reason: weight.reason.trim() })),
    }
  );
}

/** Whether the same ranks follow from both. */
export function isSame(a: Inputs | undefined, b: Inputs | undefined): boolean {
  if (!a || !b) return a === b;
  const { candidates, ...rest } = a;
  const { candidates: places, ...same } = b;
  return candidates === places && JSON.stringify(rest) === JSON.stringify(same);
}
