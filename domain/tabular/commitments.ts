import type * as z from 'zod';
import { NewCommitment } from '../commitment.ts';
import { folded } from '../folded.ts';
import { LocalityId } from '../locality.ts';
import { dayIn, type KnownNames, keyIn, numberIn, partsOf } from './columns.ts';
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

/** The commitment matrices of localities as one table: one row for each promise. */
export const commitmentTable: Kind<CommitmentRow, KnownOfCommitments> = {
  columns: [
    { name: 'id' },
    // May be said once for the whole file, in the address of the request.
    { name: 'locality', also: ['localidad', 'colonia'] },
    { name: 'localityName', also: ['nombre de la localidad'], readOnly: true },
    { name: 'action', also: ['acción', 'acción concreta', 'compromiso', 'commitment'], required: true },
    { name: 'responsible', also: ['responsable'] },
    { name: 'responsibleName', also: ['nombre del responsable'], readOnly: true },
    { name: 'coResponsible', also: ['corresponsables', 'corresponsable', 'co-responsables'] },
    { name: 'supportingProgramme', refusal: 'unknown-choice', also: ['programa de apoyo', 'programa'] },
    { name: 'policyArea', refusal: 'unknown-choice', also: ['área', 'área de política', 'eje'] },
    {
      name: 'dueOn',
      refusal: 'not-a-day',
      also: ['fecha', 'fecha límite', 'vence', 'plazo', 'due', 'due date'],
    },
    { name: 'budgetAmount', also: ['presupuesto', 'monto', 'budget', 'amount'] },
    { name: 'budgetCurrency', refusal: 'unknown-choice', also: ['moneda', 'currency'] },
    { name: 'status', refusal: 'unknown-choice', also: ['estado', 'estatus'] },
    { name: 'progress', also: ['avance'] },
    { name: 'note', also: ['nota', 'notas', 'observaciones'] },
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
    const value = {
      ...{ action: cells.action, note: cells.note, progress: numberIn(cells.progress) },
      locality: idOf('locality', asked, known.locality) ?? 'unknown',
      responsible: idOf('responsible', cells.responsible, known.stakeholder),
      coResponsible: partsOf(cells.coResponsible).flatMap(
        (name) => idOf('coResponsible', name, known.stakeholder) ?? [],
      ),
      supportingProgramme: keyIn(cells.supportingProgramme, known.names.supportingProgrammes),
      policyArea: keyIn(cells.policyArea, known.names.policyAreas),
      dueOn: dayIn(cells.dueOn),
      budget: amount === undefined ? undefined : { amount, currency: cells.budgetCurrency },
      status: keyIn(cells.status, known.names.commitmentStatuses),
    };
    return { value, refused };
  },
  columnOf: (path) => {
    if (path.startsWith('budget')) return path.endsWith('currency') ? 'budgetCurrency' : 'budgetAmount';
    return path.split('.')[0] ?? path;
  },
  write: ({ coResponsible, budget, progress, evidence: _, ...cells }) => ({
    ...cells,
    coResponsible: [...coResponsible].sort().join(' | '),
    budgetAmount: budget?.amount.toString(),
    budgetCurrency: budget?.currency,
    progress: progress.toString(),
  }),
  identity: ({ locality, action, dueOn = '', responsible = '' }) =>
    [locality, folded(action), dueOn, responsible].join('\n'),
};
