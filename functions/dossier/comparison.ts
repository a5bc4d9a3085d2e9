import { earlier, later, signColours, signs } from '../../domain/evaluation/dumbbell.ts';
import type { EvaluationRow } from '../../domain/evaluation/evaluation-row.ts';
import { changeIn, figureIn, indicatorName, scaleOf } from '../../domain/evaluation/picture.ts';
import type { Survey } from '../../store/surveys.ts';
import { figureWords } from '../../words/figures.ts';
import { evaluationWords, languages } from '../../words/languages.ts';
import { heading, paragraph, particulars, plain, small } from './blocks.ts';
import type { Facts } from './facts.ts';
import type { Style } from './set-lines.ts';
import { rule, type Sheet, soft } from './sheet.ts';
import { type Cell, table } from './table.ts';
import type { Translator } from './translator.ts';

type Measured = NonNullable<EvaluationRow['baseline']>;

const aside: Style = { ...small, size: 7.5 };
const tick: Style = { ...small, size: 6.5 };

const circle = ({ pdf }: Sheet, x: number, y: number) =>
  pdf.circle(x, y, 3).lineWidth(1.5).fillAndStroke('#ffffff', earlier);
const diamond = ({ pdf }: Sheet, x: number, y: number) =>
  pdf.path(`M${x} ${y - 4} L${x + 4} ${y} L${x} ${y + 4} L${x - 4} ${y} Z`).fill(later);

function whisker({ pdf }: Sheet, from: number, to: number, y: number, colour: string): void {
  pdf.lineWidth(1.25);
  pdf.moveTo(from, y).lineTo(to, y).stroke(colour);
  for (const x of [from, to])
    pdf
      .moveTo(x, y - 2.5)
      .lineTo(x, y + 2.5)
      .stroke(colour);
}

/** Baseline above, follow-up below, each with its interval, on a scale of the indicator's own. */
function dumbbell(sheet: Sheet, row: EvaluationRow, translator: Translator): Cell {
  const { baseline, followUp, verdict } = row;
  if (!baseline && !followUp) return { texts: [] };
  const [low, high] = scaleOf(row);
  const format = figureIn(languages[translator.language].locale, row.kind);
  return {
    height: 34,
    draw: (left, top, width) => {
      const { pdf } = sheet;
      const [start, end] = [left + 5, left + width - 5];
      const place = (value: number) => {
        const part = high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
        return start + part * (end - start);
      };
      const [upper, middle, lower] = [top + 6, top + 12, top + 18];
      pdf.moveTo(start, middle).lineTo(end, middle).lineWidth(0.75).stroke(rule);
      // What cannot be compared is not joined.
      if (baseline && followUp && verdict !== 'not-comparable')
        pdf
          .moveTo(place(baseline.estimate), upper)
          .lineTo(place(followUp.estimate), lower)
          .lineWidth(1)
          .dash(1.5, { space: 1.5 })
          .stroke(soft)
          .undash();
      const wave = ({ low, high, estimate }: Measured, y: number, colour: string, mark: typeof circle) => {
        whisker(sheet, place(low), place(high), y, colour);
        mark(sheet, place(estimate), y);
      };
      if (baseline) wave(baseline, upper, earlier, circle);
      if (followUp) wave(followUp, lower, later, diamond);
      sheet.put(sheet.lines(format(low), tick, 60), left, top + 24);
      sheet.put(sheet.lines(format(high), tick, 60), left, top + 24, 'right', width);
    },
  };
}

function figureCell(
  measured: Measured | undefined,
  format: (value: number) => string,
  translator: Translator,
): Cell {
  const { messages, number } = translator;
  if (!measured) return { texts: [messages.none] };
  const { estimate, low, high, n } = measured;
  return {
    texts: [
      format(estimate),
      [messages.surveys.interval(format(low), format(high)), aside],
      [messages.surveys.answers(number(n)), aside],
    ],
  };
}

/** The verdict in words, with the difference it rests on, or the reason why there is none. */
function resultCell(row: EvaluationRow, translator: Translator): Cell {
  const { messages, language } = translator;
  const { verdicts, incomparable } = evaluationWords[language];
  const verdict: [string, Style] = [
    verdicts[row.verdict],
    { ...plain, size: 8.5, weight: 'strong', colour: signColours[row.verdict] },
  ];
  if (row.verdict === 'not-comparable') return { texts: [verdict, [incomparable[row.reason], aside]] };
  // The difference of two shares is in points, not in per cent.
  const unit = row.kind === 'share' ? messages.surveys.points : row.unit[language];
  const change = changeIn(languages[language].locale, row.kind);
  const signed = (value: number) => change(value).replace('-', '−');
  const { difference, low, high } = row;
  const { surveys } = messages;
  return {
    texts: [
      verdict,
      [surveys.difference(`${signed(difference)} ${unit}`), aside],
      [surveys.interval(signed(low), signed(high)), aside],
    ],
  };
}

const surveyText = (survey: Survey | undefined, { messages, number, day }: Translator) => {
  if (!survey) return messages.surveys.notYet;
  const { summary, importedAt, importedBy } = survey;
  const { id, version } = summary.questionnaire;
  return messages.surveys.survey(number(summary.rows), day(importedAt), importedBy, `${id} v${version}`);
};

function legend(sheet: Sheet, { language }: Translator): void {
  const { evaluation, verdicts } = evaluationWords[language];
  sheet.need(20);
  let x = sheet.left + 4;
  const y = sheet.y + 6;
  const entry = (draw: () => void, text: string) => {
    const lines = sheet.lines(text, small);
    sheet.adorn(draw);
    sheet.mark(sheet.part('P'), () => sheet.put(lines, x + 12, y - 6));
    x += 26 + (lines[0]?.width ?? 0);
  };
  entry(() => circle(sheet, x + 3, y), evaluation.baseline);
  entry(() => diamond(sheet, x + 3, y), evaluation.followUp);
  entry(() => whisker(sheet, x - 2, x + 8, y, soft), evaluation.interval);
  for (const verdict of ['improved', 'worsened', 'no-detectable-change'] as const)
    entry(
      () =>
        sheet.pdf
          .translate(x, y - 4)
          .scale(8 / 14)
          .path(signs[verdict])
          .lineWidth(2.5)
          .stroke(signColours[verdict]),
      verdicts[verdict],
    );
  sheet.y += 18;
}

/** The surveys that were made, and what became of every indicator between them. */
export function surveysIn(sheet: Sheet, { surveys, evaluation }: Facts, translator: Translator): void {
  const { messages, language } = translator;
  const said = messages.surveys;
  const words = figureWords(language);
  heading(sheet, 'H2', said.title);
  if (!surveys.baseline && !surveys.followUp) {
    paragraph(sheet, said.none);
    return;
  }
  particulars(sheet, [
    [said.baseline, surveyText(surveys.baseline, translator)],
    [said.followUp, surveyText(surveys.followUp, translator)],
  ]);
  paragraph(sheet, said.howTo, { style: small, after: 6 });
  legend(sheet, translator);
  table(
    sheet,
    [
      { heading: said.indicator, width: 126 },
      { heading: said.baseline, width: 80 },
      { heading: said.followUp, width: 80 },
      { heading: said.picture, width: 106 },
      { heading: said.result, width: 112 },
    ],
    evaluation.map((row) => {
      const format = figureIn(words.locale, row.kind);
      const unit = row.kind === 'share' ? [] : [[row.unit[language], aside] as const];
      return [
        { texts: [indicatorName(row, words), ...unit] },
        figureCell(row.baseline, format, translator),
        figureCell(row.followUp, format, translator),
        dumbbell(sheet, row, translator),
        resultCell(row, translator),
      ];
    }),
  );
}
