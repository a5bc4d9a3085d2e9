import type { Language } from '../language-list.ts';
import { type DumbbellRow, dumbbell } from './dumbbell.ts';
import type { EvaluationRow } from './evaluation-row.ts';
import type { IndicatorCode } from './indicators.ts';

type DumbbellWords = Parameters<typeof dumbbell>[2];

/** What figures and pictures of surveys are written with in one language. */
export interface FigureWords {
  language: Language;
  /** How numbers are written, as BCP 47 has it. */
  locale: string;
  indicators: Record<IndicatorCode, string>;
  verdicts: DumbbellWords['verdicts'];
  picture: Omit<DumbbellWords, 'title' | 'verdicts'> & { title(place: string): string };
}

/** What an indicator is called, with the side of it that a question asks for. */
export function indicatorName(
  { code, aspect }: Pick<EvaluationRow, 'code' | 'aspect'>,
  { language, indicators }: Pick<FigureWords, 'language' | 'indicators'>,
) {
  const name = indicators[code];
  return aspect ? `${name}: ${aspect[language]}` : name;
}

/** Figures as people read them: shares in per cent. */
export function figureIn(locale: string, kind: EvaluationRow['kind']): (value: number) => string {
  const format = new Intl.NumberFormat(locale, {
    style: kind === 'share' ? 'percent' : 'decimal',
    maximumFractionDigits: 1,
  });
  return (value) => format.format(value);
}

/** Differences as people read them, with their sign: those of shares in points, which is a hundredth. */
export function changeIn(locale: string, kind: EvaluationRow['kind']): (value: number) => string {
  const format = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  return (value) => format.format(inPoints(value, kind));
}

/** A difference of shares in points; any other as it is. */
export const inPoints = (value: number, kind: EvaluationRow['kind']): number =>
  kind === 'share' ? value * 100 : value;

/** 1, 2 or 5 times a power of ten: the first that is large enough. */
function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((step) => step * power >= value) ?? 10) * power;
}

/** Shares are drawn from 0 to 1, everything else over what the intervals reach. */
export function scaleOf(row: EvaluationRow): [number, number] {
  if (row.kind === 'share') return [0, 1];
  const highest = Math.max(row.baseline?.high ?? 0, row.followUp?.high ?? 0);
  const lowest = Math.min(0, row.baseline?.low ?? 0, row.followUp?.low ?? 0);
  return [lowest, highest > 0 ? roundedUp(highest) : 1];
}

function drawnRow(row: EvaluationRow, words: FigureWords): DumbbellRow[] {
  const { baseline, followUp, verdict, kind, unit } = row;
  if (!baseline || !followUp || verdict === 'not-comparable') return [];
  const label = `${row.code} ${indicatorName(row, words)}${kind === 'share' ? '' : ` (${unit[words.language]})`}`;
  const format = figureIn(words.locale, kind);
  return [{ label, baseline, followUp, verdict, scale: scaleOf(row), format }];
}

/** The questions of a locality that could be compared, as a picture: see `dumbbell`. */
export function evaluationPicture(
  id: string,
  place: string,
  rows: readonly EvaluationRow[],
  words: FigureWords,
) {
  const { picture, verdicts } = words;
  return dumbbell(
    id,
    rows.flatMap((row) => drawnRow(row, words)),
    { ...picture, title: picture.title(place), verdicts },
  );
}
