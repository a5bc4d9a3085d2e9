import PDFDocument from 'pdfkit';
import type { Language } from '../../domain/language.ts';
import { languages } from '../../words/languages.ts';
import { type Line, type Style, setLines } from './set-lines.ts';
import { type FontFiles, type Piece, typefaceOf } from './typeface.ts';

export type Element = ReturnType<typeof PDFDocument.struct>;

/** What a part of the structure may say of itself; `scope` is of headings of a table. */
export interface About {
  alt?: string;
  scope?: 'Column' | 'Row';
}

/** Letter, as offices in Mexico print; points. */
const paper = { width: 612, height: 792 };
const margin = { left: 54, right: 54, top: 54, bottom: 72 };

export const ink = '#14211e';
export const soft = '#4d5d59';
export const rule = '#c3cecb';
export const tint = '#eef3f1';
export const key = '#0b6b5d';
export const alarm = '#a3241c';

const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

/** `#0b6b5d` as the three parts of a colour, each from 0 to 1. */
const rgb = (colour: string) =>
  [1, 3, 5].map((at) => rounded(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ');

interface Particulars {
  title: string;
  author: string;
  language: Language;
  madeAt: Date;
}

/**
 * A document that is written from top to bottom, page after page. Everything on it is part of its structure (for those
 * who hear it) or marked as decoration.
 */
export class Sheet {
  readonly width = paper.width - margin.left - margin.right;
  readonly left = margin.left;
  /** Where the next thing goes. */
  y = margin.top;
  readonly pdf: typeof PDFDocument;
  readonly root: Element;
  /** The document, as far as it is written out. */
  readonly #written: Uint8Array[] = [];
  readonly #typeface: ReturnType<typeof typefaceOf>;

  constructor(fonts: FontFiles, { title, author, language, madeAt }: Particulars) {
    this.pdf = new PDFDocument({
      size: [paper.width, paper.height],
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      lang: languages[language].documentLocale,
      displayTitle: true,
      bufferPages: true,
      // None of pdfkit's own fonts: they are no part of a bundle, and are not embedded.
      font: '',
      info: { Title: title, Author: author, Creator: 'Etapas', Producer: 'Etapas', CreationDate: madeAt },
    });
    this.#typeface = typefaceOf(this.pdf, fonts);
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  /** How much is left of the page, in points. */
  get room(): number {
    return paper.height - margin.bottom - this.y;
  }

  /** How much a whole page holds. */
  get most(): number {
    return paper.height - margin.bottom - margin.top;
  }

  /** Goes on to a new page unless this one has room for as much; what no page has room for stays where it is. */
  need(height: number): void {
    if (height > this.room && !this.fresh) this.turn();
  }

  /** Whether nothing stands on the page yet. */
  get fresh(): boolean {
    return this.y === margin.top;
  }

  /** The number of the page. */
  page = 1;

  turn(): void {
    this.#take();
    this.pdf.addPage();
    this.page += 1;
    this.y = margin.top;
  }

  /** A part of the structure, at the end of another. */
  part(type: string, parent: Element = this.root, about: About = {}): Element {
    const element = this.pdf.struct(type, about);
    parent.add(element);
    return element;
  }

  /** Draws what belongs to a part. */
  mark(part: Element, draw: () => void): void {
    part.add(draw);
  }

  /** Draws what says nothing of its own. */
  adorn(draw: () => void): void {
    this.pdf.save().markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent().restore();
  }

  lines(text: string, style: Style, width = this.width): Line[] {
    return setLines(this.#typeface, text, style, width);
  }

  /** Puts lines below each other, from `y` on. */
  put(
    lines: readonly Line[],
    x: number,
    y: number,
    align: 'left' | 'right' | 'center' = 'left',
    width = 0,
  ): void {
    const [first] = lines;
    if (!first) return;
    const at = (taken: number) => x + (align === 'left' ? 0 : (width - taken) / (align === 'right' ? 1 : 2));
    let top = y;
    const shown = lines.map((line) => {
      const operations = this.#shown(line, at(line.width), top);
      top += line.height;
      return operations;
    });
    // One operation at a time, as pdfkit draws text, took most of the time and the memory of a long document. The page
    // stands on its head for everything but text.
    const { height } = this.pdf.page;
    this.pdf.addContent(`q\n1 0 0 -1 0 ${height} cm\nBT\n${shown.join('\n')}\nET\nQ`);
  }

  /** The operations that show a line whose upper edge is at `top` (ISO 32000, 9.4). */
  #shown({ words, broken, style: { size, weight, colour } }: Line, x: number, top: number): string {
    const { page } = this.pdf;
    // Whoever hears the lines, or copies them, needs the space that the end of a line stands for.
    const all = broken ? words : [...words, this.#typeface.word(' ', weight)];
    const operations = [`${rgb(colour)} rg`];
    let [font, rise, pieces]: [Piece['font'] | undefined, number, string[]] = [undefined, 0, []];
    const show = () => {
      if (pieces.length > 0) operations.push(`[${pieces.join(' ')}] TJ`);
      pieces = [];
    };
    for (const word of all)
      for (const piece of word.pieces) {
        if (piece.font !== font || piece.rise !== rise) show();
        if (piece.font !== font) {
          page.fonts[piece.font.id] ??= piece.font.ref();
          operations.push(`/${piece.font.id} ${size} Tf`);
          const base = page.height - top - (piece.font.ascender * size) / 1_000;
          // Whatever is shown after begins where the last sign ended.
          if (!font) operations.push(`1 0 0 1 ${rounded(x)} ${rounded(base)} Tm`);
          font = piece.font;
        }
        if (piece.rise !== rise) operations.push(`${rounded((piece.rise * size) / 1_000)} Ts`);
        rise = piece.rise;
        pieces.push(piece.shown);
      }
    show();
    if (rise !== 0) operations.push('0 Ts');
    return operations.join('\n');
  }

  /** Writes at the foot of every page, once all are there. */
  foot(write: (page: number, pages: number, y: number) => void): void {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.pdf.switchToPage(page);
      this.pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
      write(page - start + 1, count, paper.height - margin.bottom + 22);
      this.pdf.endMarkedContent();
    }
  }

  /** The document as bytes; nothing can be written after. */
  bytes(): Buffer {
    this.pdf.end();
    this.#take();
    return Buffer.concat(this.#written);
  }

  /** Takes what was written out so far: as the many small pieces that it is written in, it would fill the memory. */
  #take(): void {
    const written: unknown = this.pdf.read();
    if (written instanceof Uint8Array) this.#written.push(written);
  }
}
