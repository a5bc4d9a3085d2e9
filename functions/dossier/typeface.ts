import type PDFDocument from 'pdfkit';
import * as z from 'zod';

export type Weight = 'regular' | 'strong';

/** The font files (OpenType) by weight: those with the letters of Spanish and English first, further Latin letters second. */
export type FontFiles = Record<Weight, readonly Uint8Array[]>;

/** Signs that belong together, in the one font that has them all. */
export interface Run {
  font: string;
  text: string;
}

/** pdfkit knows which signs a font has, and does not tell it in its types. */
const Opened = z.object({ font: z.object({ characterSet: z.array(z.int()) }) });

/** Stands for a letter that no font has. */
const unknown = '?';

/** Marks that are not seen: direction, joining, variants of the sign before, the order of bytes. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Sets text in the fonts of a document: says what is set in which font, and how wide it is. */
export function typefaceOf(document: typeof PDFDocument, files: FontFiles) {
  const open = (weight: Weight) =>
    files[weight].map((file, at) => {
      const font = `${weight}-${at}`;
      document.registerFont(font, Buffer.from(file)).font(font);
      return { font, signs: new Set(Opened.parse(Reflect.get(document, '_font')).font.characterSet) };
    });
  const fonts = { regular: open('regular'), strong: open('strong') };
  const known = new Map<string, Run[]>();
  const widths = new Map<string, number>();

  function fontOf(weight: Weight, grapheme: string): string | undefined {
    const points = [...grapheme].map((sign) => sign.codePointAt(0) ?? 0);
    return fonts[weight].find(({ signs }) => points.every((point) => signs.has(point)))?.font;
  }

  /** A text of one line as it is set. */
  function runs(text: string, weight: Weight): Run[] {
    const key = `${weight} ${text}`;
    const found = known.get(key) ?? set(text, weight);
    known.set(key, found);
    return found;
  }

  function set(text: string, weight: Weight): Run[] {
    const found: Run[] = [];
    // Thin spaces, as numbers have them in some languages, are in none of the fonts.
    const plain = text.normalize('NFC').replace(/[\u2009\u202F]/g, '\u00A0');
    for (const { segment } of graphemes.segment(plain)) {
      const seen = segment.replace(unseen, '');
      if (seen === '') continue;
      const own = fontOf(weight, seen);
      const font = own ?? fontOf(weight, unknown) ?? '';
      const sign = own ? seen : unknown;
      const last = found.at(-1);
      if (last?.font === font) last.text += sign;
      else found.push({ font, text: sign });
    }
    return found;
  }

  /** How wide a run is, in points. */
  function widthOf({ font, text }: Run, size: number): number {
    const key = `${font} ${size} ${text}`;
    const width = widths.get(key) ?? document.font(font).fontSize(size).widthOfString(text);
    widths.set(key, width);
    return width;
  }

  return { runs, widthOf };
}
export type Typeface = ReturnType<typeof typefaceOf>;
