import * as z from 'zod';
import { RankedPlace, Ranking } from './ranking.ts';
import { figureOf, type RankingRequest } from './ranking-request.ts';

/** Counts under this are hidden from whoever does not work with them. */
export const leastShown = 5;

/** A place of a ranking as it is shown. */
export const ShownPlace = RankedPlace.extend({
  score: RankedPlace.shape.score.nullable(),
  contributions: z.record(z.string(), z.number().nullable()),
  /** Set where its count is hidden: `score`, what adds to it and the figure itself are `null` then. */
  hidden: z.literal(true).optional(),
});

/** A ranking as it is shown: one with hidden counts says of the places that have them only that they come last. */
export const ShownRanking = Ranking.extend({ places: z.array(ShownPlace) });
export type ShownRanking = z.infer<typeof ShownRanking>;

/** A frozen ranking as far as counts go through it. */
interface Frozen {
  request: RankingRequest;
  ranking: Ranking;
  /** The first places, by name. */
  first: string[];
  /** Of all inputs: with it, a hidden count could be found by trying. */
  hash?: string;
}

/**
 * The first rank whose places are hidden. Cases are ranked by their number, so that small counts come last. One that is hidden
 * alone could be computed from a total that is told elsewhere: the least of the others goes with it, and all that equal it.
 */
function firstHidden({ places }: Ranking): number | undefined {
  const small = places.filter(({ score }) => score < leastShown);
  const [first] = small;
  if (!first) return undefined;
  return small.length > 1 ? first.rank : (places.at(-2) ?? first).rank;
}

/**
 * A frozen ranking without its counts of cases under five (`hidden` then): neither the counts nor what gives them away (the
 * order of those places, their share of the people covered, the hash) are left. Whether a place is among the chosen stays, since that
 * is what was decided. A ranking by indicators is shown as it is: its figures are no counts of cases.
 */
export function withoutSmallCounts<Of extends Frozen>(
  frozen: Of,
): Omit<Of, 'ranking'> & { ranking: ShownRanking } {
  const { request, ranking } = frozen;
  const [weight] = request.weights;
  const rank = request.method === 'cases-attended' ? firstHidden(ranking) : undefined;
  if (rank === undefined || !weight) return frozen;
  const { indicator } = weight;
  const covered = ranking.places.at(-1)?.covered;
  const isShown = (place: RankedPlace) => place.rank < rank;
  const shown = ranking.places.filter(isShown);
  const hidden = ranking.places
    .filter((place) => !isShown(place))
    .sort(byKey)
    .map((place) => ({
      ...place,
      rank,
      covered,
      score: null,
      contributions: { [indicator]: null },
      hidden: true as const,
    }));
  const places = [...shown, ...hidden];
  const keys = new Set(hidden.map(({ key }) => key));
  const candidates = request.candidates
    .map((candidate) => {
      const isHidden = keys.has(candidate.key) && figureOf(candidate.indicators, indicator) !== undefined;
      const indicators = isHidden ? { ...candidate.indicators, [indicator]: null } : candidate.indicators;
      return { ...candidate, indicators };
    })
    // A file of places may have been sorted by their counts.
    .sort(byKey);
  return {
    ...frozen,
    hash: undefined,
    first: places.slice(0, frozen.first.length).map(({ name }) => name),
    request: { ...request, candidates },
    ranking: { ...ranking, places, constant: [] },
  };
}

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
