import { escapeHtml } from '../escape-html.ts';
import type { Verdict } from './verdict.ts';

interface Measured {
  estimate: number;
  low: number;
  high: number;
}

type Outcome = Verdict | 'not-comparable';

/** One indicator; each has its own scale, since some are shares and some are hours. */
export interface DumbbellRow {
  label: string;
  /** Absent where a wave did not ask, or too few answered. */
  baseline?: Measured;
  followUp?: Measured;
  verdict: Outcome;
  /** The ends of the scale, in the unit of the indicator. */
  scale: readonly [low: number, high: number];
  /** A number with its unit, in the language of the reader. */
  format: (value: number) => string;
}

/** The words of the picture, in the language of the reader. */
export interface DumbbellWords {
  title: string;
  /** What the picture shows, for those who hear it; the figures of each row follow. */
  description: string;
  baseline: string;
  followUp: string;
  /** What the lines beside the marks are: "95 % interval". */
  interval: string;
  verdicts: Record<Outcome, string>;
}

// Blue and orange of Okabe and Ito, darkened for contrast on white. Shape and fill tell the waves apart, too, and
// the verdicts have a sign and words: nothing is said by colour alone, so that it holds in grey.
const ink = '#1b1b1b';
const soft = '#595959';
export const earlier = '#9c5300';
export const later = '#00548c';
const guide = '#c4c4c4';
const paper = '#ffffff';
/** Every colour of the picture; where it is put on another ground than white, others can take their places. */
export const colours = { ink, soft, earlier, later, guide, paper };
export const signColours: Record<Outcome, string> = {
  improved: later,
  worsened: earlier,
  'no-detectable-change': soft,
  'not-comparable': soft,
};

/** Drawn, since fonts differ in such characters: a tick, a cross, an equals sign, a slash. All within 14 × 14. */
export const signs: Record<Outcome, string> = {
  improved: 'M2 8 L6 12 L12 2',
  worsened: 'M3 3 L11 11 M11 3 L3 11',
  'no-detectable-change': 'M2 5 H12 M2 10 H12',
  'not-comparable': 'M3 12 L11 2',
};

const line = 18;
const plotHeight = 40;
const rowGap = 20;
const margin = 12;
/** Letters that fit beside each other on the narrowest screen, 320 px. */
const lettersPerLine = 32;
/** Where the scales begin and end, in per cent of the width; their ends are written beside them. */
const [plotLeft, plotRight] = [18, 82];

// XML has no place at all for control characters.
const safe = (text: string) => escapeHtml(text.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' '));

const text = (x: string, y: number, content: string, attributes = '') =>
  `<text x="${x}" y="${y}"${attributes && ` ${attributes}`}>${safe(content)}</text>`;

function wrapped(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= lettersPerLine)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const circle = (x: string, y: number) =>
  `<circle cx="${x}" cy="${y}" r="6" fill="${paper}" stroke="${earlier}" stroke-width="2.5"/>`;
// A path knows no per cent; a nested picture does.
const diamond = (x: string, y: number) =>
  `<svg x="${x}" y="${y}" overflow="visible"><path d="M0 -7.5 L7.5 0 L0 7.5 L-7.5 0 Z" fill="${later}"/></svg>`;

/** A wave's interval with its end marks. */
const whisker = (low: string, high: string, y: number, colour: string) =>
  `<g stroke="${colour}" stroke-width="2"><line x1="${low}" y1="${y}" x2="${high}" y2="${y}"/>` +
  [low, high].map((x) => `<line x1="${x}" y1="${y - 4}" x2="${x}" y2="${y + 4}"/>`).join('') +
  '</g>';

const figures = ({ estimate, low, high }: Measured, format: DumbbellRow['format']) =>
  `${format(estimate)} (${format(low)} – ${format(high)})`;

interface Wave {
  measured: Measured;
  colour: string;
  mark: (x: string, y: number) => string;
  name: string;
}

/** The waves that measured the indicator, the earlier one first. */
const wavesOf = ({ baseline, followUp }: DumbbellRow, words: DumbbellWords): Wave[] => [
  ...(baseline ? [{ measured: baseline, colour: earlier, mark: circle, name: words.baseline }] : []),
  ...(followUp ? [{ measured: followUp, colour: later, mark: diamond, name: words.followUp }] : []),
];

function drawnRow(row: DumbbellRow, top: number, words: DumbbellWords): { svg: string; height: number } {
  const { baseline, followUp, verdict, scale, format } = row;
  const [low, high] = scale;
  const place = (value: number) => {
    const part = high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
    return `${(plotLeft + part * (plotRight - plotLeft)).toFixed(2)}%`;
  };
  const waves = wavesOf(row, words);
  const label = wrapped(row.label);
  const verdictLine = top + line * (label.length + 1);
  const [upper, middle, lower] = [verdictLine + 18, verdictLine + 26, verdictLine + 34];
  const height = (wave: Wave) => (wave.measured === baseline ? upper : lower);
  const firstValue = verdictLine + plotHeight + line;
  // What cannot be compared is not joined.
  const joined = baseline && followUp && verdict !== 'not-comparable';
  const svg = [
    ...label.map((part, index) => text(`${margin}`, top + line * (index + 1), part, 'font-weight="600"')),
    `<svg x="${margin}" y="${verdictLine - 12}" width="14" height="14"><path d="${signs[verdict]}" fill="none" stroke="${signColours[verdict]}" stroke-width="2.5"/></svg>`,
    text(`${margin + 20}`, verdictLine, words.verdicts[verdict]),
    `<line x1="${plotLeft}%" y1="${middle}" x2="${plotRight}%" y2="${middle}" stroke="${guide}"/>`,
    text(`${plotLeft - 2}%`, middle + 4, format(low), `text-anchor="end" font-size="12" fill="${soft}"`),
    text(`${plotRight + 2}%`, middle + 4, format(high), `font-size="12" fill="${soft}"`),
    ...(joined
      ? [
          `<line x1="${place(baseline.estimate)}" y1="${upper}" x2="${place(followUp.estimate)}" y2="${lower}" stroke="${soft}" stroke-dasharray="2 3"/>`,
        ]
      : []),
    ...waves.flatMap((wave) => [
      whisker(place(wave.measured.low), place(wave.measured.high), height(wave), wave.colour),
      wave.mark(place(wave.measured.estimate), height(wave)),
    ]),
    ...waves.flatMap(({ measured, mark }, index) => [
      mark(`${margin + 7}`, firstValue + index * line - 5),
      text(`${margin + 20}`, firstValue + index * line, figures(measured, format)),
    ]),
  ];
  return { svg: svg.join('\n'), height: firstValue + line * (waves.length - 1) - top };
}

function heard(row: DumbbellRow, words: DumbbellWords): string {
  const waves = wavesOf(row, words).map(({ name, measured }) => `${name} ${figures(measured, row.format)}`);
  return `${row.label}: ${[...waves, words.verdicts[row.verdict]].join(', ')}.`;
}

/**
 * Baseline and follow-up of each indicator with their 95 % intervals, as an SVG to be put into a page, a mail or a
 * file. It fills the width it is given, from 320 px, with letters of one size; it has no script, style sheet, style
 * attribute or font of its own, so that strict content policies let it pass.
 * @param id begins the ids of its parts, which must be unique in a page
 */
export function dumbbell(id: string, rows: readonly DumbbellRow[], words: DumbbellWords): string {
  let top = 76 + margin;
  const drawn = rows.map((row) => {
    const { svg, height } = drawnRow(row, top, words);
    top += height + rowGap;
    return svg;
  });
  const begin = `${safe(id)}-title`;
  const told = `${safe(id)}-description`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${begin}" aria-describedby="${told}" width="100%" height="${top}" font-family="system-ui, sans-serif" font-size="14" fill="${ink}">`,
    `<title id="${begin}">${safe(words.title)}</title>`,
    `<desc id="${told}">${safe([words.description, ...rows.map((row) => heard(row, words))].join(' '))}</desc>`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    circle(`${margin + 7}`, 19),
    text(`${margin + 20}`, 24, words.baseline),
    diamond(`${margin + 7}`, 42),
    text(`${margin + 20}`, 47, words.followUp),
    whisker(`${margin}`, `${margin + 14}`, 65, soft),
    text(`${margin + 20}`, 70, words.interval),
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}
