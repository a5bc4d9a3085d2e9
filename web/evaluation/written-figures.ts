import { type FigureWords, indicatorName } from '../../domain/evaluation/picture.ts';
import { inert } from '../../domain/tabular/formulas.ts';
import type { Words } from '../../words/es/evaluation.ts';
import type { Translation } from '../words/use-translation.ts';
import type { Row } from './figures.ts';

/**
 * The figures of an evaluation as comma-separated values, with a heading in the language of the reader. Numbers are
 * written with a point and all their places; shares from 0 to 1.
 */
export async function writtenFigures(
  rows: readonly Row[],
  { messages, language }: Pick<Translation, 'messages' | 'language'>,
  words: FigureWords & Pick<Words, 'incomparable'>,
): Promise<Blob> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const { csv } = messages.evaluation;
  const { verdicts, incomparable } = words;
  const waves = ['baseline', 'followUp'] as const;
  const header = [
    csv.code,
    csv.name,
    csv.unit,
    csv.direction,
    ...waves.flatMap((wave) => [
      csv[wave],
      ...[csv.low, csv.high, csv.n].map((part) => `${csv[wave]}: ${part}`),
    ]),
    csv.difference,
    `${csv.difference}: ${csv.low}`,
    `${csv.difference}: ${csv.high}`,
    csv.p,
    csv.adjustedP,
    csv.detectable,
    csv.verdict,
    csv.reason,
  ];
  const unitOf = ({ kind, unit }: Row) =>
    kind === 'share' ? `${unit[language]} (${csv.share})` : unit[language];
  const lines = rows.map((row) => {
    const measured = waves.flatMap((wave) => {
      const { estimate, low, high, n } = row[wave] ?? {};
      return [estimate, low, high, n];
    });
    const compared =
      row.verdict === 'not-comparable'
        ? [...Array.from({ length: 6 }, () => undefined), verdicts[row.verdict], incomparable[row.reason]]
        : [
            row.difference,
            row.low,
            row.high,
            row.p,
            row.adjustedP,
            row.detectable,
            verdicts[row.verdict],
            undefined,
          ];
    return [
      row.code,
      indicatorName(row, words),
      unitOf(row),
      messages.evaluation.direction[row.direction],
      ...measured,
      ...compared,
    ].map((cell) => (typeof cell === 'string' ? inert(cell) : cell));
  });
  // Excel takes a file without a byte-order mark for one in the Windows code page.
  return new Blob([stringify([header, ...lines], { bom: true, record_delimiter: 'windows' })], {
    type: 'text/csv;charset=utf-8',
  });
}
