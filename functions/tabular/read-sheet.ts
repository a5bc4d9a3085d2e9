import { cellError, inert, uncomputed } from '../../domain/tabular/formulas.ts';
import { columnName, type Grid, type Merged } from '../../domain/tabular/grid.ts';
import type { SheetRow } from '../../domain/tabular/sheet.ts';
import { mostAbove, mostColumns, mostRows } from './limits.ts';
import { type Look, shown } from './number-formats.ts';
import { readXml } from './read-xml.ts';
import { rejectedFile } from './rejected-file.ts';

/** What the cells of a sheet refer to. */
export interface Shared {
  texts: readonly string[];
  looks: readonly Look[];
  from1904: boolean;
}

/** More ranges than a table of so many rows could have: what lies beyond is left as it is. */
const mostMerged = 20_000;

/** Letters of a text that XML cannot hold are written `_x000D_`. Source: ECMA-376 part 1, 22.9.2.19. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** Row and place of a cell, `B7` being 7 and 1. */
function addressOf(reference: string): { row: number; place: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (!letters) return undefined;
  const place = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits), place };
}

/** A cell while it is read. */
interface OpenCell {
  row: number;
  place: number;
  type: string;
  style: number;
  value?: string;
  inline: string;
  isFormula: boolean;
}

/**
 * Reads one sheet of a workbook as a person sees it: numbers by their formats, merged cells in each of their rows. Only
 * cells that hold something take room, wherever they lie.
 * @throws Problem `invalid-request` for more rows than are read
 */
export function readSheet(xml: string, shared: Shared): Omit<Grid, 'name' | 'hidden'> {
  const rows = new Map<number, SheetRow>();
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  const merged: Merged[] = [];
  let [row, place] = [0, -1];
  let cell: OpenCell | undefined;
  let into: 'value' | 'inline' | undefined;
  let phonetic = 0;

  readXml(xml, {
    open(name, attribute) {
      switch (name) {
        case 'row':
          row = Number(attribute('r') ?? row + 1);
          place = -1;
          if (isTrue(attribute('hidden'))) hiddenRows.push(row);
          break;
        case 'c': {
          const at = addressOf(attribute('r') ?? '');
          place = at?.place ?? place + 1;
          const style = Number(attribute('s') ?? 0);
          cell = {
            row: at?.row ?? row,
            place,
            type: attribute('t') ?? 'n',
            style,
            inline: '',
            isFormula: false,
          };
          break;
        }
        case 'f':
          if (cell) cell.isFormula = true;
          break;
        case 'v':
          into = 'value';
          break;
        case 't':
          into = 'inline';
          break;
        case 'rPh':
          phonetic += 1;
          break;
        case 'col': {
          if (!isTrue(attribute('hidden'))) break;
          const last = Math.min(Number(attribute('max')), mostColumns);
          for (let column = Number(attribute('min')); column <= last; column += 1)
            hiddenColumns.push(column - 1);
          break;
        }
        case 'mergeCell': {
          const [from, to] = (attribute('ref') ?? '').split(':').map(addressOf);
          if (from && to && merged.length < mostMerged)
            merged.push({ top: from.row, bottom: to.row, left: from.place, right: to.place });
        }
      }
    },
    text(text) {
      if (!cell || !into || phonetic > 0) return;
      if (into === 'value') cell.value = (cell.value ?? '') + text;
      else cell.inline += text;
    },
    close(name) {
      if (name === 'v' || name === 't') into = undefined;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'c' && cell) {
        put(cell, textOf(cell, shared));
        cell = undefined;
      }
    },
  });
  const filled = [...rows.values()].sort((one, other) => one.row - other.row);
  fillMerged(filled, merged);
  return { rows: filled, hiddenRows, hiddenColumns, merged };

  function put({ row, place }: OpenCell, text: string) {
    if (text === '') return;
    let known = rows.get(row);
    if (!known) {
      known = { row, cells: [] };
      rows.set(row, known);
      // Titles above the header are no rows of the table.
      if (rows.size > mostRows + mostAbove) throw rejectedFile('too-many-rows');
    }
    if (place >= mostColumns) known.beyond ??= columnName(place);
    else {
      while (known.cells.length < place) known.cells.push('');
      known.cells[place] = text;
    }
  }
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true';

/** What somebody wrote is no error, whatever it looks like. */
const written = (text: string) => (cellError(text) ? inert(text) : text);

function textOf(cell: OpenCell, { texts, looks, from1904 }: Shared): string {
  const { type, value = '', inline, style, isFormula } = cell;
  switch (type) {
    case 's':
      return written(texts[Number(value)] ?? '');
    case 'inlineStr':
      return written(unescaped(inline));
    case 'str':
      return written(unescaped(value));
    case 'e':
      return value;
    case 'b':
      return value === '1' ? 'true' : 'false';
    case 'd':
      return value.slice(0, 10);
    default: {
      if (value.trim() === '') return isFormula ? uncomputed : '';
      const number = Number(value);
      return Number.isFinite(number) ? shown(number, looks[style] ?? { as: 'number' }, from1904) : value;
    }
  }
}

/** The value of merged cells stands in the first; a person reads it beside every row that they span. */
function fillMerged(rows: readonly SheetRow[], merged: readonly Merged[]) {
  const at = new Map(rows.map(({ row }, index) => [row, index]));
  let room = mostRows * mostColumns;
  for (const { top, bottom, left } of merged) {
    const first = at.get(top);
    const text = first === undefined ? undefined : rows[first]?.cells[left];
    if (first === undefined || !text || bottom === top) continue;
    for (let index = first + 1; room > 0; index += 1, room -= 1) {
      const known = rows[index];
      if (!known || known.row > bottom) break;
      while (known.cells.length < left) known.cells.push('');
      known.cells[left] ||= text;
    }
  }
}
