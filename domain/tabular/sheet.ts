import type { TerritoryFault } from '../territory/fault.ts';

/** What a file of rows holds, whatever its format: texts, in the order of the header. */
export interface Sheet {
  header: string[];
  rows: SheetRow[];
  /** Columns that nobody knows are let pass: files of geometry carry many of them. */
  open?: boolean;
}

export interface SheetRow {
  /** As people count: 1 is the first of the file, the header where it has one. */
  row: number;
  cells: string[];
  /** The territory, in files of geometry. */
  geometry?: unknown;
}

/** A row that was not accepted, by the column that is to blame, and why: a code, or a sentence. */
export interface Rejection {
  row: number;
  column: string;
  message: string;
  /** What is wrong with a territory or point, in the words of its kind instead of the message. */
  territory?: TerritoryFault;
}
