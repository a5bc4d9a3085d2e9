import type { Grid } from '../../domain/tabular/grid.ts';
import { mostAbove, mostRows } from './limits.ts';
import { rejectedFile } from './rejected-file.ts';

/**
 * Text as Excel in Mexico writes it: UTF-16 where its byte-order mark says so («Unicode text»), UTF-8 if it can be that,
 * and Windows-1252 otherwise.
 */
export function decoded(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  if (bytes.includes(0)) throw rejectedFile('not-text');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The encoding that a byte-order mark of two bytes names. */
export function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Of two that part a text alike, the first: a comma may as well be that of a sum. */
const delimiters = ['\t', ';', ','];
/** A header stands within so many lines. */
const linesLookedAt = 50;

/** Excel reads the delimiter of a file from a first line of its own, which it does not show. */
const named = /^\uFEFF?"?sep=(.)"?[^\S\r\n]*(\r\n|\n|\r|$)/i;

/** How a text parts its cells, and where its first row begins. */
export interface Separated {
  delimiter: string;
  begin: number;
}

/**
 * The delimiter that the text names in a first line `sep=;`; otherwise whichever parts the most of the first lines into
 * the same number of cells, outside of quotes: the commas of titles, sums and sentences differ from line to line.
 */
export function delimiterOf(text: string): Separated {
  const [line, sign] = named.exec(text) ?? [];
  if (line !== undefined && sign !== undefined) return { delimiter: sign, begin: line.length };
  const lines = firstLines(text);
  const ranked = delimiters.map((delimiter) => {
    const counts = Map.groupBy(
      lines.flatMap((counted) => counted.get(delimiter) ?? []),
      (count) => count,
    );
    const [[count, alike] = [0, []]] = [...counts].sort(
      ([one, its], [other, theirs]) => theirs.length - its.length || other - one,
    );
    return { delimiter, alike: alike.length, count };
  });
  const [{ delimiter } = { delimiter: ',' }] = ranked.sort(
    (one, other) => other.alike - one.alike || other.count - one.count,
  );
  return { delimiter: lines.some(({ size }) => size > 0) ? delimiter : ',', begin: 0 };
}

/** How often each delimiter stands in each of the first lines, where it does. */
function firstLines(text: string): Map<string, number>[] {
  const lines: Map<string, number>[] = [];
  let counts = new Map<string, number>();
  let quoted = false;
  for (const letter of text.slice(0, 20_000)) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === '\n' || letter === '\r')) {
      lines.push(counts);
      if (lines.length >= linesLookedAt) return lines;
      counts = new Map();
    } else if (!quoted && delimiters.includes(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return [...lines, counts];
}

/**
 * Reads comma-separated values (RFC 4180) with any of the usual delimiters, line ends and encodings.
 * @throws Problem `invalid-request` naming what is wrong with the file as a whole
 */
export async function readCsv(bytes: Uint8Array): Promise<Grid> {
  const text = decoded(bytes);
  const { parse } = await import('csv-parse/sync');
  const { delimiter, begin } = delimiterOf(text);
  let records: string[][];
  try {
    records = parse(text.slice(begin), {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      // One more than is allowed is enough to refuse the rest unread.
      to: mostRows + mostAbove + 2,
    });
  } catch (cause) {
    throw rejectedFile('broken-quotes', cause);
  }
  const rows = records.flatMap((cells, at) =>
    cells.some((cell) => cell.trim() !== '') ? [{ row: at + 1, cells }] : [],
  );
  return { rows };
}
