import type { Column } from '../../domain/tabular/columns.ts';
import { commitmentTable } from '../../domain/tabular/commitments.ts';
import { entryColumns } from '../../domain/tabular/entries.ts';
import { lineTable } from '../../domain/tabular/lines.ts';
import { localityTable } from '../../domain/tabular/localities.ts';
import { stakeholderTable } from '../../domain/tabular/stakeholders.ts';
import type { TableKind } from '../../domain/tabular/table-kind.ts';
import { commitmentRows, localityRows, type RowsOf, stakeholderRows } from './rows.ts';
import { entryRows, lineRows } from './work-rows.ts';

/** How each kind is written down: its columns, and the rows that are exported. */
export const tableKinds: Record<TableKind, { columns: readonly Column[]; rows: RowsOf }> = {
  localities: { columns: localityTable.columns, rows: localityRows },
  stakeholders: { columns: stakeholderTable.columns, rows: stakeholderRows },
  commitments: { columns: commitmentTable.columns, rows: commitmentRows },
  lines: { columns: lineTable.columns, rows: lineRows },
  entries: { columns: entryColumns, rows: entryRows },
};
