import * as z from 'zod';
import { LocalityId } from '../locality.ts';
import type { Candidate } from './candidate.ts';
import { Coverage, coverageOf } from './coverage.ts';
import { normalised } from './normalisation.ts';
import { figureOf, Normalisation, RankingMethod, type RankingRequest } from './ranking-request.ts';
import { ranksOf } from './standing.ts';

/** One place of a ranking. */
export const RankedPlace = z.object({
  key: z.string(),
  name: z.string(),
  locality: LocalityId.optional(),
  /** 1 comes first; equal scores share a rank, and the ranks that they fill are left out. */
  rank: z.int().min(1),
  score: z.number(),
  /** Its rank is among the first `topK`: where places tie at the edge, all of them are in. */
  inTop: z.boolean(),
  /** What each indicator adds to the score: its weight times the normalised figure, or the cases themselves. */
  contributions: z.record(z.string(), z.number()),
  /** The part, 0 to 1, of the population known that lives in places of this rank or a better one. */
  covered: z.number().min(0).max(1).optional(),
});
export type RankedPlace = z.infer<typeof RankedPlace>;

/** An order of places, and how it came about. */
export const Ranking = z.object({
  method: RankingMethod,
  /** Of weighted rankings. */
  normalisation: Normalisation.optional(),
  topK: z.int().min(1),
  /** The part of each indicator in the score; together 1. */
  weights: z.record(z.string(), z.number()),
  /** By rank, equals by key. */
  places: z.array(RankedPlace),
  /** Places of which a figure is not known: they have no rank until somebody finds it out. */
  unranked: z.array(z.object({ key: z.string(), name: z.string(), missing: z.array(z.string()).min(1) })),
  /** Indicators that say the same of all ranked places, and so tell none apart. */
  constant: z.array(z.string()),
  coverage: Coverage,
});
export type Ranking = z.infer<typeof Ranking>;

type Inputs = Pick<RankingRequest, 'method' | 'normalisation' | 'weights' | 'candidates' | 'topK'>;

/**
 * Ranks places by a weighted sum of their normalised indicators (linear aggregation; source: OECD and JRC, Handbook on
 * Constructing Composite Indicators, 2008, step 6), or by the number of cases attended. A place of which a figure is
 * blank is not ranked, and is not compared with: a guess in its stead could send the programme to the wrong place.
 * The result depends neither on the order of candidates and weights, to the last digit, nor on the scale of the weights.
 */
export function rank({ method, normalisation, candidates, topK, ...inputs }: Inputs): Ranking {
  const weights = inputs.weights.toSorted((a, b) => (a.indicator < b.indicator ? -1 : 1));
  const { complete, unranked } = partedByBlanks(weights, candidates);
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  // Divided before a figure is multiplied: of the least figures a number can hold, the scale would show otherwise.
  const shares = weights.map(({ weight }) => weight / total);
  const constant: string[] = [];
  const columns = weights.map(({ indicator, direction }, at) => {
    const figures = complete.map(({ figures }) => figures.get(indicator) ?? 0);
    if (figures.every((figure) => figure === figures[0])) constant.push(indicator);
    if (method === 'cases-attended') return Float64Array.from(figures);
    return normalised(figures, normalisation, direction).map((value) => value * (shares[at] ?? 0));
  });
  const scores = Float64Array.from(complete, (_, place) =>
    columns.reduce((sum, column) => sum + (column[place] ?? 0), 0),
  );
  const ranks = ranksOf(scores);
  const ranked = complete.map(({ candidate }, place) => ({
    candidate,
    rank: ranks[place] ?? 0,
    score: scores[place] ?? 0,
    contributions: Object.fromEntries(
      weights.map(({ indicator }, at) => [indicator, columns[at]?.[place] ?? 0]),
    ),
  }));
  ranked.sort((a, b) => a.rank - b.rank || byKey(a.candidate, b.candidate));
  const { coverage, coveredAt } = coverageOf(ranked, candidates, topK);
  return {
    method,
    ...(method === 'weighted' ? { normalisation } : {}),
    topK,
    weights: Object.fromEntries(weights.map(({ indicator }, at) => [indicator, shares[at] ?? 0])),
    places: ranked.map(({ candidate: { key, name, locality }, ...place }) => ({
      key,
      name,
      ...(locality === undefined ? {} : { locality }),
      ...place,
      inTop: place.rank <= topK,
      covered: coveredAt.get(place.rank),
    })),
    unranked,
    constant,
    coverage,
  };
}

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);

/** The candidates of which every weighted figure is known, and those with blanks, by key. */
function partedByBlanks(weights: Inputs['weights'], candidates: readonly Candidate[]) {
  const complete: { candidate: Candidate; figures: Map<string, number> }[] = [];
  const unranked: Ranking['unranked'] = [];
  for (const candidate of candidates) {
    const figures = new Map<string, number>();
    const missing: string[] = [];
    for (const { indicator } of weights) {
      const figure = figureOf(candidate.indicators, indicator);
      if (figure === undefined) missing.push(indicator);
      else figures.set(indicator, figure);
    }
    if (missing.length > 0) unranked.push({ key: candidate.key, name: candidate.name, missing });
    else complete.push({ candidate, figures });
  }
  // As the weights, in one order: a sum's last digit depends on it.
  complete.sort((a, b) => byKey(a.candidate, b.candidate));
  return { complete, unranked: unranked.sort(byKey) };
}
