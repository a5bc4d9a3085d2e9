import * as z from 'zod';
import { LocalDate } from '../calendar.ts';
import { Budget } from '../commitment.ts';
import { freeText } from '../free-text.ts';
import { Key } from '../key.ts';
import { LocalityId } from '../locality-id.ts';
import { line } from '../plain-text.ts';
import { BoardId, ObjectiveId } from './board.ts';
import { totalOf } from './sums.ts';

/** The largest quantity that is taken down at once: what is counted in pesos may be large. */
export const largestQuantity = 1e12;
const Quantity = z.number().min(0).max(largestQuantity);

/** Units that are measured, not counted: their quantities have two decimals unless the line says otherwise. */
const measured = new Set(
  'km m m2 m² ha kg l h % mxn usd pesos horas hours metros metres kilómetros kilometres hectáreas hectares'.split(
    ' ',
  ),
);

/** How many decimals a quantity of the unit has: none where things are counted. */
export const decimalsOf = (unit: string): number => (measured.has(unit.trim().toLowerCase()) ? 2 : 0);

/** Money of a line, in units of its currency. What is not known is left blank. */
export const LineBudget = z.strictObject({
  authorised: Quantity.optional(),
  committed: Quantity.optional(),
  spent: Quantity.optional(),
  currency: Budget.shape.currency,
  /** The fund it comes from. */
  source: line(160).optional(),
});

/** What a line's quantities are told apart by: kind of service, unit, sex, age band, sector. */
export const Dimension = z.strictObject({ key: Key, values: z.array(line(80)).min(1).max(100) });
const Breakdown = z
  .array(Dimension)
  .max(6)
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'named-twice')
  .refine((all) => all.every(({ values }) => new Set(values).size === values.length), 'named-twice')
  .refine(
    (all) => all.reduce((cells, { values }) => cells * (values.length + 1), 1) <= 5_000,
    'too-many-cells',
  );

export const Rhythm = z.enum(['month', 'quarter', 'year', 'once']);
export const Bound = z.enum(['at-least', 'at-most']);
/** Nothing is entered for a closed line. */
export const LineStatus = z.enum(['open', 'closed']);
/** Of a stage or track, or `null` where there is none any more. */
export const PartOrNone = Key.nullable();

/** A stakeholder by their id, or a member of staff by their work address. */
const Responsible = z.string().trim().toLowerCase().min(1).max(128);

const details = {
  name: freeText(300).min(1),
  objective: ObjectiveId,
  unit: line(60),
  /** How many decimals its quantities have; as its unit has it unless told. */
  decimals: z.int().min(0).max(2),
  target: Quantity,
  bound: Bound,
  from: LocalDate,
  to: LocalDate,
  rhythm: Rhythm,
  responsible: Responsible,
  stage: Key,
  track: Key,
  /** Where it is done: urban, rural, a unit. */
  place: line(120),
  breakdown: Breakdown,
  budget: LineBudget,
  /** Whether the public page of its locality tells of it, by its name and its figures. */
  published: z.boolean(),
};

const newLine = {
  ...details,
  /** Whose it is; the municipality's where none is named. */
  locality: LocalityId.optional(),
  /** Made of its name where none is given. */
  key: Key.optional(),
  objective: details.objective.optional(),
  decimals: details.decimals.optional(),
  target: details.target.optional(),
  bound: details.bound.default('at-least'),
  rhythm: details.rhythm.default('month'),
  responsible: details.responsible.optional(),
  stage: details.stage.optional(),
  track: details.track.optional(),
  place: details.place.optional(),
  breakdown: details.breakdown.default([]),
  budget: details.budget.optional(),
  published: details.published.default(false),
};
const endsAfterItBegins = { path: ['to'], error: 'before-from' };
/** What is no day at all is told once. */
const isInOrder = ({ from, to }: { from: string; to: string }) =>
  from <= to || ![from, to].every((day) => LocalDate.safeParse(day).success);

export const NewLine = z.strictObject(newLine).refine(isInOrder, endsAfterItBegins);
export type NewLine = z.infer<typeof NewLine>;

/** A line as a row of a file says it: an objective that nobody knows yet comes by its name. */
export const LineRow = z
  .strictObject({
    ...newLine,
    locality: BoardId,
    status: LineStatus.default('open'),
    objectiveName: details.name.optional(),
  })
  .refine(isInOrder, endsAfterItBegins);
export type LineRow = z.infer<typeof LineRow>;

/** `null` takes away what was written down. Another target needs a reason. */
export const LineEdit = z
  .strictObject({
    ...details,
    objective: details.objective.nullable(),
    target: details.target.nullable(),
    responsible: details.responsible.nullable(),
    stage: PartOrNone,
    track: PartOrNone,
    place: details.place.nullable(),
    budget: details.budget.nullable(),
    status: LineStatus,
    reason: freeText(1_000).min(1),
  })
  .partial()
  .refine(({ reason: _, ...edit }) => Object.keys(edit).length > 0, 'nothing-to-change');
export type LineEdit = z.infer<typeof LineEdit>;

/** Something to be done or counted (*línea de acción, meta*), with what its entries add up to. */
export const Line = z.object({
  ...details,
  // What is stored may be older than the rules of what is sent.
  name: z.string(),
  objective: z.string().optional(),
  target: z.number().optional(),
  responsible: z.string().optional(),
  stage: z.string().optional(),
  track: z.string().optional(),
  place: z.string().optional(),
  breakdown: z.array(Dimension),
  budget: LineBudget.optional(),
  published: z.boolean().default(false),
  board: BoardId,
  key: Key,
  status: LineStatus,
  /** What its entries add up to, by month, in hundredths of its unit. */
  sums: z.record(z.string(), z.int()),
  /** Months for which it was entered that nothing was done: in the sums they leave no trace. */
  noughts: z.array(z.string()).optional(),
  /** How many entries it has had; the next one's number is one more. */
  entries: z.int(),
  /** The first and the last day for which something was ever entered. */
  firstOn: LocalDate.optional(),
  lastOn: LocalDate.optional(),
  /** The next day on which it is looked at whether the numbers of a period are missing. */
  reportOn: LocalDate.optional(),
  /** For which period, by its last day, its responsible was last asked, when, and how often. */
  asked: z.object({ to: LocalDate, on: LocalDate, times: z.int() }).optional(),
  /** The board's revision at which its particulars last changed; entries leave it. */
  revision: z.int().min(1),
  /** Raised by every write of the line. */
  writes: z.int().min(1),
});
export type Line = z.infer<typeof Line>;

/** A line as a file brings it, with the key that it is to have: without what is reckoned as its entries come. */
export const ImportedLine = Line.omit({
  board: true,
  sums: true,
  entries: true,
  noughts: true,
  firstOn: true,
  lastOn: true,
  reportOn: true,
  asked: true,
  revision: true,
  writes: true,
}).partial({ decimals: true });
export type ImportedLine = z.infer<typeof ImportedLine>;

export const lineId = ({ board, key }: Pick<Line, 'board' | 'key'>): string => `${board}.${key}`;

/** What there is of a line so far, in its unit. */
export const doneOf = ({ sums }: Pick<Line, 'sums'>): number => totalOf(sums);

/** How much of the target that is, per cent with one decimal; of `at-most`, how much of what is allowed. None without a target. */
export function percentOf({ target, sums }: Pick<Line, 'target' | 'sums'>): number | undefined {
  if (target === undefined || target === 0) return undefined;
  return Math.round((doneOf({ sums }) / target) * 1_000) / 10;
}

/** What the source of a line leaves blank: it is told, and never invented. */
export function blanksOf({ objective, target, responsible, budget }: Line): string[] {
  const blank = { objective, target, responsible, budget };
  const money = budget && {
    authorised: budget.authorised,
    committed: budget.committed,
    spent: budget.spent,
    source: budget.source,
  };
  const names = (fields: object, prefix = '') =>
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? `${prefix}${name}` : []));
  return [...names(blank), ...names(money ?? {}, 'budget.')];
}

export const NewObjective = z.strictObject({
  locality: LocalityId.optional(),
  key: Key.optional(),
  name: freeText(500).min(1),
  /** The municipal, state or national plan it serves. */
  plan: line(300).optional(),
});
export type NewObjective = z.infer<typeof NewObjective>;

/** What a programme is for; lines stand under it. */
export const Objective = z.object({
  board: BoardId,
  key: Key,
  name: z.string(),
  plan: z.string().optional(),
  revision: z.int().min(1),
});
export type Objective = z.infer<typeof Objective>;
export const objectiveId = ({ board, key }: Pick<Objective, 'board' | 'key'>): string => `${board}.${key}`;
