import { delimiterOf } from './read-csv.ts';
import { rejectedFile } from './rejected-file.ts';
import { streamText } from './stream-text.ts';

/** A longer record is none: a quote was left open and swallows what follows. In characters. */
const longestRecord = 1024 * 1024;
/** So many characters of a file are enough to see its first line. */
const firstLook = 20_000;

/**
 * Reads comma-separated values as `readCsv` does, but never holds more of the file than a chunk of it: yields its
 * records in batches, the header first.
 * @throws Problem `invalid-request` naming what is wrong with the file as a whole
 */
export async function* streamCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[][]> {
  let parser: RecordParser | undefined;
  let start = '';
  for await (const text of streamText(chunks)) {
    if (parser) {
      yield await parser.parse(text);
      continue;
    }
    start += text;
    if (start.length < firstLook) continue;
    parser = await begun();
    yield await parser.parse(start);
  }
  if (!parser) {
    parser = await begun();
    yield await parser.parse(start);
  }
  yield await parser.end();

  /** A parser of what the beginning shows; a line that only names the delimiter is no row. */
  function begun() {
    const { delimiter, begin } = delimiterOf(start);
    start = start.slice(begin);
    return newParser(delimiter);
  }
}

interface RecordParser {
  /** The records that end in this text. */
  parse(text: string): Promise<string[][]>;
  end(): Promise<string[][]>;
}

/** The library's parser, emptied after every piece of text: a promise for each record would take longer than to parse it. */
async function newParser(delimiter: string): Promise<RecordParser> {
  const { parse } = await import('csv-parse');
  let batch: string[][] = [];
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: longestRecord,
    on_record: (record: string[]) => {
      batch.push(record);
      return null;
    },
  });
  let failed: ((cause: Error) => void) | undefined;
  parser.on('error', (cause) => failed?.(rejectedFile('broken-quotes', cause)));
  parser.resume();

  const done = (start: (finished: () => void) => void) =>
    new Promise<string[][]>((resolve, reject) => {
      failed = reject;
      start(() => {
        resolve(batch);
        batch = [];
      });
    });
  return {
    // Of a text that cannot be parsed the error tells, not the end of its writing.
    parse: (text) => done((finished) => parser.write(text, (error) => error ?? finished())),
    end: () => done((finished) => parser.once('end', finished).end()),
  };
}
