import type * as z from 'zod';
import { type CommitmentField, NewCommitment } from '../commitment.ts';
import { folded } from '../folded.ts';
import { LocalityId } from '../locality.ts';
import { type Cells, type Column, dayIn, type KnownNames, keyIn, numberIn, partsOf } from './columns.ts';
import type { Finder } from './finder.ts';
import type { Kind } from './kind.ts';

/** A commitment with the locality whose matrix it joins. Documents do not fit a table: it carries none. */
export const CommitmentRow = NewCommitment.extend({ locality: LocalityId });
export type CommitmentRow = z.infer<typeof CommitmentRow>;

/** What rows of commitments are understood by: places, people, and the names of what is chosen from lists. */
interface KnownOfCommitments {
  locality: Finder;
  stakeholder: Finder;
  /** The locality of rows that name none. */
  otherwise?: string;
  names: Record<'supportingProgrammes' | 'policyAreas' | 'commitmentStatuses', KnownNames>;
}

/** The columns of each field, in their order. */
const columns: Record<CommitmentField, readonly Column[]> = {
  action: [
    { name: 'action', also: ['acción', 'acción concreta', 'compromiso', 'commitment'], required: true },
  ],
  responsible: [
    { name: 'responsible', also: ['responsable'] },
    { name: 'responsibleName', also: ['nombre del responsable'], readOnly: true },
  ],
  coResponsible: [{ name: 'coResponsible', also: ['corresponsables', 'corresponsable', 'co-responsables'] }],
  supportingProgramme: [
    { name: 'supportingProgramme', error: 'unknown-choice', also: ['programa de apoyo', 'programa'] },
  ],
  policyArea: [{ name: 'policyArea', error: 'unknown-choice', also: ['área', 'área de política', 'eje'] }],
  dueOn: [
    {
      name: 'dueOn',
      error: 'not-a-day',
      also: ['fecha', 'fecha límite', 'vence', 'plazo', 'due', 'due date'],
    },
  ],
  budget: [
    { name: 'budgetAmount', also: ['presupuesto', 'monto', 'budget', 'amount'] },
    { name: 'budgetCurrency', error: 'unknown-choice', also: ['moneda', 'currency'] },
  ],
  status: [{ name: 'status', error: 'unknown-choice', also: ['estado', 'estatus'] }],
  progress: [{ name: 'progress', also: ['avance'] }],
  note: [{ name: 'note', also: ['nota', 'notas', 'observaciones'] }],
  // Documents do not fit a table.
  evidence: [],
};

/** The cells that mean each field. */
const cellsOf = (row: CommitmentRow): Record<CommitmentField, Cells> => ({
  action: { action: row.action },
  responsible: { responsible: row.responsible },
  coResponsible: { coResponsible: [...row.coResponsible].sort().join(' | ') },
  supportingProgramme: { supportingProgramme: row.supportingProgramme },
  policyArea: { policyArea: row.policyArea },
  dueOn: { dueOn: row.dueOn },
  budget: { budgetAmount: row.budget?.amount.toString(), budgetCurrency: row.budget?.currency },
  status: { status: row.status },
  progress: { progress: row.progress.toString() },
  note: { note: row.note },
  evidence: {},
});

/** The commitment matrices of localities as one table: one row for each promise. */
export const commitmentTable: Kind<CommitmentRow, KnownOfCommitments> = {
  columns: [
    { name: 'id' },
    // May be said once for the whole file, in the address of the request.
    { name: 'locality', also: ['localidad', 'colonia'] },
    { name: 'localityName', also: ['nombre de la localidad'], readOnly: true },
    ...Object.values(columns).flat(),
    { name: 'sector', readOnly: true },
  ],
  schema: CommitmentRow,
  read(cells, known) {
    const refused: { column: string; message: string }[] = [];
    const idOf = (column: string, text: string | undefined, find: Finder) => {
      const found = text === undefined ? undefined : find(text);
      if (found?.refused) refused.push({ column, message: found.refused });
      return found?.id;
    };
    const asked = cells.locality ?? known.otherwise;
    if (asked === undefined) refused.push({ column: 'locality', message: 'column-missing' });
    const amount = numberIn(cells.budgetAmount);
    const value: Record<CommitmentField | 'locality', unknown> = {
      locality: idOf('locality', asked, known.locality) ?? 'unknown',
      action: cells.action,
      responsible: idOf('responsible', cells.responsible, known.stakeholder),
      coResponsible: partsOf(cells.coResponsible).flatMap(
        (name) => idOf('coResponsible', name, known.stakeholder) ?? [],
      ),
      supportingProgramme: keyIn(cells.supportingProgramme, known.names.supportingProgrammes),
      policyArea: keyIn(cells.policyArea, known.names.policyAreas),
      dueOn: dayIn(cells.dueOn),
      budget: amount === undefined ? undefined : { amount, currency: cells.budgetCurrency },
      status: keyIn(cells.status, known.names.commitmentStatuses),
      progress: numberIn(cells.progress),
      note: cells.note,
      evidence: undefined,
    };
    return { value, refused };
  },
  columnOf: (path) => {
    if (path.startsWith('budget')) return path.endsWith('currency') ? 'budgetCurrency' : 'budgetAmount';
    return path.split('.')[0] ?? path;
  },
  write: (row) => ({
    locality: row.locality,
    ...Object.fromEntries(Object.values(cellsOf(row)).flatMap((cells) => Object.entries(cells))),
  }),
  identity: ({ locality, action, dueOn = '', responsible = '' }) =>
    [locality, folded(action), dueOn, responsible].join('\n'),
};
