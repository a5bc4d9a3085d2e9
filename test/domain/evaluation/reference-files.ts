import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'statistics');

export const referencesThere = existsSync(folder);
export const absent = referencesThere
  ? ''
  : ' (skipped: the folder of shared data is not beside the project)';

const linesOf = (...path: string[]) => readFileSync(join(folder, ...path), 'latin1').split(/\r?\n/);

const numberAfter = (lines: string[], name: RegExp): number => {
  const line = lines.find((candidate) => name.test(candidate));
  if (line === undefined) throw new Error(`No line has ${name}`);
  return Number(
    line
      .trim()
      .split(/[\s:=]+/)
      .at(-1),
  );
};

/** A NIST StRD univariate file: its certified mean and standard deviation, and its values. */
export function univariate(name: string) {
  const lines = linesOf('nist-univariate', `${name}.txt`);
  const data = lines.findLastIndex((line) => /^#? ?Data/.test(line));
  return {
    mean: numberAfter(lines, /^(Sample Mean|mean) /),
    standardDeviation: numberAfter(lines, /^(Sample Standard Deviation|standardDeviation) /),
    values: lines
      .slice(data + 1)
      .filter((line) => /^\s*-?[\d.]+\s*$/.test(line))
      .map(Number),
  };
}

/** A NIST StRD one-way analysis of variance: its certified F, and the values by treatment. */
export function oneWay(name: string) {
  const lines = linesOf('nist-anova', `${name}.dat`);
  const treatments = new Map<string, number[]>();
  for (const line of lines.slice(60)) {
    const [treatment, value] = line.trim().split(/\s+/);
    if (treatment === undefined || value === undefined) continue;
    treatments.set(treatment, [...(treatments.get(treatment) ?? []), Number(value)]);
  }
  return { f: numberAfter(lines, /^Between /), groups: [...treatments.values()] };
}

/** The stratified sample of California's schools that R's survey package is documented with. */
export function schools() {
  const [header = '', ...rows] = linesOf('survey-api', 'apistrat.csv').filter(Boolean);
  const columns = header.replaceAll('"', '').split(',');
  return rows.map((row) => {
    const cells = row.replaceAll('"', '').split(',');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

export const expectedOfSchools = (): unknown => JSON.parse(linesOf('survey-api', 'expected.json').join('\n'));

/** Decimal digits that `value` shares with `reference`; 15 is what a double and NIST's tables hold. */
export const digits = (value: number, reference: number): number =>
  value === reference ? 15 : Math.min(15, -Math.log10(Math.abs((value - reference) / reference)));
