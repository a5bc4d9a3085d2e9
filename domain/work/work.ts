import type { CellSums, Entry } from './entry.ts';
import type { Group } from './group.ts';
import type { Line, Objective } from './line.ts';
import type { Session } from './session.ts';

/** A group as it is to be, and as it was read where it is not new: so that it is found by its members and its trainer. */
export interface GroupWrite {
  group: Group;
  before?: Group;
}

/** What is written of a board's work: each thing new, or one write further than it was read. */
export interface Work {
  objectives?: Objective[];
  lines?: Line[];
  entries?: Entry[];
  cells?: CellSums[];
  sessions?: Session[];
  groups?: GroupWrite[];
  /** Lines whose missing numbers were reported: the task that tells of them goes. */
  reported?: Pick<Line, 'board' | 'key'>[];
}
