import type * as z from 'zod';
import type { LocalDate } from '../calendar.ts';
import { patchedFields } from '../commands/commitments.ts';
import { CommitmentEdit, type CommitmentField, NewCommitment } from '../commitment.ts';
import { LocalityId } from '../locality.ts';
import { isMadeId } from '../made-id.ts';
import { type Cells, type Column, type KnownNames, keyIn, numberIn, partsOf } from './columns.ts';
import { dayIn } from './day.ts';
import type { Finder } from './finder.ts';
import type { ColumnReason, Kind } from './kind.ts';
import { moneyIn, numberText } from './money.ts';
import { nameKey } from './name-key.ts';

/** A commitment with the locality whose matrix it joins. Documents do not fit a table: it carries none. */
export const CommitmentRow = NewCommitment.extend({ locality: LocalityId });
export type CommitmentRow = z.infer<typeof CommitmentRow>;

/** What rows of commitments are understood by: places, people, and the names of what is chosen from lists. */
interface KnownOfCommitments {
  locality: Finder;
  stakeholder: Finder;
  /** Whether a commitment with this id is here: rows with another come from another installation. */
  isHere(id: string): boolean;
  /** The locality of rows that name none. */
  otherwise?: string;
  /** Rows of this file name theirs: one that names none is none of the place it was sent from. */
  placesNamed: boolean;
  /** What was fulfilled was so today, where nothing else is said. */
  today: LocalDate;
  names: Record<'supportingProgrammes' | 'policyAreas' | 'commitmentStatuses', KnownNames>;
}

/** The columns of each field, in their order. */
const columns: Record<CommitmentField, readonly Column[]> = {
  action: [
    { name: 'action', also: ['acción', 'acción concreta', 'compromiso', 'commitment'], required: true },
  ],
  responsible: [
    { name: 'responsible', names: true, also: ['responsable'] },
    { name: 'responsibleName', also: ['nombre del responsable'], readOnly: true },
  ],
  coResponsible: [
    { name: 'coResponsible', names: true, also: ['corresponsables', 'corresponsable', 'co-responsables'] },
  ],
  supportingProgramme: [
    { name: 'supportingProgramme', choices: 'supportingProgrammes', also: ['programa de apoyo', 'programa'] },
  ],
  policyArea: [{ name: 'policyArea', choices: 'policyAreas', also: ['área', 'área de política', 'eje'] }],
  dueOn: [
    {
      name: 'dueOn',
      error: 'not-a-day',
      also: ['fecha', 'fecha límite', 'vence', 'plazo', 'due', 'due date'],
    },
  ],
  budget: [
    { name: 'budgetAmount', field: 'budget', also: ['presupuesto', 'monto', 'budget', 'amount'] },
    { name: 'budgetCurrency', field: 'budget', choices: 'currencies', also: ['moneda', 'currency'] },
  ],
  status: [{ name: 'status', choices: 'commitmentStatuses', also: ['estado', 'estatus'] }],
  progress: [{ name: 'progress', also: ['avance'] }],
  fulfilledOn: [
    {
      name: 'fulfilledOn',
      error: 'not-a-day',
      also: ['cumplido el', 'fecha de cumplimiento', 'fulfilled on', 'date fulfilled'],
    },
    { name: 'onTime', also: ['a tiempo', 'on time'], readOnly: true },
  ],
  note: [{ name: 'note', also: ['nota', 'notas', 'observaciones'] }],
  // Documents do not fit a table: that there are some is told.
  evidence: [{ name: 'evidence', also: ['evidencia'], readOnly: true }],
};

/** The cells that mean each field. */
const cellsOf = (row: CommitmentRow): Record<CommitmentField, Cells> => ({
  action: { action: row.action },
  responsible: { responsible: row.responsible },
  coResponsible: { coResponsible: [...row.coResponsible].sort().join(' | ') },
  supportingProgramme: { supportingProgramme: row.supportingProgramme },
  policyArea: { policyArea: row.policyArea },
  dueOn: { dueOn: row.dueOn },
  budget: { budgetAmount: row.budget && numberText(row.budget.amount), budgetCurrency: row.budget?.currency },
  status: { status: row.status },
  progress: { progress: row.progress.toString() },
  fulfilledOn: { fulfilledOn: row.fulfilledOn ?? undefined },
  note: { note: row.note },
  evidence: {},
});

/** Progress is told in whole per cents; a cell that a spreadsheet shows as a percentage shows it rounded. */
function percentIn(cell: string | undefined): unknown {
  const progress = numberIn(cell);
  return typeof progress === 'number' && cell?.endsWith('%') ? Math.round(progress) : progress;
}

/** A row that says *pending* of what is under way, or less than all of what is fulfilled, is meant as it would be kept. */
function standingIn(status: string | undefined, progress: unknown) {
  if (status === 'fulfilled') return { status, progress: progress === undefined ? undefined : 100 };
  const isBegun = typeof progress === 'number' && progress > 0;
  return { status: isBegun && (status ?? 'pending') === 'pending' ? 'in-progress' : status, progress };
}

/** The commitment matrices of localities as one table: one row for each promise. */
export const commitmentTable: Kind<CommitmentRow, CommitmentEdit, KnownOfCommitments> = {
  columns: [
    { name: 'id' },
    // May be said once for the whole file, in the address of the request.
    { name: 'locality', also: ['localidad', 'colonia'], fixed: true },
    { name: 'localityName', also: ['nombre de la localidad'], readOnly: true },
    ...Object.values(columns).flat(),
    { name: 'sector', readOnly: true },
  ],
  schema: CommitmentRow,
  edit: CommitmentEdit,
  read(cells, known) {
    const refused: ColumnReason[] = [];
    const told: ColumnReason[] = [];
    const comesAlong = cells.id !== undefined && !known.isHere(cells.id);
    // Whose data were erased is in no export: what they promised comes without them.
    const personIn = (column: string, text: string) => {
      const found = known.stakeholder(text);
      if (found.refused && comesAlong && isMadeId(text))
        told.push({ column, message: 'person-left-out', about: [text] });
      else if (found.refused) refused.push({ column, message: found.refused });
      return found.id;
    };
    const asked = cells.locality ?? (known.placesNamed ? undefined : known.otherwise);
    if (asked === undefined)
      refused.push({
        column: 'locality',
        message: known.placesNamed ? 'locality-blank' : 'column-missing',
      });
    const place = asked === undefined ? undefined : known.locality(asked);
    if (place?.refused) refused.push({ column: 'locality', message: place.refused });
    const money = cells.budgetAmount === undefined ? undefined : moneyIn(cells.budgetAmount);
    if (cells.budgetAmount !== undefined && !money)
      refused.push({ column: 'budgetAmount', message: 'not-money' });
    const standing = standingIn(
      keyIn(cells.status, known.names.commitmentStatuses),
      percentIn(cells.progress),
    );
    const value: Record<CommitmentField | 'locality', unknown> = {
      locality: place?.id ?? 'unknown',
      action: cells.action,
      responsible: cells.responsible && personIn('responsible', cells.responsible),
      coResponsible: partsOf(cells.coResponsible).flatMap((name) => personIn('coResponsible', name) ?? []),
      supportingProgramme: keyIn(cells.supportingProgramme, known.names.supportingProgrammes),
      policyArea: keyIn(cells.policyArea, known.names.policyAreas),
      dueOn: dayIn(cells.dueOn),
      budget: money && {
        amount: money.amount,
        currency: cells.budgetCurrency?.toUpperCase() ?? money.currency,
      },
      ...standing,
      // What was fulfilled there before days were kept was not fulfilled today.
      fulfilledOn: dayIn(cells.fulfilledOn) ?? (comesAlong ? null : undefined),
      note: cells.note,
      evidence: undefined,
    };
    return { value, refused, told };
  },
  columnOf: (path) => {
    if (path.startsWith('budget')) return path.endsWith('currency') ? 'budgetCurrency' : 'budgetAmount';
    return path.split('.')[0] ?? path;
  },
  write: (row) => ({
    locality: row.locality,
    ...Object.fromEntries(Object.values(cellsOf(row)).flatMap((cells) => Object.entries(cells))),
  }),
  patched: (command, edit, { today }) => {
    const before = { ...command, fulfilledOn: command.fulfilledOn ?? undefined };
    return { ...command, ...patchedFields(before, edit, today) };
  },
  called: ({ action }) => action,
  identity: ({ locality, action, dueOn = '', responsible = '' }) => [
    nameKey(action),
    locality,
    dueOn,
    responsible,
  ],
};
