import type * as z from 'zod';
import type { Geometry } from '../geometry.ts';
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
export interface Kind<Command, Edit, Known> {
  columns: readonly Column[];
  schema: z.ZodType<Command>;
  /** What can be changed of what is there, field by field; `null` takes away. */
  edit: z.ZodType<Edit>;
  read(cells: Cells, known: Known): Reading;
  /** The column that a field of the command was read from. */
  columnOf(path: string): string;
  /** The cells that mean the command. */
  write(command: Command): Cells;
  /** The command that would make what is there after an edit. */
  patched(command: Command, edit: Edit, known: Known): Command;
  /** The territory that an edit gives. */
  territory?(edit: Edit): Geometry | null | undefined;
  /** What people call it. */
  called(command: Command): string;
  /**
   * By what a thing is recognised when it comes again without its id: what it is called first, and an empty part for
   * each that is not known of it.
   */
  identity(command: Command): readonly [string, ...string[]];
  /** A code that no two things may have, by the column it stands in. */
  code?(command: Command): { column: string; code: string } | undefined;
}

/** Something that is there already, as the command that would make it. */
export interface Existing<Command> {
  id: string;
  command: Command;
  /** Its territory, where the file holds some. */
  geometry?: Geometry;
}
