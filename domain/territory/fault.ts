/** Longitude and latitude, in degrees of WGS 84 unless it is just what is wrong with them. */
export type Position = [x: number, y: number];
export type Ring = Position[];

/** An item of the table holds 400 kB; a district's outline has some hundred points. */
export const mostPoints = 5_000;
/** Parts of a territory, and rings of a part. */
export const mostParts = 100;
/** Sides of one ring that a line from north to south may meet: what no ground does, and would take too long to look at. */
export const mostSidesAbove = 1_000;
/** Square metres. Cutting one map by another leaves scraps as small as a room; nobody works in one. */
export const leastGround = 100;

/** Projections that maps of Mexico come in, told apart by how large their coordinates are. */
export type MetricSystem = 'utm' | 'lambert' | 'web-mercator' | 'unknown';

/** A part of the earth, as roughly as it takes to see that a map is of somewhere else. */
export type Region =
  | 'zero'
  | 'north-america'
  | 'central-america'
  | 'south-america'
  | 'europe'
  | 'africa'
  | 'asia'
  | 'oceania'
  | 'antarctica'
  | 'sea';

interface PlaceFaults {
  metres: { system: MetricSystem };
  swapped: object;
  'sign-lost': object;
  'not-degrees': object;
  elsewhere: { region: Region; at: Position };
}

interface Faults extends PlaceFaults {
  /** `system`: where the coordinates are metres, as far as can be told. */
  'other-crs': { name: string; system?: MetricSystem };
  'no-polygon': { is: 'line' | 'point' | 'other' };
  malformed: object;
  'too-detailed': { points: number };
  'too-many-parts': object;
  'ring-short': object;
  'ring-open': object;
  'no-area': object;
  'too-small': object;
  'crosses-itself': { at: Position };
  'too-intricate': object;
}

type FaultOf<Kind extends keyof Faults> = { [Each in Kind]: { kind: Each } & Faults[Each] }[Kind];

/** What is wrong with the place of a point. */
export type PlaceFault = FaultOf<keyof PlaceFaults>;

/**
 * What is wrong with a territory as a whole: the first thing to mend, of which others may be the consequence. The
 * catalogues have a sentence for each kind.
 */
export type TerritoryFault<Kind extends keyof Faults = keyof Faults> = FaultOf<Kind>;
export type TerritoryFaultKind = keyof Faults;

/** What the issue of a refused territory carries through the schema library, to the catalogue that has its sentence. */
export class TerritoryIssue {
  readonly fault: TerritoryFault;
  constructor(fault: TerritoryFault) {
    this.fault = fault;
  }
}
