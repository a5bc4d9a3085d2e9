import type * as z from 'zod';
import type { Caller } from '../../domain/caller.ts';
import { Problem } from '../../domain/errors.ts';
import { rankingAccess } from '../../domain/targeting/ranking-access.ts';
import { type ShownRanking, withoutSmallCounts } from '../../domain/targeting/small-counts.ts';
import { type RankingBody, RankingHead, trackedIn } from '../../store/rankings.ts';

/** A frozen ranking as lists show it. */
export const RankingHeadView = RankingHead.extend({
  /** Absent where counts are hidden. */
  hash: RankingHead.shape.hash.optional(),
});
export type RankingHeadView = z.infer<typeof RankingHeadView>;

/** A frozen ranking as far as somebody is shown it. */
export type ShownFrozen = RankingHeadView & Omit<RankingBody, 'ranking'> & { ranking: ShownRanking };

/**
 * A frozen ranking as far as the caller is shown it.
 * @throws Problem `not-found` when they are shown nothing of it
 */
export function rankingView(
  frozen: RankingHead & RankingBody,
  caller: Caller,
  isTheirs: (locality: string) => boolean,
): ShownFrozen {
  const access = rankingAccess(caller, trackedIn(frozen), isTheirs);
  if (access === 'none') throw new Problem('not-found');
  return access === 'whole' ? frozen : withoutSmallCounts(frozen);
}
