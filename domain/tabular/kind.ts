import type * as z from 'zod';
import type { Cells, Column } from './columns.ts';
import type { Reason } from './sheet.ts';

/** Something about one column of a row. */
export interface ColumnReason extends Reason {
  column: string;
}

/** What a row means, before it is checked: a command, and the columns that name nothing known. */
export interface Reading {
  value: Record<string, unknown>;
  refused: ColumnReason[];
  /** What was understood otherwise than it is written. */
  told?: ColumnReason[];
}

/** A kind of thing that comes and goes as a table. `Known` is what its rows are understood by. */
export interface Kind<Command, Known> {
  columns: readonly Column[];
  schema: z.ZodType<Command>;
  read(cells: Cells, known: Known): Reading;
  /** The column that a field of the command was read from. */
  columnOf(path: string): string;
  /** The cells that mean the command. */
  write(command: Command): Cells;
  /** By what a thing is recognised when it comes again without its id. */
  identity(command: Command): string;
  /** A code that no two things may have, by the column it stands in, and what the thing is called. */
  code?(command: Command): { column: string; code: string; name: string } | undefined;
}

/** Something that is there already, as the command that would make it. */
export interface Existing<Command> {
  id: string;
  command: Command;
}
