import type { Cells, Column } from '../../domain/tabular/columns.ts';
import { inert } from '../../domain/tabular/formulas.ts';
import { batches } from '../../store/read.ts';
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

/** So many rows are written down at a time. */
const atOnce = 500;

/**
 * Rows as a file that can be read again. Nothing in it is taken for a formula. Of the rows, few are in memory at once but
 * for a workbook, which its library makes from all of them.
 */
export async function writeFile(
  format: Format,
  columns: readonly Column[],
  rows: Iterable<WrittenRow> | AsyncIterable<WrittenRow>,
): Promise<Uint8Array> {
  if (format === 'geojson') return joined(geoJson(rows));
  const texts = textsOf(
    columns.map(({ name }) => name),
    rows,
  );
  return format === 'csv' ? joined(csv(texts)) : xlsx(texts);
}

type Texts = AsyncIterable<string[]>;

async function* textsOf(
  header: string[],
  rows: Iterable<WrittenRow> | AsyncIterable<WrittenRow>,
): AsyncGenerator<string[]> {
  yield header;
  for await (const { cells } of rows) yield header.map((name) => inert(cells[name] ?? ''));
}

async function joined(pieces: AsyncIterable<string>): Promise<Uint8Array> {
  const written: Uint8Array[] = [];
  for await (const piece of pieces) written.push(Buffer.from(piece));
  return Buffer.concat(written);
}

async function* csv(rows: Texts): AsyncGenerator<string> {
  const { stringify } = await import('csv-stringify/sync');
  // Excel takes a file without a byte-order mark for one in the Windows code page.
  yield '\uFEFF';
  // A lone line feed within a cell must be quoted too, although rows end in two signs.
  for await (const some of batches(rows, atOnce))
    yield stringify(some, { record_delimiter: 'windows', quoted_match: /[\r\n;\t]/ });
}

/** The library looks texts up in a plain object: those that every object has are not found, unless a blank follows. */
export const findable = (text: string) => (text in Object.prototype ? `${text} ` : text);

async function xlsx(rows: Texts): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/universal');
  // Every cell is a text: a day stays the day it is, a code keeps its zeroes.
  const cells = [];
  for await (const row of rows)
    cells.push(row.map((value) => (value === '' ? null : { value: findable(value), type: String })));
  const blob = await write(cells).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

async function* geoJson(rows: Iterable<WrittenRow> | AsyncIterable<WrittenRow>): AsyncGenerator<string> {
  let before = '{"type":"FeatureCollection","features":[';
  for await (const { cells, geometry = null } of rows) {
    const properties = Object.fromEntries(
      Object.entries(cells).filter(([, text]) => text !== undefined && text !== ''),
    );
    yield `${before}${JSON.stringify({ type: 'Feature', properties, geometry })}`;
    before = ',';
  }
  yield before === ',' ? ']}' : `${before}]}`;
}
