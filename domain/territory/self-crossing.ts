import { mostSidesAbove, type Position, type Ring } from './fault.ts';

/** Angles nearer than this are one direction. */
const sameDirection = 1e-9;

/**
 * Where a closed ring first crosses itself, from west to east. That it touches itself, in a point or along a line, is no
 * crossing: official maps hold many such outlines, and the ground they enclose is plain. A point given twice in a row
 * is one point. The work grows with the pairs of sides that lie one above the other: `too-intricate` where there are more
 * than can be looked at.
 */
export function selfCrossing(ring: Ring): Position | 'too-intricate' | undefined {
  const points = ring.filter(([x, y], at) => x !== ring[at + 1]?.[0] || y !== ring[at + 1]?.[1]).slice(0, -1);
  const count = points.length;
  const pointAt = (at: number): Position => points[(at + count) % count] ?? [0, 0];
  const sides = points.map((start, at) => sideOf(at, start, pointAt(at + 1)));
  sides.sort((a, b) => a.west - b.west);
  let reached: Side[] = [];
  for (const side of sides) {
    reached = reached.filter(({ east }) => east >= side.west);
    for (const other of reached) {
      if (other.north < side.south || other.south > side.north) continue;
      const at = crossed(side, other) ?? passed(side, other) ?? passed(other, side);
      if (at) return at;
    }
    reached.push(side);
    if (reached.length > mostSidesAbove) return 'too-intricate';
  }
  return undefined;

  /** Where a side begins on another one, if the ring goes through to its other side there. */
  function passed(one: Side, other: Side): Position | undefined {
    const at = one.start;
    if (turn(other.start, other.end, at) !== 0 || !holds(other, at) || isSame(at, other.end))
      return undefined;
    const before = isSame(at, other.start) ? pointAt(other.at - 1) : other.start;
    return parts(at, [pointAt(one.at - 1), one.end], [before, other.end]) ? at : undefined;
  }
}

interface Side {
  at: number;
  start: Position;
  end: Position;
  west: number;
  east: number;
  south: number;
  north: number;
}

function sideOf(at: number, start: Position, end: Position): Side {
  const [west, east] = start[0] < end[0] ? [start[0], end[0]] : [end[0], start[0]];
  const [south, north] = start[1] < end[1] ? [start[1], end[1]] : [end[1], start[1]];
  return { at, start, end, west, east, south, north };
}

const isSame = (one: Position, other: Position) => one[0] === other[0] && one[1] === other[1];
const holds = ({ west, east, south, north }: Side, [x, y]: Position) =>
  x >= west && x <= east && y >= south && y <= north;

/** Above nought where the way from `from` to `to` turns left to `point`, nought where it goes straight on. */
const turn = (from: Position, to: Position, point: Position): number =>
  (to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]);

/** Where two sides cross within both. */
function crossed({ start: a, end: b }: Side, { start: c, end: d }: Side): Position | undefined {
  const [fromA, fromB] = [turn(c, d, a), turn(c, d, b)];
  if (fromA < 0 === fromB < 0 || fromA === 0 || fromB === 0) return undefined;
  const [fromC, fromD] = [turn(a, b, c), turn(a, b, d)];
  if (fromC < 0 === fromD < 0 || fromC === 0 || fromD === 0) return undefined;
  const along = fromA / (fromA - fromB);
  return [a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along];
}

/** Whether of two ways through one point each has an arm on either side of the other. */
function parts(at: Position, one: [Position, Position], other: [Position, Position]): boolean {
  const direction = ([x, y]: Position) => Math.atan2(y - at[1], x - at[0]);
  const [from, to] = [direction(one[0]), direction(one[1])];
  const full = 2 * Math.PI;
  const after = (angle: number) => (((angle - from) % full) + full) % full;
  const width = after(to);
  const isNear = (a: number, b: number) => Math.min(Math.abs(a - b), full - Math.abs(a - b)) < sameDirection;
  const arms = other.map((point) => after(direction(point)));
  if (arms.some((arm) => isNear(arm, 0) || isNear(arm, width))) return false;
  return arms.filter((arm) => arm < width).length === 1;
}
