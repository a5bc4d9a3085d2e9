import { chooseSheets } from '../../domain/tabular/choose-sheets.ts';
import type { Column } from '../../domain/tabular/columns.ts';
import type { Grid } from '../../domain/tabular/grid.ts';
import type { Sheet } from '../../domain/tabular/sheet.ts';
import type { SentFile } from '../runtime/route.ts';
import { mostColumns, mostRows } from './limits.ts';
import { otherKind } from './other-kinds.ts';
import { readCsv } from './read-csv.ts';
import { readGeoJson } from './read-geojson.ts';
import { readXlsx } from './read-xlsx.ts';
import { rejectedFile } from './rejected-file.ts';

export const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Files of unknown type are told apart by how they begin; browsers on Windows call CSV files Excel's, and what is refused
 * in a sentence of its own must come so far.
 */
export const fileTypes = [
  'text/csv',
  workbook,
  'application/geo+json',
  'application/json',
  'application/vnd.ms-excel',
  'application/octet-stream',
  'text/plain',
  'text/tab-separated-values',
  'text/html',
  'application/vnd.oasis.opendocument.spreadsheet',
] as const;

const isWorkbook = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const startOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(0, 1_000)).trimStart();

/**
 * Reads the rows of a file, whatever its format: it is what it begins with, since types are often wrong. Of a workbook
 * those of the sheet that is wanted, or of those that have the columns.
 * @throws Problem `invalid-request` naming what is wrong with the file as a whole, and what to do
 */
export async function readFile(
  { bytes }: SentFile,
  columns: readonly Column[],
  wanted?: string,
): Promise<Sheet> {
  const refused = otherKind(bytes);
  if (refused) throw rejectedFile(refused);
  if (!isWorkbook(bytes) && startOf(bytes).startsWith('{')) return readGeoJson(bytes);
  const grids = await readGrids(bytes);
  const chosen = chooseSheets(grids, columns, wanted);
  if (!chosen) throw rejectedFile('no-header');
  const { sheet, unknown } = chosen;
  if (!sheet) throw rejectedFile('unknown-sheet', undefined, [unknown.join(', ')]);
  return bounded(sheet);
}

/** The first table of a file, with the row that its header is taken to be: for what reads by other columns than these. */
export async function readGrids(bytes: Uint8Array): Promise<Grid[]> {
  return isWorkbook(bytes) ? await readXlsx(bytes) : [await readCsv(bytes)];
}

function bounded(sheet: Sheet): Sheet {
  const { header, rows, isTooWide } = sheet;
  if (rows.length > mostRows) throw rejectedFile('too-many-rows');
  if (isTooWide || header.length > mostColumns) throw rejectedFile('too-many-columns');
  return { ...sheet, header: header.map((title) => title.trim()) };
}
