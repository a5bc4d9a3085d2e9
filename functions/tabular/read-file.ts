import type { Sheet } from '../../domain/tabular/sheet.ts';
import type { SentFile } from '../runtime/route.ts';
import { readCsv } from './read-csv.ts';
import { readGeoJson } from './read-geojson.ts';
import { readXlsx } from './read-xlsx.ts';

export const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Files of unknown type are told apart by how they begin; browsers on Windows call CSV files Excel's. */
export const fileTypes = [
  'text/csv',
  workbook,
  'application/geo+json',
  'application/json',
  'application/vnd.ms-excel',
  'application/octet-stream',
] as const;

/** Reads the rows of a file, whatever its format: it is what it begins with, since types are often wrong. */
export async function readFile({ bytes }: SentFile): Promise<Sheet> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(bytes);
  const start = new TextDecoder().decode(bytes.subarray(0, 1_000)).trimStart();
  return start.startsWith('{') ? readGeoJson(bytes) : readCsv(bytes);
}
