import type { Run, Typeface, Weight } from './typeface.ts';

/** How text looks; sizes in points. */
export interface Style {
  size: number;
  weight: Weight;
  colour: string;
}

/** One line, ready to be drawn. */
export interface Line {
  runs: Run[];
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
  const widthOf = (words: string) =>
    typeface.runs(words, weight).reduce((sum, run) => sum + typeface.widthOf(run, size), 0);
  const space = widthOf(' ');
  const lines: Line[] = [];
  const add = (words: string, broken = false) => {
    const runs = typeface.runs(words, weight);
    const taken = runs.reduce((sum, run) => sum + typeface.widthOf(run, size), 0);
    lines.push({ runs, broken, width: taken, height: size * leading, style });
  };

  /** What fits of a word that is too wide, and what is left of it. */
  function split(word: string): [string, string] {
    const signs = [...word];
    let fits = 1;
    while (fits < signs.length && widthOf(signs.slice(0, fits + 1).join('')) <= width) fits += 1;
    return [signs.slice(0, fits).join(''), signs.slice(fits).join('')];
  }

  for (const paragraph of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    let line = '';
    let taken = 0;
    for (const whole of paragraph.trim().split(gaps)) {
      let word = whole;
      let wide = widthOf(word);
      if (line && taken + space + wide > width) {
        add(line);
        line = '';
        taken = 0;
      }
      while (wide > width && [...word].length > 1) {
        const [first, rest] = split(word);
        add(first, true);
        word = rest;
        wide = widthOf(word);
      }
      line = line ? `${line} ${word}` : word;
      taken += (taken ? space : 0) + wide;
    }
    add(line);
  }
  return lines;
}

export const heightOf = (lines: readonly Line[]) => lines.reduce((sum, { height }) => sum + height, 0);
