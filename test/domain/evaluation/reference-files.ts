import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const folder = join(import.meta.dirname, '..', '..', 'reference');
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

const Numbers = z.array(z.number());
/** A constructed set: its first value, then two others in turns, so many times. */
const turns = (first: number, others: number[], times: number) => [
  first,
  ...Array.from({ length: times }, () => others).flat(),
];

const Values = z.union([
  z.object({ values: Numbers }).transform(({ values }) => values),
  z.object({ digits: z.string() }).transform(({ digits }) => [...digits].map(Number)),
  z
    .object({ first: z.number(), alternately: Numbers, times: z.int() })
    .transform(({ first, alternately, times }) => turns(first, alternately, times)),
]);
const Univariate = z.record(
  z.string(),
  z.object({ mean: z.number(), standardDeviation: z.number() }).and(z.looseObject({})),
);

/** The univariate sets of NIST's StRD: certified mean and standard deviation, and the values. */
export const univariate = () =>
  Object.entries(Univariate.parse(read('nist', 'univariate.json'))).map(([name, set]) => ({
    name,
    mean: set.mean,
    standardDeviation: set.standardDeviation,
    values: Values.parse(set),
  }));

const OneWay = z.record(
  z.string(),
  z.object({ f: z.number(), treatments: z.array(Numbers), times: z.int().optional() }),
);

/** The one-way analyses of variance of NIST's StRD: certified F, and the values by treatment. */
export const oneWay = () =>
  Object.entries(OneWay.parse(read('nist', 'one-way.json'))).map(([name, { f, treatments, times }]) => ({
    name,
    f,
    groups:
      times === undefined
        ? treatments
        : treatments.map(([first = Number.NaN, ...others]) => turns(first, others, times)),
  }));

const Strata = z.array(
  z.object({
    stratum: z.string(),
    weight: z.number(),
    population: z.number(),
    scores: Numbers,
    enrolled: Numbers,
  }),
);

/** The stratified sample of California's schools that R's survey package is documented with: figures by stratum. */
export const schools = () => Strata.parse(read('survey-sample', 'sample.json'));

export const expectedOfSchools = (): unknown => read('survey-sample', 'expected.json');

/** Decimal digits that `value` shares with `reference`; 15 is what a double and NIST's tables hold. */
export const digits = (value: number, reference: number): number =>
  value === reference ? 15 : Math.min(15, -Math.log10(Math.abs((value - reference) / reference)));
