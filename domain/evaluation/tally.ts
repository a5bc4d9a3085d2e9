import type { EstimateKind, Tally } from './estimate.ts';
import { meanTally } from './mean-tally.ts';
import { shareTally } from './share-tally.ts';
import { designedTally } from './taylor.ts';

/** An empty tally. `designed`: the answers come with weights, strata or clusters. */
export function tallyOf(kind: EstimateKind, designed: boolean): Tally {
  if (designed) return designedTally(kind);
  return kind === 'share' ? shareTally() : meanTally();
}
