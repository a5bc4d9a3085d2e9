import type PDFDocument from 'pdfkit';
import * as z from 'zod';

export type Weight = 'regular' | 'strong';

/** The font files (OpenType) by weight: those with the letters of Spanish and English first, further Latin letters second. */
export type FontFiles = Record<Weight, readonly Uint8Array[]>;

/** Where the glyph of a sign stands, in thousandths of the size. */
interface Position {
  xAdvance: number;
  advanceWidth: number;
  xOffset: number;
  yOffset: number;
}

/** A font as pdfkit holds it; what it knows of a font it does not tell in its types. */
interface EmbeddedFont {
  /** By which a page names it. */
  id: string;
  /** In thousandths of the size. */
  ascender: number;
  font: { characterSet: number[] };
  /** The glyphs of a text as hexadecimal codes, and where each stands. With features, even none, nothing is kept of it. */
  encode(text: string, features: string[]): [glyphs: string[], positions: Position[]];
  ref(): unknown;
}

const EmbeddedFont = z.custom<EmbeddedFont>(
  (font) =>
    font instanceof Object &&
    ['id', 'ascender', 'font', 'encode', 'ref'].every((name) => Reflect.get(font, name) !== undefined),
);

/** Signs that belong together in one font, as operands of the operator that shows them (ISO 32000, 9.4.3: TJ). */
export interface Piece {
  font: EmbeddedFont;
  shown: string;
  /** How far above the line, in thousandths of the size: accents of letters that no font has as one sign. */
  rise: number;
}

/** A word that was set. */
export interface Word {
  pieces: readonly Piece[];
  /** In thousandths of the size. */
  width: number;
}

/** Stands for a letter that no font has. */
const unknown = '?';

/** Words that are kept as they were set: texts repeat most of theirs. */
const mostKept = 20_000;

/** Numbers are ever new, but made of the same ten signs: each is set by itself. */
const figure = /(\d)/;

/** Marks that are not seen: direction, joining, variants of the sign before, the order of bytes. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

/** Sets words in the fonts of a document: says how each is drawn, and how wide it is. */
export function typefaceOf(document: typeof PDFDocument, files: FontFiles) {
  const open = (weight: Weight) =>
    files[weight].map((file, at) => {
      const name = `${weight}-${at}`;
      document.registerFont(name, Buffer.from(file)).font(name);
      const font = EmbeddedFont.parse(Reflect.get(document, '_font'));
      return { font, signs: new Set(font.font.characterSet) };
    });
  const fonts = { regular: open('regular'), strong: open('strong') };
  const known: Record<Weight, Map<string, Word>> = { regular: new Map(), strong: new Map() };

  function fontOf(weight: Weight, grapheme: string): EmbeddedFont | undefined {
    const points = [...grapheme].map((sign) => sign.codePointAt(0) ?? 0);
    return fonts[weight].find(({ signs }) => points.every((point) => signs.has(point)))?.font;
  }

  /** A word, or a blank, as it is set. */
  function word(text: string, weight: Weight): Word {
    const kept = known[weight];
    const found = kept.get(text);
    if (found) return found;
    if (text.length > 1 && figure.test(text)) {
      const parts = text
        .split(figure)
        .filter(Boolean)
        .map((part) => word(part, weight));
      return {
        pieces: parts.flatMap(({ pieces }) => pieces),
        width: parts.reduce((sum, { width }) => sum + width, 0),
      };
    }
    if (kept.size === mostKept) kept.clear();
    const made = set(text, weight);
    kept.set(text, made);
    return made;
  }

  /** What of a text is set in which font. */
  function runsOf(text: string, weight: Weight): { font: EmbeddedFont; text: string }[] {
    const runs: { font: EmbeddedFont; text: string }[] = [];
    // Thin spaces, as numbers have them in some languages, are in none of the fonts.
    const plain = text.normalize('NFC').replace(/[\u2009\u202F]/g, '\u00A0');
    for (const { segment } of graphemes.segment(plain)) {
      const seen = segment.replace(unseen, '');
      if (seen === '') continue;
      const own = fontOf(weight, seen);
      const font = own ?? fontOf(weight, unknown);
      if (!font) continue;
      const sign = own ? seen : unknown;
      const last = runs.at(-1);
      if (last?.font === font) last.text += sign;
      else runs.push({ font, text: sign });
    }
    return runs;
  }

  function set(text: string, weight: Weight): Word {
    const pieces: Piece[] = [];
    let width = 0;
    for (const { font, text: signs } of runsOf(text, weight)) {
      const [glyphs, positions] = font.encode(signs, []);
      let shown = '';
      let codes = '';
      let rise = 0;
      const move = (by: number) => {
        if (codes) shown += `<${codes}>`;
        codes = '';
        // The operator takes away what it is told.
        if (by !== 0) shown += ` ${-rounded(by)} `;
      };
      const end = () => {
        move(0);
        if (shown) pieces.push({ font, shown, rise });
        shown = '';
      };
      for (const [at, { xAdvance, advanceWidth, xOffset, yOffset }] of positions.entries()) {
        if (yOffset !== rise) end();
        rise = yOffset;
        if (xOffset !== 0) move(xOffset);
        codes += glyphs[at] ?? '';
        const more = xAdvance - advanceWidth - xOffset;
        if (Math.abs(more) > 1e-3) move(more);
        width += xAdvance;
      }
      end();
    }
    return { pieces, width };
  }

  return { word };
}
export type Typeface = ReturnType<typeof typefaceOf>;
