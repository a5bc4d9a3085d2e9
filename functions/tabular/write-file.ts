import type { Cells, Column } from '../../domain/tabular/columns.ts';
import { inert } from '../../domain/tabular/formulas.ts';
import { workbook } from './read-file.ts';

export const formats = ['csv', 'xlsx', 'geojson'] as const;
export type Format = (typeof formats)[number];

export const typeOf: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: workbook,
  geojson: 'application/geo+json',
};

/** A row of cells, with its territory where it has one. */
export interface WrittenRow {
  cells: Cells;
  geometry?: object;
}

/** Rows as a file that can be read again. Nothing in it is taken for a formula. */
export async function writeFile(
  format: Format,
  columns: readonly Column[],
  rows: readonly WrittenRow[],
): Promise<Uint8Array> {
  const header = columns.map(({ name }) => name);
  if (format === 'geojson') return geoJson(rows);
  const texts = rows.map(({ cells }) => header.map((name) => inert(cells[name] ?? '')));
  return format === 'csv' ? csv([header, ...texts]) : xlsx([header, ...texts]);
}

async function csv(rows: string[][]): Promise<Uint8Array> {
  const { stringify } = await import('csv-stringify/sync');
  // Excel takes a file without a byte-order mark for one in the Windows code page.
  return Buffer.from(
    // A lone line feed within a cell must be quoted too, although rows end in two signs.
    stringify(rows, { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n;\t]/ }),
  );
}

/** The library looks texts up in a plain object: those that every object has are not found, unless a blank follows. */
const findable = (text: string) => (text in Object.prototype ? `${text} ` : text);

async function xlsx(rows: string[][]): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/universal');
  // Every cell is a text: a day stays the day it is, a code keeps its zeroes.
  const cells = rows.map((row) =>
    row.map((value) => (value === '' ? null : { value: findable(value), type: String })),
  );
  const blob = await write(cells).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function geoJson(rows: readonly WrittenRow[]): Uint8Array {
  const features = rows.map(({ cells, geometry = null }) => ({
    type: 'Feature',
    properties: Object.fromEntries(
      Object.entries(cells).filter(([, text]) => text !== undefined && text !== ''),
    ),
    geometry,
  }));
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
}
