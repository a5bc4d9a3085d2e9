import { type Caller, seesEverything } from '../caller.ts';
import { may, policies } from '../policies.ts';

/** How much of a ranking somebody is shown. */
export type RankingAccess = 'none' | 'without-small-counts' | 'whole';

/**
 * Who sees which ranking, and how much of it: the one place where that is decided. A ranking of no tracked locality is the
 * municipality's own, and everybody's to read; any other is shown to whoever sees one of its localities. Counts of cases
 * under five are for the staff who work with them: beside a place's name they may say of whom they are.
 * @param localities the tracked localities among its candidates
 * @param isTheirs whether the caller may see a locality
 */
export function rankingAccess(
  caller: Caller,
  localities: readonly string[],
  isTheirs: (locality: string) => boolean,
): RankingAccess {
  if (!may(policies.ranking.read, caller)) return 'none';
  if (localities.length > 0 && !seesEverything(caller) && !localities.some(isTheirs)) return 'none';
  return may(policies.ranking.readSmallCounts, caller) ? 'whole' : 'without-small-counts';
}
