import { inflateSync } from 'node:zlib';

/** What one page of a document shows, in the order in which it is drawn. */
export interface PdfPage {
  text: string;
  /** How often something was drawn outside the structure of the document and not as decoration. */
  untagged: number;
  /** Every rectangle that is drawn: left, top, width and height in points. */
  boxes: [x: number, y: number, width: number, height: number][];
}

/** A document as pdfkit writes it, read without pdfkit. */
export interface Pdf {
  pages: PdfPage[];
  /** The document without its content: what it says of itself, and its structure. */
  outline: string;
}

type Letters = Map<string, string>;

/** What stands in the document under each number. */
const objectsIn = (raw: string) =>
  new Map(
    [...raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );

function streamOf(body: string): string {
  const start = body.indexOf('stream\n') + 'stream\n'.length;
  const bytes = Buffer.from(body.slice(start, body.lastIndexOf('\nendstream')), 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

/** Texts in hexadecimal UTF-16, by the code of the glyph. */
function lettersOf(cmap: string): Letters {
  const letters: Letters = new Map();
  for (const [, first = '', list = ''] of cmap.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g))
    for (const [at, [, hex = '']] of [...list.matchAll(/<([\w ]*)>/g)].entries()) {
      const code = (Number.parseInt(first, 16) + at).toString(16).padStart(4, '0');
      letters.set(code, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    }
  return letters;
}

function pageOf(content: string, fonts: ReadonlyMap<string, Letters>): PdfPage {
  let text = '';
  let untagged = 0;
  let font: Letters | undefined;
  let line: string | undefined;
  const marks: boolean[] = [];
  for (const operation of content.split('\n')) {
    if (/ (BDC|BMC)$/.test(operation)) marks.push(true);
    if (operation === 'EMC') marks.pop();
    if (/(^|\s)(TJ|Tj|f|S|B|f\*)$/.test(operation) && marks.length === 0) untagged += 1;
    const [, name] = /^\/(F\d+) [\d.]+ Tf$/.exec(operation) ?? [];
    if (name) font = fonts.get(name);
    const [, top] = /^1 0 0 1 [\d.-]+ ([\d.-]+) Tm$/.exec(operation) ?? [];
    if (top !== undefined && top !== line) text += '\n';
    line = top ?? line;
    if (!operation.endsWith('TJ')) continue;
    for (const [, hex = ''] of operation.matchAll(/<(\w+)>/g))
      for (const code of hex.match(/.{4}/g) ?? []) text += font?.get(code) ?? '\uFFFD';
  }
  const boxes = [...content.matchAll(/^([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re$/gm)].map(
    ([, x, y, width, height]): PdfPage['boxes'][number] => [
      Number(x),
      Number(y),
      Number(width),
      Number(height),
    ],
  );
  return { text: text.trim(), untagged, boxes };
}

/** Reads what a document says, page by page. */
export function readPdf(bytes: Uint8Array): Pdf {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = objectsIn(raw);
  const object = (id: string) => objects.get(id) ?? '';
  const fonts = new Map<string, Letters>();
  for (const [, name = '', id = ''] of raw.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const [, cmap = ''] = /\/ToUnicode (\d+) 0 R/.exec(object(id)) ?? [];
    if (!fonts.has(name)) fonts.set(name, lettersOf(streamOf(object(cmap))));
  }
  const [, kids = ''] = /\/Kids \[([^\]]*)\]/.exec(raw) ?? [];
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => {
    const [, content = ''] = /\/Contents (\d+) 0 R/.exec(object(id)) ?? [];
    return pageOf(streamOf(object(content)), fonts);
  });
  return { pages, outline: raw.replace(/stream\n[\s\S]*?\nendstream/g, '') };
}
