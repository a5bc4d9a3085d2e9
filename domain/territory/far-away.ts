import { type Box, boxOf } from '../targeting/box.ts';
import { polygonsOf } from '../targeting/territory.ts';
import type { CheckedTerritory } from './check-territory.ts';

/** Kilometres from the nearest other territory: the places of one programme are seldom farther from each other. */
const far = 50;
/** So many others are enough to know where a municipality is. */
export const mostCompared = 100;

const kilometresADegree = 111.2;

/** Roughly how many kilometres lie between two boxes; none where they meet. */
function between(one: Box, other: Box): number {
  const [east, north] = [
    Math.max(0, one[0] - other[2], other[0] - one[2]),
    Math.max(0, one[1] - other[3], other[1] - one[3]),
  ];
  const middle = ((one[1] + other[1]) / 2) * (Math.PI / 180);
  return Math.hypot(east * Math.cos(middle), north) * kilometresADegree;
}

/**
 * Which territories of a file lie far from all others, and how many kilometres: from those that the municipality has
 * already or, where it has none, from the others of the file. It may be right, so that it is told and not refused.
 */
export function farAway<Row extends { territory: CheckedTerritory }>(
  rows: readonly Row[],
  known: readonly CheckedTerritory[],
): { row: Row; kilometres: number }[] {
  const boxed = rows.map((row) => ({ row, box: boxIn(row.territory) }));
  const others = known.length > 0 ? known.map(boxIn) : boxed.map(({ box }) => box);
  return boxed.flatMap(({ row, box }) => {
    const distances = others
      .slice(0, mostCompared)
      .filter((other) => other !== box)
      .map((other) => between(box, other));
    const nearest = Math.min(...distances);
    return distances.length > 0 && nearest > far ? [{ row, kilometres: Math.round(nearest) }] : [];
  });
}

const boxIn = (territory: CheckedTerritory): Box => boxOf(polygonsOf(territory).flat(2));
