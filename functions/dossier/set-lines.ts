import type { Typeface, Weight, Word } from './typeface.ts';

/** How text looks; sizes in points. */
export interface Style {
  size: number;
  weight: Weight;
  colour: string;
}

/** One line, ready to be drawn. */
export interface Line {
  /** Its words and the blanks between them. */
  words: readonly Word[];
  /** Its last word goes on in the next line. */
  broken: boolean;
  width: number;
  height: number;
  style: Style;
}

const leading = 1.32;

/** Spaces at which a line may end; those that hold a figure to its unit are others. */
const gaps = /[ \t]+/;

/** Breaks text into lines no wider than `width` points; a word that is wider by itself is broken anywhere. */
export function setLines(typeface: Typeface, text: string, style: Style, width: number): Line[] {
  const { size, weight } = style;
  const wordOf = (signs: string) => typeface.word(signs, weight);
  const widthOf = (word: Word) => (word.width * size) / 1_000;
  const blank = wordOf(' ');
  const lines: Line[] = [];
  const add = (words: readonly Word[], taken: number, broken = false) =>
    lines.push({ words, broken, width: taken, height: size * leading, style });

  /** What fits of a word that is too wide, and what is left of it. */
  function split(signs: readonly string[]): [fits: string[], rest: string[]] {
    let fits = 0;
    for (let taken = 0; fits < signs.length; fits += 1) {
      taken += widthOf(wordOf(signs[fits] ?? ''));
      if (taken > width) break;
    }
    return [signs.slice(0, Math.max(1, fits)), signs.slice(Math.max(1, fits))];
  }

  for (const paragraph of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    let line: Word[] = [];
    let taken = 0;
    for (const whole of paragraph.trim().split(gaps)) {
      let word = wordOf(whole);
      if (line.length > 0 && taken + widthOf(blank) + widthOf(word) > width) {
        add(line, taken);
        line = [];
        taken = 0;
      }
      for (let signs = [...whole]; widthOf(word) > width && signs.length > 1; ) {
        const [first, rest] = split(signs);
        const part = wordOf(first.join(''));
        add([part], widthOf(part), true);
        signs = rest;
        word = wordOf(rest.join(''));
      }
      if (line.length > 0) {
        line.push(blank);
        taken += widthOf(blank);
      }
      line.push(word);
      taken += widthOf(word);
    }
    add(line, taken);
  }
  return lines;
}

export const heightOf = (lines: readonly Line[]) => lines.reduce((sum, { height }) => sum + height, 0);
