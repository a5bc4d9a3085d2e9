import type { Position, Ring } from './fault.ts';

/** A side of an outline that is not level, from its lower to its upper end. */
interface Side {
  isOther: boolean;
  lower: Position;
  upper: Position;
}

/**
 * The ground that two places share, in the square of the units of their coordinates; `ground` is left out where it would
 * take more steps than `allowed`. Each place is its rings, of which holes are some: what an odd number of them enclose.
 *
 * The plane is cut into levels at every end of a side and wherever two sides cross, so that between two levels sides only
 * stand beside each other: what both places hold there are strips, as wide as they are half way up. Nothing in it can
 * fail: outlines that lie on each other, touch or end in needles make strips of no width.
 */
export function commonGround(
  one: readonly Ring[],
  other: readonly Ring[],
  allowed: number,
): { ground?: number; steps: number } {
  const sides = [...sidesOf(one, false), ...sidesOf(other, true)].sort((a, b) => a.lower[1] - b.lower[1]);
  const cuts = levelsOf(sides, allowed);
  let steps = cuts.steps;
  if (steps > allowed) return { steps };
  const levels = Float64Array.from(cuts.levels).sort();
  let [standing, next, ground]: [Side[], number, number] = [[], 0, 0];
  for (const [at, low] of levels.entries()) {
    const high = levels[at + 1] ?? low;
    standing = standing.filter(({ upper }) => upper[1] > low);
    for (let side = sides[next]; side && side.lower[1] <= low; side = sides[next]) {
      standing.push(side);
      next += 1;
    }
    steps += standing.length + 1;
    if (steps > allowed) return { steps };
    ground += sharedWidth(standing, (low + high) / 2) * (high - low);
  }
  return { ground, steps };
}

function sidesOf(rings: readonly Ring[], isOther: boolean): Side[] {
  return rings.flatMap((ring) =>
    ring.slice(1).flatMap((end, at) => {
      const start = ring[at] ?? end;
      if (start[1] === end[1]) return [];
      const [lower, upper] = start[1] < end[1] ? [start, end] : [end, start];
      return [{ isOther, lower, upper }];
    }),
  );
}

/** Where a side ends or crosses one of the other place. `sides` come by their lower ends. */
function levelsOf(sides: readonly Side[], allowed: number): { levels: Set<number>; steps: number } {
  const levels = new Set<number>();
  let [steps, reached]: [number, Side[]] = [sides.length, []];
  for (const side of sides) {
    reached = reached.filter(({ upper }) => upper[1] > side.lower[1]);
    steps += reached.length + 1;
    if (steps > allowed) break;
    for (const before of reached) {
      const level = before.isOther === side.isOther ? undefined : crossingLevel(before, side);
      if (level !== undefined) levels.add(level);
    }
    reached.push(side);
    levels.add(side.lower[1]).add(side.upper[1]);
  }
  return { levels, steps };
}

const widthAt = ({ lower, upper }: Side, level: number): number =>
  lower[0] + ((upper[0] - lower[0]) * (level - lower[1])) / (upper[1] - lower[1]);

/** Where one side changes from the left of another to its right, between the levels that both reach. */
function crossingLevel(one: Side, other: Side): number | undefined {
  const low = Math.max(one.lower[1], other.lower[1]);
  const high = Math.min(one.upper[1], other.upper[1]);
  const below = widthAt(one, low) - widthAt(other, low);
  const above = widthAt(one, high) - widthAt(other, high);
  return below < 0 === above < 0 || below === 0 || above === 0
    ? undefined
    : low + ((high - low) * below) / (below - above);
}

/** How much of a level lies in both places. */
function sharedWidth(standing: readonly Side[], level: number): number {
  const walls = standing
    .map((side) => ({ at: widthAt(side, level), isOther: side.isOther }))
    .sort((a, b) => a.at - b.at);
  let [width, from, isInOne, isInOther] = [0, 0, false, false];
  for (const { at, isOther } of walls) {
    if (isInOne && isInOther) width += at - from;
    if (isOther) isInOther = !isInOther;
    else isInOne = !isInOne;
    from = at;
  }
  return width;
}
