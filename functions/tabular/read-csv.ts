import type { Sheet } from '../../domain/tabular/sheet.ts';
import { mostColumns, mostRows } from './limits.ts';
import { rejectedFile } from './rejected-file.ts';

/** Text as Excel in Mexico writes it: UTF-8 if it can be that, and Windows-1252 otherwise. */
export function decoded(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw rejectedFile('not-text');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const delimiters = [',', ';', '\t'];

/** Whichever of comma, semicolon and tab parts the first line, outside of quotes, into the most cells. */
export function delimiterOf(text: string): string {
  const counts = new Map(delimiters.map((one) => [one, 0]));
  let quoted = false;
  for (const letter of text.slice(0, 20_000)) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === '\n' || letter === '\r')) break;
    else if (!quoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  const [[delimiter] = [',']] = [...counts].sort(([, a], [, b]) => b - a);
  return delimiter;
}

/**
 * Reads comma-separated values (RFC 4180) with any of the usual delimiters, line ends and encodings.
 * @throws Problem `invalid-request` naming what is wrong with the file as a whole
 */
export async function readCsv(bytes: Uint8Array): Promise<Sheet> {
  const text = decoded(bytes);
  const { parse } = await import('csv-parse/sync');
  let records: string[][];
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      // One more than is allowed is enough to refuse the rest unread.
      to: mostRows + 2,
    });
  } catch (cause) {
    throw rejectedFile('broken-quotes', cause);
  }
  return sheetOf(records);
}

/** Rows as a sheet whose first one is the header. */
export function sheetOf([header = [], ...records]: string[][]): Sheet {
  const rows = records.map((cells, at) => ({ row: at + 2, cells }));
  while (rows.at(-1)?.cells.every((cell) => cell.trim() === '')) rows.pop();
  if (rows.length > mostRows) throw rejectedFile('too-many-rows');
  if (header.length > mostColumns) throw rejectedFile('too-many-columns');
  if (header.every((title) => title.trim() === '')) throw rejectedFile('no-header');
  return { header: header.map((title) => title.trim()), rows };
}
