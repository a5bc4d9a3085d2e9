/** One figure of a benchmark, and what it is held against in the same run. */
export interface Row {
  name: string;
  counted: number;
  unit: string;
  /** The figure it is held against, in the same unit unless `baselineUnit` says another, and what that is. */
  baseline?: number;
  baselineUnit?: string;
  of?: string;
  /** What `counted / baseline` may be, or `counted` itself where there is nothing it is held against. */
  wanted?: Bound;
  /** What else was counted beside it, by name with unit. */
  beside?: Record<string, number>;
}

/** A bound that a figure is to keep to. */
export type Bound = { atMost: number } | { below: number } | { atLeast: number };

/** What a command line may ask of a group; each takes of it what it knows. */
export interface Options {
  /** How many localities at a time; the first of a group's sizes is the quickest. */
  sizes?: number[];
  /** Whether to profile what is measured, and to tell where its time goes. */
  profile: boolean;
  /** The folder that profiles are kept in. */
  folder: string;
}

/** Something that can be measured by itself: `npm run bench -- <its name>`. */
export interface Group {
  /** What is measured, in one sentence. */
  what: string;
  measure(options: Options): Promise<Row[]>;
}

/** `counted` in terms of what it is held against; `undefined` where there is nothing. */
export const ratioOf = ({ counted, baseline }: Row): number | undefined =>
  baseline === undefined ? undefined : counted / baseline;

/** Whether a figure keeps to its bound; `undefined` where it has none. */
export function keeps(row: Row): boolean | undefined {
  const value = ratioOf(row) ?? row.counted;
  if (!row.wanted) return undefined;
  if ('atMost' in row.wanted) return value <= row.wanted.atMost;
  return 'below' in row.wanted ? value < row.wanted.below : value >= row.wanted.atLeast;
}
