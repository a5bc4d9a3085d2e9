import { groundOf } from '../territory/check-territory.ts';
import { commonGround } from '../territory/common-ground.ts';
import { type Box, boxOf, clipped, sharedBox } from './box.ts';
import type { Candidate } from './candidate.ts';
import { type Position, polygonsOf, type Ring, type Territory } from './territory.ts';

/** Two candidates that claim the same ground. */
export interface Overlap {
  keys: [string, string];
  /** The ground they share, in square metres. */
  area: number;
  /** The part of the smaller one that is shared, 0 to 1. */
  share: number;
}

export interface Overlaps {
  /** The largest shares first, `mostListed` at most. */
  overlaps: Overlap[];
  /** How many were found, listed or not. */
  found: number;
  /** Whether every pair was compared; territories that overlap beyond all measure would take too long. */
  complete: boolean;
}

/** Neighbours drawn by different hands share slivers along their border: less of the smaller one than this is no overlap. */
const sliver = 0.01;
const mostListed = 1_000;
/** Steps of comparing, some two seconds of a whole processor: counted, so that the same file has the same answer. */
const mostSteps = 10_000_000;

interface Ground {
  key: string;
  place: number;
  polygons: Ring[][];
  points: number;
  box: Box;
  area: number;
  /** The same for every territory of the same outline, wherever in it the file begins. */
  outline: string;
}

/** The pairs of candidates whose territories overlap. Parts of one place that overlap are not looked for. */
export function overlapsOf(
  candidates: readonly Pick<Candidate, 'key' | 'geometry'>[],
  allowed = mostSteps,
): Overlaps {
  const grounds = candidates.flatMap(({ key, geometry }, place) =>
    geometry ? [groundAt(key, place, geometry)] : [],
  );
  // By their western ends: those that begin east of where one ends are not looked at.
  grounds.sort((a, b) => a.box[0] - b.box[0]);
  const listed: (Overlap & { places: [number, number] })[] = [];
  let [found, steps] = [0, 0];
  const keepLargest = () => {
    listed.sort((a, b) => b.share - a.share || a.places[0] - b.places[0] || a.places[1] - b.places[1]);
    listed.length = Math.min(listed.length, mostListed);
  };
  for (const [at, one] of grounds.entries()) {
    for (let next = at + 1; steps <= allowed; next += 1) {
      const other = grounds[next];
      if (!other || other.box[0] >= one.box[2]) break;
      const compared = compare(one, other, allowed - steps);
      steps += compared.steps;
      const { ground } = compared;
      const least = Math.min(one.area, other.area);
      if (ground === undefined || ground < sliver * least) continue;
      found += 1;
      const [first, second] = one.place < other.place ? [one, other] : [other, one];
      listed.push({
        keys: [first.key, second.key],
        places: [first.place, second.place],
        area: ground,
        share: Math.min(ground / least, 1),
      });
      if (listed.length >= 2 * mostListed) keepLargest();
    }
  }
  keepLargest();
  const overlaps = listed.map(({ keys, area, share }) => ({ keys, area, share }));
  return { overlaps, found, complete: steps <= allowed };
}

/** The ground that two territories share, in square metres, and the steps that it took to know; none where too many. */
function compare(one: Ground, other: Ground, allowed: number): { ground?: number; steps: number } {
  const shared = sharedBox(one.box, other.box);
  if (!shared) return { steps: 1 };
  if (one.outline === other.outline) return { ground: one.area, steps: 1 };
  const clipping = one.points + other.points;
  const least = Math.min(one.area, other.area);
  // Most neighbours are told apart by what each has within the box that both reach into.
  const [a, b] = [within(one, shared), within(other, shared)];
  if ([a, b].some((polygons) => groundOf(polygons) < sliver * least)) return { steps: clipping };
  const { ground, steps } = commonGround(level(a), level(b), allowed);
  return { ground, steps: clipping + steps };
}

function groundAt(key: string, place: number, geometry: Territory): Ground {
  const polygons = polygonsOf(geometry);
  const points = polygons.flat(2);
  return {
    key,
    place,
    polygons,
    points: points.length,
    box: boxOf(points),
    area: groundOf(polygons),
    outline: outlineText(polygons),
  };
}

/** An outline as text, each ring from its least point on and towards the lesser of that one's neighbours. */
function outlineText(polygons: Ring[][]): string {
  const isBefore = ([x, y]: Position, [otherX, otherY]: Position) =>
    x < otherX || (x === otherX && y < otherY);
  const ringText = (ring: Ring) => {
    const points = ring.slice(0, -1);
    let least = 0;
    points.forEach((point, at) => {
      if (isBefore(point, points[least] ?? point)) least = at;
    });
    const turned = [...points.slice(least), ...points.slice(0, least)];
    const [first, ...rest] = turned;
    const [next, last] = [rest[0], rest.at(-1)];
    const isForward = !next || !last || isBefore(next, last);
    return [first, ...(isForward ? rest : rest.reverse())].join(' ');
  };
  return polygons
    .map(([outer = [], ...holes]) => [ringText(outer), ...holes.map(ringText).sort()].join('|'))
    .sort()
    .join('\n');
}

/** The parts of a territory within a box; a hole goes with the polygon that it is in. */
const within = ({ polygons }: Ground, box: Box): Ring[][] =>
  polygons.flatMap((rings) => {
    const [outer, ...holes] = rings.map((ring) => clipped(ring, box));
    return outer?.length ? [[outer, ...holes.filter((hole) => hole.length > 0)]] : [];
  });

/** In metres, the radius of the sphere by which `@turf/area` reckons. */
const earth = 6_371_008.8;
const radians = Math.PI / 180;

/** Rings on Lambert's cylinder, in metres, where grounds are as large as on the earth. */
const level = (polygons: Ring[][]): Ring[] =>
  polygons
    .flat()
    .map((ring) => ring.map(([x, y]): Position => [earth * x * radians, earth * Math.sin(y * radians)]));
