import { analysisOfVariance } from './analysis-of-variance.ts';
import type { Estimate } from './estimate.ts';
import type { Grouping, Groups } from './grouping.ts';
import type { Cell, ItemSummary } from './wave-summary.ts';

/** The spread of the answers: of zeroes and ones, what follows from their share. */
const spread = ({ kind, n, estimate, standardDeviation }: Estimate) =>
  kind === 'mean' ? standardDeviation : Math.sqrt((estimate * (1 - estimate) * n) / Math.max(1, n - 1));

/** One question of a wave by sex or age; nothing where the wave does not tell the groups. */
export function groupsOf(item: ItemSummary | undefined, by: Grouping): Groups | undefined {
  const known: Record<string, Cell | undefined> | undefined = by === 'sex' ? item?.bySex : item?.byAge;
  if (!known) return undefined;
  const cells = Object.entries(known).flatMap(([group, cell]) => (cell ? [{ group, cell }] : []));
  const shown = cells.flatMap(({ cell }) => cell.estimate ?? []);
  const simple = shown.every(({ method }) => method !== 'taylor');
  const measured = shown.flatMap((estimate) => {
    const standardDeviation = spread(estimate);
    return standardDeviation === undefined
      ? []
      : [{ n: estimate.n, mean: estimate.estimate, standardDeviation }];
  });
  return {
    cells: Object.fromEntries(
      cells.map(({ group, cell }) => [
        group,
        { estimate: cell.estimate, suppressed: cell.estimate === undefined },
      ]),
    ),
    p: simple ? analysisOfVariance(measured)?.p : undefined,
  };
}
