import * as z from 'zod';
import type { Candidate } from './candidate.ts';

/** How many of all the people the first places of a ranking hold. */
export const Coverage = z.object({
  /** Inhabitants of all candidates, ranked or not, as far as known. */
  population: z.number().min(0),
  /** The part of them, 0 to 1, who live in the top; absent where nobody is known to live anywhere. */
  top: z.number().min(0).max(1).optional(),
  /** Candidates whose population is not known: they count as nobody, so shares are of what is known. */
  unknown: z.array(z.string()),
});
export type Coverage = z.infer<typeof Coverage>;

/** The coverage of the first `topK` ranks, and of each rank with all before it. `ranked` comes by rank. */
export function coverageOf(
  ranked: readonly { candidate: Candidate; rank: number }[],
  candidates: readonly Candidate[],
  topK: number,
): { coverage: Coverage; coveredAt: ReadonlyMap<number, number> } {
  const ordered = candidates.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const population = ordered.reduce((sum, candidate) => sum + (candidate.population ?? 0), 0);
  const unknown = ordered.filter((candidate) => candidate.population === undefined).map(({ key }) => key);
  const coveredAt = new Map<number, number>();
  if (population === 0) return { coverage: { population, unknown }, coveredAt };
  let [people, top] = [0, 0];
  for (const { candidate, rank } of ranked) {
    people += candidate.population ?? 0;
    // Summed in another order, all people can be a hair more than all people.
    const covered = Math.min(people / population, 1);
    coveredAt.set(rank, covered);
    if (rank <= topK) top = covered;
  }
  return { coverage: { population, top, unknown }, coveredAt };
}
