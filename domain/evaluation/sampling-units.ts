import type { Design } from './estimate.ts';

/** Weighted sums of one sampling unit: Σw and Σwd, d being an answer's distance from `origin`. */
interface UnitSums {
  weight: number;
  distance: number;
}

interface Stratum {
  /** Sampling units in all, drawn or not. */
  population: number | undefined;
  clusters: Map<string, UnitSums>;
  /** Answers that are sampling units themselves: their sums and sums of squares, since rows are not kept. */
  alone: UnitSums & { n: number; weightSquare: number; cross: number; distanceSquare: number };
}

const newStratum = (population: number | undefined): Stratum => ({
  population,
  clusters: new Map(),
  alone: { n: 0, weight: 0, distance: 0, weightSquare: 0, cross: 0, distanceSquare: 0 },
});

const unitsIn = ({ alone, clusters }: Stratum) => alone.n + clusters.size;

/** A score of a sampling unit that is linear in its sums: `distance` · Σwd + `weight` · Σw. */
interface Score {
  distance: number;
  weight: number;
}

/** Number, sum and sum of squares of the scores of a stratum's sampling units. */
function scored(stratum: Stratum, score: Score) {
  const { alone, clusters } = stratum;
  let sum = score.distance * alone.distance + score.weight * alone.weight;
  let squares =
    score.distance ** 2 * alone.distanceSquare +
    2 * score.distance * score.weight * alone.cross +
    score.weight ** 2 * alone.weightSquare;
  for (const unit of clusters.values()) {
    const value = score.distance * unit.distance + score.weight * unit.weight;
    sum += value;
    squares += value * value;
  }
  return { n: unitsIn(stratum), sum, squares };
}

/** The share of a stratum's sampling units that were not drawn; 1 where their number is not known. */
function undrawn(stratum: Stratum): number {
  const n = unitsIn(stratum);
  if (stratum.population === undefined) return 1;
  if (stratum.population < n)
    throw new RangeError(`A stratum of ${stratum.population} sampling units cannot have ${n} in the sample`);
  return 1 - n / stratum.population;
}

/**
 * The sums of a designed sample by stratum and sampling unit, and what they say about the variance of a total:
 * sampling units taken with replacement (or the finite population correction, where the population is given), as
 * R's survey package has it. Memory grows with strata and clusters.
 */
export class SamplingUnits {
  /** The first answer, from which the others are measured: large numbers lose no digits. */
  origin: number | undefined;
  weight = 0;
  distance = 0;
  weightSquare = 0;
  distanceSquare = 0;
  readonly #strata = new Map<string, Stratum>();

  add(value: number, weight: number, { stratum: name = '', cluster, population }: Design): void {
    this.origin ??= value;
    const distance = value - this.origin;
    this.weight += weight;
    this.distance += weight * distance;
    this.weightSquare += weight * weight;
    this.distanceSquare += weight * distance * distance;

    const stratum = this.#strata.get(name) ?? newStratum(population);
    this.#strata.set(name, stratum);
    if (stratum.population !== population)
      throw new RangeError('All answers of a stratum give the same number of its sampling units');
    if (cluster === undefined) {
      const { alone } = stratum;
      alone.n += 1;
      alone.weight += weight;
      alone.distance += weight * distance;
      alone.weightSquare += weight * weight;
      alone.cross += weight * weight * distance;
      alone.distanceSquare += (weight * distance) ** 2;
    } else {
      const unit = stratum.clusters.get(cluster) ?? { weight: 0, distance: 0 };
      stratum.clusters.set(cluster, unit);
      unit.weight += weight;
      unit.distance += weight * distance;
    }
  }

  get units(): number {
    let units = 0;
    for (const stratum of this.#strata.values()) units += unitsIn(stratum);
    return units;
  }

  get degreesOfFreedom(): number {
    return this.units - this.#strata.size;
  }

  get singleUnitStrata(): number {
    return [...this.#strata.values()].filter((stratum) => unitsIn(stratum) === 1).length;
  }

  /** Whether every stratum says how many sampling units it has. */
  get finite(): boolean {
    return [...this.#strata.values()].every(({ population }) => population !== undefined);
  }

  /**
   * The variance of the total of a score. A stratum of one sampling unit has no spread of its own: its unit is
   * measured from the mean of all units (R: survey.lonely.psu = "adjust"), which rather overstates than hides it.
   */
  varianceOf(score: Score): number {
    const strata = [...this.#strata.values()].map((stratum) => ({
      ...scored(stratum, score),
      undrawn: undrawn(stratum),
    }));
    const middle = strata.reduce((sum, stratum) => sum + stratum.sum, 0) / this.units;
    let variance = 0;
    for (const { n, sum, squares, undrawn } of strata)
      variance +=
        undrawn * (n === 1 ? (sum - middle) ** 2 : (n / (n - 1)) * Math.max(0, squares - (sum * sum) / n));
    return variance;
  }
}
