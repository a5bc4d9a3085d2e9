import { keeps, type Row, ratioOf } from './group.ts';

const figure = (value: number) =>
  value.toLocaleString('en', { maximumSignificantDigits: value < 10 ? 3 : 4 });

const withUnit = (value: number, unit: string) => (unit ? `${figure(value)} ${unit}` : figure(value));

function boundOf({ wanted, baseline }: Row): string {
  if (!wanted) return '';
  const times = baseline === undefined ? '' : '×';
  if ('atMost' in wanted) return `≤ ${figure(wanted.atMost)}${times}`;
  return 'below' in wanted ? `< ${figure(wanted.below)}${times}` : `≥ ${figure(wanted.atLeast)}${times}`;
}

/** A figure as a line of the table that people read. */
export function lineOf(row: Row): Record<string, string> {
  const ratio = ratioOf(row);
  const kept = keeps(row);
  const baseline = row.baseline === undefined ? '' : withUnit(row.baseline, row.baselineUnit ?? row.unit);
  const beside = Object.entries(row.beside ?? {}).map(([name, value]) => [name, figure(value)]);
  return {
    counted: withUnit(row.counted, row.unit),
    baseline: row.of ? `${baseline} (${row.of})` : baseline,
    ratio: ratio === undefined ? '' : `${figure(ratio)}×`,
    wanted: boundOf(row),
    kept: kept === undefined ? '' : kept ? 'yes' : 'NO',
    ...Object.fromEntries(beside),
  };
}

/** A group that was measured. */
export interface Measured {
  group: string;
  what: string;
  seconds: number;
  rows: Row[];
}

/** Groups as tables of a document, whose columns are those that any of their rows fills. */
export const markdownOf = (measured: Measured[]): string =>
  measured
    .map(({ group, what, seconds, rows }) => {
      const lines = rows.map((row): Record<string, string> => ({ name: row.name, ...lineOf(row) }));
      const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))].filter((column) =>
        lines.some((line) => line[column]),
      );
      const cells = (texts: string[]) => `| ${texts.join(' | ')} |`;
      return [
        `## ${group}`,
        '',
        `${what}. ${Math.round(seconds)} s.`,
        '',
        cells(columns),
        cells(columns.map(() => '---')),
        ...lines.map((line) => cells(columns.map((column) => line[column] ?? ''))),
        '',
      ].join('\n');
    })
    .join('\n');
