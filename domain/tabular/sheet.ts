import type { TerritoryFault } from '../territory/fault.ts';

/** What a file of rows holds, whatever its format: texts, in the order of the header. */
export interface Sheet {
  header: string[];
  /** The row that the header is, as people count; 1 unless told. */
  headerRow?: number;
  rows: SheetRow[];
  /** Columns that nobody knows are let pass without a word: files of geometry carry many of them. */
  open?: boolean;
  /** Its header goes on beyond the columns that are read. */
  isTooWide?: boolean;
  /** What is to be told of how the file was read. */
  warnings?: Warning[];
  /** The sheets of a workbook that has several: which of them these rows are from. */
  sheets?: { name: string; read: boolean }[];
}

export interface SheetRow {
  /** As people count: 1 is the first of the file. */
  row: number;
  cells: string[];
  /** The sheet it stands on, where rows of several are read. */
  sheet?: string;
  /** The first column with something in it beyond those that are read, as spreadsheets name it. */
  beyond?: string;
  /** The territory, in files of geometry. */
  geometry?: unknown;
}

/** Where the row with this number, of those that were read, stands for whoever looks for it in the file. */
export function whereIs({ rows }: Pick<Sheet, 'rows'>, place: number): Pick<Rejection, 'row' | 'sheet'> {
  const { row = 0, sheet } = rows[place - 1] ?? {};
  return { row, sheet };
}

/** The lists from which cells choose: whoever reads is told what there is. */
export type ChoiceList =
  | 'sectors'
  | 'levels'
  | 'languages'
  | 'supportingProgrammes'
  | 'policyAreas'
  | 'commitmentStatuses'
  | 'lineBounds'
  | 'lineRhythms'
  | 'lineStatuses'
  | 'currencies';

/** Why something is not accepted, or what is to be told of it: a code, or a sentence. */
export interface Reason {
  message: string;
  /** What the code is about, in the order in which its sentence names it. */
  about?: readonly string[];
  /** The list from which a choice was to be made. */
  choices?: ChoiceList;
  /** What is wrong with a territory or point, in the words of its kind instead of the message. */
  territory?: TerritoryFault;
}

/** A row that was not accepted, by the column that is to blame, and why. */
export interface Rejection extends Reason {
  row: number;
  column: string;
  sheet?: string;
  /** What is wrong with a territory or point, in the words of its kind instead of the message. */
  territory?: TerritoryFault;
}

/** What is told of a file that is read all the same. */
export interface Warning extends Reason {
  row?: number;
  column?: string;
  sheet?: string;
}
