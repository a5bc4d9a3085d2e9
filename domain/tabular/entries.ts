import * as z from 'zod';
import { applyPatch } from '../patch.ts';
import { LineId } from '../work/board.ts';
import { NewEntry } from '../work/entry.ts';
import { cellKey } from '../work/sums.ts';
import { numberIn } from './columns.ts';
import { dayIn } from './day.ts';
import type { Finder, Found } from './finder.ts';
import type { ColumnReason, Kind } from './kind.ts';
import { pairsIn, pairsText } from './lists.ts';
import { numberText } from './money.ts';

/** An entry with its line. Of several that say the same, `nth` tells which one it is. Documents do not fit a table. */
export interface EntryRow extends NewEntry {
  line: string;
  nth: number;
}

/** What rows of entries are understood by. */
export interface KnownOfEntries {
  locality: Finder;
  /** A line by its id, or by its key or name in a locality. */
  line(board: string | undefined, text: string): Found;
  /** The locality of rows that name none. */
  otherwise?: string;
}

const isRead = NewEntry.extend({ line: LineId });

/** What a row says of an entry that is there; it is only ever compared. */
const Said = z
  .object({
    on: z.string(),
    quantity: z.number(),
    cells: z.record(z.string(), z.string()),
    place: z.string().nullable(),
    note: z.string().nullable(),
    corrects: z.string().nullable(),
  })
  .partial();
type Said = z.infer<typeof Said>;

/** What an entry says, in one spelling. */
export const saying = ({
  line,
  on,
  quantity,
  cells,
  place = '',
  note = '',
  corrects = '',
}: z.infer<typeof isRead>) => JSON.stringify([line, on, quantity, cellKey(cells), place, note, corrects]);

/** Tells things that say the same apart by how often they were seen. */
export function counting(): (what: string) => number {
  const seen = new Map<string, number>();
  return (what) => {
    const nth = (seen.get(what) ?? 0) + 1;
    seen.set(what, nth);
    return nth;
  };
}

const columns = [
  { name: 'id' },
  { name: 'line', also: ['línea', 'línea de acción', 'actividad', 'activity'], required: true, fixed: true },
  { name: 'lineName', also: ['nombre de la línea'], readOnly: true },
  { name: 'locality', also: ['localidad', 'colonia'] },
  { name: 'localityName', also: ['nombre de la localidad'], readOnly: true },
  { name: 'on', error: 'not-a-day', also: ['fecha', 'día', 'date', 'day'], required: true },
  { name: 'quantity', also: ['cantidad', 'total', 'amount'], required: true },
  { name: 'unit', also: ['unidad'], readOnly: true },
  { name: 'cells', also: ['desglose', 'separación', 'breakdown'] },
  { name: 'place', also: ['lugar'] },
  { name: 'note', also: ['nota', 'notas', 'observaciones'] },
  { name: 'corrects', also: ['corrige'] },
  { name: 'correctedBy', also: ['corregido por'], readOnly: true },
  { name: 'evidence', also: ['evidencia'], readOnly: true },
  { name: 'by', also: ['registró'], readOnly: true },
  { name: 'at', also: ['registrado el'], readOnly: true },
] as const satisfies Kind<EntryRow, Said, KnownOfEntries>['columns'];

/**
 * Entries as one table, for one file: one row for each. Nothing of an entry ever changes, so that a row about one that is
 * there either says the same or is refused.
 */
export function entryTable(): Kind<EntryRow, Said, KnownOfEntries> {
  const nthOf = counting();
  return {
    columns,
    schema: isRead.transform((row) => ({ ...row, nth: nthOf(saying(row)) })),
    edit: Said,
    read(cells, known) {
      const refused: ColumnReason[] = [];
      const asked = cells.locality ?? known.otherwise;
      const place = asked === undefined ? undefined : known.locality(asked);
      if (place?.refused) refused.push({ column: 'locality', message: place.refused });
      const line = cells.line === undefined ? undefined : known.line(place?.id, cells.line);
      if (line?.refused) refused.push({ column: 'line', message: line.refused });
      const parts = pairsIn(cells.cells);
      if (!parts) refused.push({ column: 'cells', message: 'not-pairs' });
      const value = {
        line: line?.id ?? 'unknown.line',
        on: dayIn(cells.on),
        quantity: numberIn(cells.quantity),
        cells: Object.fromEntries(parts ?? []),
        place: cells.place,
        note: cells.note,
        corrects: cells.corrects,
      };
      return { value, refused };
    },
    columnOf: (path) => path.split('.')[0] ?? path,
    write: (row) => ({
      line: row.line,
      on: row.on,
      quantity: numberText(row.quantity),
      cells: pairsText(Object.entries(row.cells).sort(([a], [b]) => (a < b ? -1 : 1))),
      place: row.place,
      note: row.note,
      corrects: row.corrects,
    }),
    patched: (before, said) => ({
      ...before,
      on: said.on ?? before.on,
      quantity: said.quantity ?? before.quantity,
      cells: said.cells ?? before.cells,
      place: applyPatch(said.place, before.place),
      note: applyPatch(said.note, before.note),
      corrects: applyPatch(said.corrects, before.corrects),
    }),
    called: ({ on, quantity }) => `${on} · ${quantity}`,
    identity: (row) => [`${saying(row)} ${row.nth}`],
  };
}

export { columns as entryColumns };
