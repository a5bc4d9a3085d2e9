import type { Caller } from '../../domain/caller.ts';
import type { Language } from '../../domain/language.ts';
import type { Check, Difference, ImportMode, Updated } from '../../domain/tabular/judge.ts';
import { type Rejection, type Sheet, type Warning, whereIs } from '../../domain/tabular/sheet.ts';
import type { ImportPage } from '../../store/imports.ts';
import type { ApiDependencies } from '../api/dependencies.ts';

/** A file to be imported, and how it is asked for. */
export interface ImportRequest {
  sheet: Sheet;
  /** Names the file and how it was asked for. */
  digest: string;
  caller: Caller;
  language: Language;
  check: Check;
  mode: ImportMode;
  /** What the rows mean that do not say: the programme of localities, the locality of commitments. */
  otherwise?: string;
}

/** What one row of a file would change in one column of what is there. */
export interface PlannedDifference extends Difference {
  row: number;
  sheet?: string;
  id: string;
  /** What it is called as it stands. */
  name: string;
}

/** What a file would do: the rows that would be made and the edits of what is there, ready to be written. */
export interface Plan {
  created: number;
  updated: number;
  differences: PlannedDifference[];
  /** What the people and places that its rows name by ids are called, as far as the caller may know. */
  names: ReadonlyMap<string, string>;
  unchanged: number;
  rejected: Rejection[];
  warnings: Warning[];
  /** How many mails it calls for, to whoever must hear of it at once. */
  mails: number;
  pages: ImportPage[];
}

export type Planner = (dependencies: ApiDependencies, request: ImportRequest) => Promise<Plan>;

/** Every difference that the updates of a file make, row by row. */
export const differencesOf = (sheet: Sheet, update: readonly Updated<unknown>[]): PlannedDifference[] =>
  update.flatMap(({ place, id, name, differences }) => {
    const where = whereIs(sheet, place);
    return differences.map((one) => ({ ...where, id, name, ...one }));
  });
