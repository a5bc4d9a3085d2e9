import type { CellSums, Entry } from './entry.ts';
import type { Line, Objective } from './line.ts';
import type { Session } from './session.ts';

/** What is written of a board's work: each thing new, or one write further than it was read. */
export interface Work {
  objectives?: Objective[];
  lines?: Line[];
  entries?: Entry[];
  cells?: CellSums[];
  sessions?: Session[];
}
