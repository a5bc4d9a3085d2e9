import { plain } from './blocks.ts';
import { heightOf, type Line, type Style } from './set-lines.ts';
import { type Element, key, rule, type Sheet, tint } from './sheet.ts';

export interface Column {
  heading: string;
  /** Points. */
  width: number;
  align?: 'left' | 'right';
}

/** Texts below each other; or a picture that shows what the texts of its row say. */
export type Cell =
  | { texts: readonly (string | readonly [text: string, style: Style])[] }
  | { height: number; draw(x: number, y: number, width: number): void };

const padding = { x: 5, y: 4 };
const cellStyle: Style = { ...plain, size: 8.5 };
const headStyle: Style = { size: 8.5, weight: 'strong', colour: key };

/** A cell with its lines set, and the part of the structure they belong to. */
interface SetCell {
  lines: Line[];
  picture?: Extract<Cell, { height: number }>;
  column: Column;
  x: number;
  part: Element;
}

/**
 * A table; the first column names its rows. Rows are kept whole where a page has room for them, and its headings are
 * repeated on every page. Rows are made as they are needed: a long table is never whole in memory.
 */
export function table(sheet: Sheet, columns: readonly Column[], rows: Iterable<readonly Cell[]>): void {
  const part = sheet.part('Table');
  const lefts = columns.map((_, at) => columns.slice(0, at).reduce((x, { width }) => x + width, sheet.left));
  const heads = columns.map(({ heading, width }) => sheet.lines(heading, headStyle, width - 2 * padding.x));
  const headHeight = Math.max(...heads.map(heightOf)) + 2 * padding.y;

  function head(repeated: boolean): void {
    const { y } = sheet;
    sheet.adorn(() => sheet.pdf.rect(sheet.left, y, sheet.width, headHeight).fill(tint));
    const row = repeated ? undefined : sheet.part('TR', part);
    for (const [at, lines] of heads.entries()) {
      const draw = () => placed(sheet, lines, columns[at], lefts[at] ?? 0, y);
      if (row) sheet.mark(sheet.part('TH', row, { scope: 'Column' }), draw);
      else sheet.adorn(draw);
    }
    sheet.y += headHeight;
  }

  sheet.need(headHeight + 40);
  head(false);
  for (const cells of rows) {
    const row = sheet.part('TR', part);
    const set = cells.map((cell, at): SetCell => {
      const column = columns[at] ?? { heading: '', width: 0 };
      const about = at === 0 ? ({ scope: 'Row' } as const) : {};
      return {
        column,
        x: lefts[at] ?? 0,
        part: sheet.part(at === 0 ? 'TH' : 'TD', row, about),
        ...('texts' in cell ? { lines: linesOf(sheet, cell.texts, column) } : { lines: [], picture: cell }),
      };
    });
    const whole = Math.max(...set.map(heightOfCell)) + 2 * padding.y;
    if (whole > sheet.room && whole <= sheet.most - headHeight) again();
    split(set);
    // What is complete is written out: the structure of a long table is most of a document.
    row.end();
  }
  sheet.y += 8;

  function again(): void {
    sheet.turn();
    head(true);
  }

  /** Draws a row, over as many pages as it takes. */
  function split(set: SetCell[]): void {
    for (let left = set; ; ) {
      const room = sheet.room - 2 * padding.y;
      const here = left.map((cell) => ({ ...cell, lines: fitting(cell.lines, room) }));
      const height = Math.max(...here.map(heightOfCell)) + 2 * padding.y;
      const { y } = sheet;
      for (const { lines, column, x, picture, part: own } of here) {
        if (lines.length > 0) sheet.mark(own, () => placed(sheet, lines, column, x, y));
        if (picture)
          sheet.adorn(() => picture.draw(x + padding.x, y + padding.y, column.width - 2 * padding.x));
      }
      sheet.y += height;
      sheet.adorn(() =>
        sheet.pdf
          .moveTo(sheet.left, sheet.y)
          .lineTo(sheet.left + sheet.width, sheet.y)
          .lineWidth(0.5)
          .stroke(rule),
      );
      left = left.map((cell, at) => ({
        ...cell,
        lines: cell.lines.slice(here[at]?.lines.length ?? 0),
        picture: undefined,
      }));
      if (left.every(({ lines }) => lines.length === 0)) return;
      again();
    }
  }
}

const linesOf = (sheet: Sheet, texts: Extract<Cell, { texts: unknown }>['texts'], { width }: Column) =>
  texts.flatMap((text) =>
    typeof text === 'string'
      ? sheet.lines(text, cellStyle, width - 2 * padding.x)
      : sheet.lines(text[0], text[1], width - 2 * padding.x),
  );

const heightOfCell = ({ lines, picture }: Pick<SetCell, 'lines' | 'picture'>) =>
  Math.max(heightOf(lines), picture?.height ?? 0);

/** As many lines as there is room for; at least one, so that it goes on. */
function fitting(lines: readonly Line[], room: number): Line[] {
  let taken = 0;
  const many = lines.findIndex(({ height }) => {
    taken += height;
    return taken > room;
  });
  return many < 0 ? [...lines] : lines.slice(0, Math.max(1, many));
}

function placed(sheet: Sheet, lines: Line[], column: Column | undefined, x: number, y: number): void {
  const width = (column?.width ?? 0) - 2 * padding.x;
  sheet.put(lines, x + padding.x, y + padding.y, column?.align, width);
}
