import type { Sheet } from '../../domain/tabular/sheet.ts';
import { largestUnpacked } from './limits.ts';
import { sheetOf } from './read-csv.ts';
import { rejectedFile } from './rejected-file.ts';
import { unpackedSize } from './zip.ts';

/** A cell as text; a day as it is written here, a formula as what it came to. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
}

/**
 * Reads the first sheet of a workbook (ECMA-376). What it would unpack to is looked at before anything is unpacked.
 * @throws Problem `invalid-request` naming what is wrong with the file as a whole
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet> {
  if (unpackedSize(bytes) > largestUnpacked) throw rejectedFile('unpacked-too-large');
  const { readSheet } = await import('read-excel-file/universal');
  let rows: unknown[][];
  try {
    rows = await readSheet(Uint8Array.from(bytes).buffer);
  } catch (cause) {
    throw rejectedFile('not-a-workbook', cause);
  }
  return sheetOf(rows.map((row) => row.map(textOf)));
}
