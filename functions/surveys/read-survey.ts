import { type Coder, coderOf } from '../../domain/evaluation/coding.ts';
import { columnsOf, type Questionnaire } from '../../domain/evaluation/questionnaire.ts';
import { surveyColumns } from '../../domain/evaluation/survey-columns.ts';
import { newWave } from '../../domain/evaluation/wave.ts';
import type { WaveSummary } from '../../domain/evaluation/wave-summary.ts';
import type { Rejection, SheetRow } from '../../domain/tabular/sheet.ts';
import { largestFile } from '../tabular/limits.ts';
import { otherKind } from '../tabular/other-kinds.ts';
import { readXlsx } from '../tabular/read-xlsx.ts';
import { rejectedFile } from '../tabular/rejected-file.ts';
import { streamCsv } from '../tabular/stream-csv.ts';
import { newPacker } from './pack.ts';

/** Reasons that are told; the first of so many are enough to go on. */
const mostRejections = 1_000;
/** Every cluster is kept in mind until the end: a column of so many holds something else, the number of the form say. */
const mostClusters = 5_000;

/** A survey file as it was read: nothing is written yet. */
export interface SurveyRead {
  /** Of the accepted rows alone; whoever takes in all or nothing looks at `rejected` first. */
  summary: WaveSummary;
  /** Rows that were accepted. */
  rows: number;
  /** Rows that were refused, with a header that is refused among them. */
  rejected: number;
  /** The first reasons, by row and column; row 1 is the header. Messages are keys of the validationErrors in words. */
  rejections: Rejection[];
  /** The titles of the columns that are kept, as the questionnaire has them, in the order of their cells. */
  columns: string[];
  /** The accepted rows, those columns only: compressed pieces of comma-separated values. */
  packs: Uint8Array[];
  /** SHA-256 of the titles and the kept cells: the same rows have the same one, whatever file they came in. */
  checksum: string;
}

/**
 * Reads a survey file, CSV or XLSX, by its questionnaire, row after row: the memory it takes does not grow with the
 * rows, but for the packed ones.
 * @throws Problem `invalid-request` naming what is wrong with the file as a whole
 */
export async function readSurvey(
  file: Uint8Array | AsyncIterable<Uint8Array>,
  questionnaire: Questionnaire,
): Promise<SurveyRead> {
  const packer = newPacker();
  const read = columnsOf(questionnaire);
  const rejections: Rejection[] = [];
  const clusters = new Set<string>();
  let reading:
    | { code: Coder; wave: ReturnType<typeof newWave>; places: number[]; columns: string[] }
    | undefined;
  let [row, rows, rejected] = [0, 0, 0];

  for await (const batch of recordsOf(file)) {
    for (const cells of batch) {
      row += 1;
      if (!reading) {
        if (cells.every((title) => title.trim() === '')) throw rejectedFile('no-header');
        const { columns, refused } = surveyColumns(questionnaire, cells);
        if (refused.length > 0) return refusedWhole(questionnaire, refused);
        const { design } = questionnaire;
        const designed = [design?.weight, design?.stratum, design?.cluster].some(
          (column) => column !== undefined && columns.places.has(column),
        );
        reading = {
          code: coderOf(questionnaire, columns),
          wave: newWave(questionnaire, designed),
          places: read.flatMap((column) => columns.places.get(column) ?? []),
          columns: read.filter((column) => columns.places.has(column)),
        };
        packer.begin(reading.columns);
      } else if (cells.some((cell) => cell.trim() !== '')) take(cells, reading);
    }
    await packer.settle();
  }
  if (!reading) throw rejectedFile('no-header');
  const { packs, checksum } = await packer.end();
  const { wave, columns } = reading;
  return { summary: wave.summary(), rows, rejected, rejections, columns, packs, checksum };

  function take(cells: string[], { code, wave, places }: NonNullable<typeof reading>) {
    const { coded, refused } = code(cells, row);
    if (!coded) {
      rejected += 1;
      if (rejections.length < mostRejections) rejections.push(...refused.map((one) => ({ row, ...one })));
      return;
    }
    const { cluster, stratum = '' } = coded.design ?? {};
    if (cluster !== undefined && clusters.add(`${stratum}\n${cluster}`).size > mostClusters)
      throw rejectedFile('too-many-clusters');
    rows += 1;
    wave.add(coded);
    packer.add(places.map((place) => (cells[place] ?? '').trim()));
  }
}

/** A header that is refused: no row below it can be read. */
async function refusedWhole(questionnaire: Questionnaire, rejections: Rejection[]): Promise<SurveyRead> {
  const { packs, checksum } = await newPacker().end();
  const summary = newWave(questionnaire, false).summary();
  return { summary, rows: 0, rejected: 1, rejections, columns: [], packs, checksum };
}

/** The records of a file in batches, whatever its format: a workbook begins as the archive it is. */
async function* recordsOf(file: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<string[][]> {
  const chunks = chunksOf(file)[Symbol.asyncIterator]();
  const first = await chunks.next();
  const bytes: Uint8Array = first.done ? new Uint8Array() : first.value;
  const refused = otherKind(bytes);
  if (refused) throw rejectedFile(refused);
  const all = async function* () {
    try {
      yield bytes;
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
    } finally {
      // A file that is refused half-way is closed.
      await chunks.return?.(undefined);
    }
  };
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    yield* streamCsv(all());
    return;
  }
  const grids = await readXlsx(await gathered(all()));
  const grid = grids.find(({ hidden, rows }) => !hidden && rows.length > 0) ?? grids[0];
  if (grid?.rows[0]?.beyond !== undefined) throw rejectedFile('too-many-columns');
  yield numbered(grid?.rows ?? []);
}

/** Rows that count as they are numbered in their workbook: blank ones between them are rows too. */
function numbered(rows: readonly SheetRow[]): string[][] {
  const records: string[][] = [];
  for (const { row, cells } of rows) {
    while (records.length < row - 1) records.push([]);
    records.push(cells);
  }
  // What stands above the header is blank.
  return records.slice((rows[0]?.row ?? 1) - 1);
}

/** Bytes that are all there go through in pieces, so that the text of a large file need not be there at once. */
async function* chunksOf(file: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const piece = 64 * 1024;
  if (!(file instanceof Uint8Array)) yield* file;
  else for (let at = 0; at < file.length; at += piece) yield file.subarray(at, at + piece);
}

async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    pieces.push(chunk);
    length += chunk.length;
    if (length > largestFile) throw rejectedFile('unpacked-too-large');
  }
  return Buffer.concat(pieces);
}
