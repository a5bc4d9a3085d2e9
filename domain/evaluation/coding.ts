import type { Design } from './estimate.ts';
import { type Item, missingCodes, type Questionnaire, type Sex } from './questionnaire.ts';
import type { SurveyColumns } from './survey-columns.ts';

/** A row of a survey as numbers. */
export interface CodedRow {
  /** In the order of the items; undefined for no answer. */
  answers: (number | undefined)[];
  sex?: Sex;
  /** The label of the age's band. */
  age?: string;
  /** Absent where the file has none of the columns of a design. */
  design?: Design;
}

/** Why a cell is refused; the first one of its row speaks for the row, the others are told as well. */
export interface CellError {
  column: string;
  message:
    | 'unknown-code'
    | 'not-a-number'
    | 'not-whole'
    | 'out-of-range'
    | 'not-a-weight'
    | 'design-missing'
    | 'not-a-code'
    | 'cell-beyond-header';
}

export type CodingResult =
  | { coded: CodedRow; refused?: undefined }
  | { coded?: undefined; refused: CellError[] };

/** What a cell means: a value, no answer, or nothing that may stand there. */
type Meaning<T> = { value: T | undefined } | { refused: CellError['message'] };
type Reader<T> = (cell: string) => Meaning<T>;

const number = /^-?\d+(\.\d+)?$/;
/** What names a stratum or a cluster: short, and neither an address nor a sentence. */
const areaCode = /^[\p{L}\p{N} ._/-]{1,60}$/u;

/** A cell as a code: spreadsheets write the code 1 as `1.0`, and a quote before what may be a formula. */
function codeOf(cell: string): string {
  const text = cell.trim();
  const plain = text.startsWith("'") ? text.slice(1) : text;
  return /^-?\d+\.0+$/.test(plain) ? plain.slice(0, plain.indexOf('.')) : plain;
}

/** So many different cells of a column are remembered: surveys say the same few things over and over. */
const mostRemembered = 1_000;
/** No longer cell is a code or a number that comes again. */
const longestRemembered = 40;

/** A reader that reads each cell once. */
function remembering<T>(read: Reader<T>): Reader<T> {
  const known = new Map<string, Meaning<T>>();
  return (cell) => {
    const before = known.get(cell);
    if (before) return before;
    const meaning = read(cell);
    if (known.size < mostRemembered && cell.length <= longestRemembered) known.set(cell, meaning);
    return meaning;
  };
}

function readerOfCodes<T>(codes: Iterable<[string, T]>, missing: Iterable<string>): Reader<T> {
  const meanings = new Map<string, Meaning<T>>([['', { value: undefined }]]);
  for (const code of missing) meanings.set(codeOf(code), { value: undefined });
  for (const [code, value] of codes) meanings.set(codeOf(code), { value });
  return (cell) => meanings.get(codeOf(cell)) ?? { refused: 'unknown-code' };
}

function readerOfNumbers(
  { minimum, maximum, whole }: { minimum: number; maximum: number; whole: boolean },
  missing: readonly string[],
): Reader<number> {
  const none = new Set(['', ...missing.map(codeOf)]);
  return (cell) => {
    const code = codeOf(cell);
    if (none.has(code)) return { value: undefined };
    if (!number.test(code)) return { refused: 'not-a-number' };
    const value = Number(code);
    if (value < minimum || value > maximum) return { refused: 'out-of-range' };
    return whole && !Number.isInteger(value) ? { refused: 'not-whole' } : { value };
  };
}

function readerOfItem(item: Item, questionnaire: Questionnaire): Reader<number> {
  const missing = missingCodes(item, questionnaire);
  if (!('answers' in item)) return readerOfNumbers({ ...item, whole: item.type === 'count' }, missing);
  const codes = item.answers.flatMap(({ codes, value }) =>
    codes.map((code): [string, number] => [code, value]),
  );
  return readerOfCodes(codes, missing);
}

function readerOfAge(age: NonNullable<Questionnaire['age']>, missing: readonly string[]): Reader<string> {
  const { bands = [], codes } = age;
  if (codes) return readerOfCodes(Object.entries(codes), missing);
  const years = readerOfNumbers({ minimum: 0, maximum: 120, whole: false }, missing);
  return (cell) => {
    const meaning = years(cell);
    if ('refused' in meaning) return meaning;
    const { value } = meaning;
    if (value === undefined) return { value };
    const label = bands.find(({ from, to }) => value >= from && value < to + 1)?.label;
    return label === undefined ? { refused: 'out-of-range' } : { value: label };
  };
}

/** How many people an answer can stand for at most; what is larger is another column. */
const largestWeight = 1e9;

const weightReader: Reader<number> = (cell) => {
  const code = codeOf(cell);
  if (code === '') return { refused: 'design-missing' };
  const value = number.test(code) ? Number(code) : 0;
  return value > 0 && value <= largestWeight ? { value } : { refused: 'not-a-weight' };
};

const areaReader: Reader<string> = (cell) => {
  const code = codeOf(cell);
  if (code === '') return { refused: 'design-missing' };
  return areaCode.test(code) ? { value: code } : { refused: 'not-a-code' };
};

/** A column of the file and how its cells are read. */
interface ColumnReader<T> {
  column: string;
  place: number;
  read: Reader<T>;
}

/**
 * Makes what codes one row after another: `row` counts as people count. A row is coded as a whole or refused with every
 * cell that is to blame.
 */
export function coderOf(questionnaire: Questionnaire, { places, header }: SurveyColumns) {
  const { items, sex, age, missing, design } = questionnaire;
  function readerAt<T>(column: string | undefined, read: Reader<T>): ColumnReader<T> | undefined {
    const place = column === undefined ? undefined : places.get(column);
    return column === undefined || place === undefined
      ? undefined
      : { column, place, read: remembering(read) };
  }
  const answers = items.map((item) => readerAt(item.column, readerOfItem(item, questionnaire)));
  const ofSex = sex && readerAt(sex.column, readerOfCodes<Sex>(Object.entries(sex.codes), missing));
  const ofAge = age && readerAt(age.column, readerOfAge(age, missing));
  const ofWeight = readerAt(design?.weight, weightReader);
  const ofStratum = readerAt(design?.stratum, areaReader);
  const ofCluster = readerAt(design?.cluster, areaReader);
  const designed = ofWeight || ofStratum || ofCluster;
  const alone = design?.blankCluster === 'alone';

  return (cells: readonly string[], row: number): CodingResult => {
    const refused: CellError[] = [];
    function read<T>(reader: ColumnReader<T> | undefined): T | undefined {
      if (!reader) return undefined;
      const meaning = reader.read(cells[reader.place] ?? '');
      if (!('refused' in meaning)) return meaning.value;
      refused.push({ column: reader.column, message: meaning.refused });
      return undefined;
    }
    for (let place = header.length; place < cells.length; place += 1)
      if (cells[place]?.trim()) refused.push({ column: `#${place + 1}`, message: 'cell-beyond-header' });
    const coded: CodedRow = { answers: answers.map(read), sex: read(ofSex), age: read(ofAge) };
    if (designed) {
      const blank = ofCluster && !cells[ofCluster.place]?.trim();
      coded.design = {
        weight: read(ofWeight),
        stratum: read(ofStratum),
        // No area code holds a number sign: nobody else is in this cluster.
        cluster: blank && alone ? `#${row}` : read(ofCluster),
      };
    }
    return refused.length > 0 ? { refused } : { coded };
  };
}
export type Coder = ReturnType<typeof coderOf>;
