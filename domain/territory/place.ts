import { foreignCrs } from './crs.ts';
import type { MetricSystem, PlaceFault, Position, Region, TerritoryFault } from './fault.ts';

/** West, south, east and north. */
type Bounds = readonly [west: number, south: number, east: number, north: number];

/**
 * Mexico with its islands and a tenth of a degree about it.
 * Source: INEGI, extreme coordinates: 118°22'00" W (Guadalupe island), 86°42'36" W, 14°32'27" N, 32°43'06" N.
 */
const mexico: Bounds = [-118.5, 14.4, -86.6, 32.85];

const isWithin = ([west, south, east, north]: Bounds, x: number, y: number) =>
  x >= west && x <= east && y >= south && y <= north;

/** What Mexico measures in metres of each system (UTM zones 11 to 16; EPSG:6372, INEGI's Lambert; EPSG:3857). */
const metric: readonly (readonly [MetricSystem, Bounds])[] = [
  ['utm', [100_000, 1_500_000, 900_000, 3_700_000]],
  ['lambert', [900_000, 300_000, 4_100_000, 2_400_000]],
  ['web-mercator', [-13_300_000, 1_600_000, -9_600_000, 3_900_000]],
];

/** Rough bounds of the rest of the earth; the first that holds a point is meant. */
const regions: readonly (readonly [Region, Bounds])[] = [
  ['zero', [-1, -1, 1, 1]],
  ['central-america', [-92.5, 7, -59, 24.5]],
  ['north-america', [-170, 24.5, -50, 85]],
  ['south-america', [-82, -56, -34, 13]],
  ['europe', [-25, 36, 45, 72]],
  ['africa', [-18, -35, 52, 37]],
  ['asia', [26, -11, 180, 82]],
  ['oceania', [110, -50, 180, 0]],
  ['antarctica', [-180, -90, 180, -60]],
];

/** What is wrong with where a point is said to be; `undefined` for a point in Mexico. */
function placeFault([x, y]: Position): PlaceFault | undefined {
  if (isWithin(mexico, x, y)) return undefined;
  // What lost its sign may have been turned round as well.
  if (isWithin(mexico, y, x) || isWithin(mexico, -y, x)) return { kind: 'swapped' };
  if (isWithin(mexico, -x, y)) return { kind: 'sign-lost' };
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) {
    const region = regions.find(([, bounds]) => isWithin(bounds, x, y))?.[0] ?? 'sea';
    return { kind: 'elsewhere', region, at: [x, y] };
  }
  return Math.abs(x) > 1_000 || Math.abs(y) > 1_000
    ? { kind: 'metres', system: systemOf(x, y) }
    : { kind: 'not-degrees' };
}

/** Some programs write the northing first. */
const systemOf = (x: number, y: number): MetricSystem =>
  metric.find(([, bounds]) => isWithin(bounds, x, y) || isWithin(bounds, y, x))?.[0] ?? 'unknown';

/**
 * What is wrong with where some points are said to be, in the system that `crs` declares: that it is another one than ours,
 * or the fault of the first point that is not in Mexico.
 */
export function faultOfPlace(
  points: readonly Position[],
  crs: unknown,
): PlaceFault | TerritoryFault<'other-crs'> | undefined {
  const name = foreignCrs(crs);
  const astray = points.find((point) => placeFault(point));
  const fault = astray && placeFault(astray);
  if (name === undefined) return fault;
  return { kind: 'other-crs', name, system: fault?.kind === 'metres' ? fault.system : undefined };
}
