import * as z from 'zod';

/** What comes and goes as a table, in the order in which exports go into an empty installation. */
export const TableKind = z.enum(['localities', 'stakeholders', 'commitments', 'lines', 'entries']);
export type TableKind = z.infer<typeof TableKind>;
