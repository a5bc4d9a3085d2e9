import PDFDocument from 'pdfkit';
import type { Language } from '../../domain/language.ts';
import { languages } from '../../words/languages.ts';
import { type Line, type Style, setLines } from './set-lines.ts';
import { type FontFiles, typefaceOf } from './typeface.ts';

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
    let top = y;
    for (const { runs, broken, style, height, width: taken } of lines) {
      let at = x + (align === 'left' ? 0 : (width - taken) / (align === 'right' ? 1 : 2));
      for (const [number, run] of runs.entries()) {
        this.pdf.font(run.font).fontSize(style.size).fillColor(style.colour);
        // Whoever hears the lines, or copies them, needs the space that the end of a line stands for.
        const end = number === runs.length - 1 && !broken ? ' ' : '';
        this.pdf.text(run.text + end, at, top, { lineBreak: false });
        at += this.#typeface.widthOf(run, style.size);
      }
      top += height;
    }
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
  async bytes(): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    this.pdf.end();
    for await (const chunk of this.pdf) if (chunk instanceof Uint8Array) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}
