import { isMadeId } from '../made-id.ts';
import { applyPatch } from '../patch.ts';
import { keyFor, municipal } from '../work/board.ts';
import { LineEdit, LineRow } from '../work/line.ts';
import { bare, type Cells, type KnownNames, keyIn, numberIn } from './columns.ts';
import { dayIn } from './day.ts';
import type { Finder, Found } from './finder.ts';
import type { ColumnReason, Kind } from './kind.ts';
import { listIn, listText, pairsIn, pairsText } from './lists.ts';
import { moneyIn, numberText } from './money.ts';
import { nameKey } from './name-key.ts';

/** What rows of lines are understood by. */
export interface KnownOfLines {
  locality: Finder;
  stakeholder: Finder;
  /** An objective by its id, its key or its name, of a board or of the municipality. */
  objective(board: string, text: string): Found;
  /** A member of staff by their address, as they are written down; `undefined` for what is none. */
  staff(text: string): string | undefined;
  /** Whether a line with this id is here: rows with another come from another installation. */
  isHere(id: string): boolean;
  /** The locality of rows that name none. */
  otherwise?: string;
  /** Rows of this file name theirs: one that names none is none of the place it was sent from. */
  placesNamed: boolean;
  names: Record<'lineBounds' | 'lineRhythms' | 'lineStatuses', KnownNames>;
}

const days = { error: 'not-a-day' } as const;
const columns = [
  { name: 'id' },
  { name: 'locality', also: ['localidad', 'colonia'], fixed: true },
  { name: 'localityName', also: ['nombre de la localidad'], readOnly: true },
  { name: 'objective', also: ['objetivo'] },
  { name: 'objectiveName', also: ['nombre del objetivo'], readOnly: true },
  { name: 'objectivePlan', also: ['plan al que sirve'], readOnly: true },
  {
    name: 'name',
    also: ['línea', 'línea de acción', 'actividad', 'nombre', 'line', 'activity'],
    required: true,
  },
  { name: 'unit', also: ['unidad', 'unidad de medida'], required: true },
  { name: 'decimals', also: ['decimales'] },
  { name: 'target', also: ['meta'] },
  { name: 'bound', choices: 'lineBounds', also: ['sentido', 'tope'] },
  { name: 'from', ...days, also: ['inicio', 'desde', 'begin', 'start'], required: true },
  { name: 'to', ...days, also: ['fin', 'hasta', 'término', 'end'], required: true },
  { name: 'rhythm', choices: 'lineRhythms', also: ['ritmo', 'periodicidad'] },
  { name: 'responsible', names: true, also: ['responsable'] },
  { name: 'responsibleName', also: ['nombre del responsable'], readOnly: true },
  { name: 'stage', also: ['etapa'] },
  { name: 'track', also: ['proceso'] },
  { name: 'place', also: ['lugar', 'ámbito'] },
  { name: 'breakdown', also: ['desglose', 'separación'] },
  { name: 'authorised', field: 'budget', also: ['autorizado', 'presupuesto', 'authorized', 'budget'] },
  { name: 'committed', field: 'budget', also: ['comprometido'] },
  { name: 'spent', field: 'budget', also: ['ejercido', 'gastado'] },
  { name: 'currency', field: 'budget', choices: 'currencies', also: ['moneda'] },
  { name: 'source', field: 'budget', also: ['fuente', 'fuente de financiamiento', 'fondo', 'fund'] },
  { name: 'published', also: ['publicada', 'pública', 'public'] },
  { name: 'status', choices: 'lineStatuses', also: ['estado', 'estatus'] },
  // Another target is said with its reason; of itself it is kept nowhere but in the history.
  { name: 'reason', also: ['motivo'], readOnly: true },
  { name: 'done', also: ['hecho', 'avance'], readOnly: true },
  { name: 'percent', also: ['porcentaje'], readOnly: true },
] as const satisfies Kind<LineRow, LineEdit, KnownOfLines>['columns'];

/** Dimensions as a cell has them: `sex: female | male`, one below the other. */
const breakdownText = (all: LineRow['breakdown']) =>
  pairsOrNothing(all.map(({ key, values }) => [key, listText(values)]));
const pairsOrNothing = (pairs: readonly (readonly [string, string])[]) =>
  pairs.every(([, values]) => !/[:;\n]/.test(values))
    ? pairs.map(([key, values]) => `${key}: ${values}`).join('; ')
    : pairsText(pairs);
const breakdownIn = (cell: string | undefined) =>
  pairsIn(cell)?.map(([key, values]) => ({ key: key.toLowerCase(), values: listIn(values) })) ?? cell;

/** Money of a line: of one of its cells that names a currency, all of it is in that. */
function budgetIn(cells: Cells, refused: ColumnReason[]) {
  const money = (['authorised', 'committed', 'spent'] as const).map((column) => {
    const cell = cells[column];
    const read = cell === undefined ? undefined : moneyIn(cell);
    if (cell !== undefined && !read) refused.push({ column, message: 'not-money' });
    return read;
  });
  const [authorised, committed, spent] = money.map((one) => one?.amount);
  const { source } = cells;
  if (money.every((one) => one === undefined) && source === undefined) return undefined;
  const currency = cells.currency?.toUpperCase() ?? money.find((one) => one?.currency)?.currency;
  return { authorised, committed, spent, currency, source };
}

/** *Yes* or *no* as a cell has it; what is neither is left as it is, to be refused by name. */
function flagIn(cell: string | undefined): unknown {
  if (cell === undefined) return undefined;
  const said = bare(cell);
  if (['true', 'si', 'yes', 'x', '1', 'verdadero'].includes(said)) return true;
  return ['false', 'no', '0', 'falso'].includes(said) ? false : cell;
}

const money = (amount: number | undefined) => (amount === undefined ? undefined : numberText(amount));

/** Lines of plans as one table: one row for each. */
export const lineTable: Kind<LineRow, LineEdit, KnownOfLines> = {
  columns,
  schema: LineRow,
  edit: LineEdit,
  read(cells, known) {
    const refused: ColumnReason[] = [];
    const told: ColumnReason[] = [];
    const comesAlong = cells.id !== undefined && !known.isHere(cells.id);
    const asked = cells.locality ?? (known.placesNamed ? undefined : (known.otherwise ?? municipal));
    if (asked === undefined) refused.push({ column: 'locality', message: 'locality-blank' });
    const place = asked === undefined ? undefined : known.locality(asked);
    if (place?.refused) refused.push({ column: 'locality', message: place.refused });
    const board = place?.id ?? 'unknown';
    const value: Record<keyof LineRow, unknown> = {
      locality: board,
      key: undefined,
      name: cells.name,
      ...objectiveIn(cells.objective, board),
      unit: cells.unit,
      decimals: numberIn(cells.decimals),
      target: numberIn(cells.target),
      bound: keyIn(cells.bound, known.names.lineBounds),
      from: dayIn(cells.from),
      to: dayIn(cells.to),
      rhythm: keyIn(cells.rhythm, known.names.lineRhythms),
      responsible: cells.responsible && responsibleIn(cells.responsible),
      stage: cells.stage,
      track: cells.track,
      place: cells.place,
      breakdown: cells.breakdown === undefined ? undefined : breakdownIn(cells.breakdown),
      budget: budgetIn(cells, refused),
      published: flagIn(cells.published),
      status: keyIn(cells.status, known.names.lineStatuses),
    };
    return { value, refused, told };

    /** One that nobody knows is made with the line, under its name. */
    function objectiveIn(text: string | undefined, of: string) {
      if (text === undefined) return { objective: undefined, objectiveName: undefined };
      const found = known.objective(of, text);
      if (found.id !== undefined) return { objective: found.id, objectiveName: undefined };
      if (found.refused === 'ambiguous-name') refused.push({ column: 'objective', message: found.refused });
      return comesAlong && text.includes('.')
        ? { objective: text, objectiveName: undefined }
        : { objective: `${of}.${keyFor(text, new Set())}`, objectiveName: text };
    }

    /** Whose data were erased is in no export: what they are responsible for comes without them. */
    function responsibleIn(text: string) {
      const found = known.stakeholder(text);
      if (found.id !== undefined) return found.id;
      const staff = known.staff(text);
      if (staff !== undefined) return staff;
      if (comesAlong && isMadeId(text))
        told.push({ column: 'responsible', message: 'person-left-out', about: [text] });
      else refused.push({ column: 'responsible', message: found.refused ?? 'unknown-stakeholder' });
      return undefined;
    }
  },
  columnOf: (path) => {
    const [field = path, part] = path.split('.');
    return field === 'budget' ? (part ?? 'authorised') : field;
  },
  write: (row) => ({
    locality: row.locality,
    objective: row.objective,
    name: row.name,
    unit: row.unit,
    decimals: row.decimals?.toString(),
    target: row.target === undefined ? undefined : numberText(row.target),
    bound: row.bound,
    from: row.from,
    to: row.to,
    rhythm: row.rhythm,
    responsible: row.responsible,
    stage: row.stage,
    track: row.track,
    place: row.place,
    breakdown: breakdownText(row.breakdown),
    authorised: money(row.budget?.authorised),
    committed: money(row.budget?.committed),
    spent: money(row.budget?.spent),
    currency: row.budget?.currency,
    source: row.budget?.source,
    published: row.published ? 'true' : undefined,
    status: row.status,
  }),
  patched: (before, { reason: _, ...edit }) => ({
    ...before,
    name: edit.name ?? before.name,
    objective: applyPatch(edit.objective, before.objective),
    unit: edit.unit ?? before.unit,
    decimals: edit.decimals ?? before.decimals,
    target: applyPatch(edit.target, before.target),
    bound: edit.bound ?? before.bound,
    from: edit.from ?? before.from,
    to: edit.to ?? before.to,
    rhythm: edit.rhythm ?? before.rhythm,
    responsible: applyPatch(edit.responsible, before.responsible),
    stage: applyPatch(edit.stage, before.stage),
    track: applyPatch(edit.track, before.track),
    place: applyPatch(edit.place, before.place),
    breakdown: edit.breakdown ?? before.breakdown,
    budget: applyPatch(edit.budget, before.budget),
    published: edit.published ?? before.published,
    status: edit.status ?? before.status,
  }),
  called: ({ name }) => name,
  identity: ({ name, locality, unit, from, to, objective = '', place = '' }) => [
    nameKey(name),
    locality,
    nameKey(unit),
    from,
    to,
    objective,
    place,
  ],
};
