import type { Caller } from '../../domain/caller.ts';
import type { Language } from '../../domain/language.ts';
import type { Check } from '../../domain/tabular/judge.ts';
import type { Rejection, Sheet, Warning } from '../../domain/tabular/sheet.ts';
import type { ImportPage } from '../../store/imports.ts';
import type { ApiDependencies } from '../api/dependencies.ts';

/** A file to be imported, and how it is asked for. */
export interface ImportRequest {
  sheet: Sheet;
  /** Names the file and how it was asked for. */
  digest: string;
  caller: Caller;
  check: Check;
  language: Language;
  /** What the rows mean that do not say: the programme of localities, the locality of commitments. */
  otherwise?: string;
}

/** What a file would do: the rows that would be made, ready to be written. */
export interface Plan {
  created: number;
  unchanged: number;
  rejected: Rejection[];
  warnings: Warning[];
  pages: ImportPage[];
}

export type Planner = (dependencies: ApiDependencies, request: ImportRequest) => Promise<Plan>;
