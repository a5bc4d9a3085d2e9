import type { Caller } from '../caller.ts';
import { Problem } from '../errors.ts';
import { applyPatch } from '../patch.ts';
import { type Board, keyFor, revisionOf } from '../work/board.ts';
import {
  decimalsOf,
  type ImportedLine,
  type Line,
  type LineEdit,
  type NewLine,
  type NewObjective,
  type Objective,
} from '../work/line.ts';
import { firstAsked } from '../work/report-ladder.ts';
import { type WorkChange, workChange } from '../work/work-change.ts';

/** What of a plan a new line or objective is decided on. */
export interface PlanSituation {
  board: Board;
  /** The keys that others of its kind have in this plan. */
  taken: ReadonlySet<string>;
  caller: Caller;
}

/** The key asked for, or one made of the name. @throws Problem `invalid-request` when it is taken */
export function keyOf({ key, name }: { key?: string; name: string }, taken: ReadonlySet<string>): string {
  if (key === undefined) return keyFor(name, taken);
  if (taken.has(key))
    throw new Problem('invalid-request', { errors: [{ path: 'key', message: 'key-taken' }] });
  return key;
}

/** An objective joins a plan. @throws Problem `invalid-request`, `not-active` */
export function createObjective(
  { name, plan, key }: NewObjective,
  { board, taken, caller }: PlanSituation,
): { change: WorkChange; objective: Objective } {
  const objective: Objective = {
    board: board.id,
    key: keyOf({ key, name }, taken),
    name,
    plan,
    revision: revisionOf(board) + 1,
  };
  const event = {
    actor: caller.user,
    action: 'objective-created',
    detail: { objective: objective.key, name },
  } as const;
  return { objective, change: workChange(board, { objectives: [objective] }, event) };
}

/** A line joins a plan. Blanks are accepted, and told. @throws Problem `invalid-request`, `not-active` */
export function createLine(
  { locality: _, ...command }: NewLine,
  { board, taken, caller }: PlanSituation,
): { change: WorkChange; line: Line } {
  const line: Line = {
    ...command,
    board: board.id,
    key: keyOf(command, taken),
    decimals: command.decimals ?? decimalsOf(command.unit),
    status: 'open',
    reportOn: firstAsked({ ...command, status: 'open' }),
    sums: {},
    entries: 0,
    revision: revisionOf(board) + 1,
    writes: 1,
  };
  const event = {
    actor: caller.user,
    action: 'line-created',
    detail: { line: line.key, ...command },
  } as const;
  return { line, change: workChange(board, { lines: [line] }, event) };
}

/** The line after an edit: what it does not name stays, and what it names as `null` is blank. */
export const patchedLine = (before: Line, { reason: _, ...edit }: LineEdit): Line => ({
  ...before,
  name: edit.name ?? before.name,
  objective: applyPatch(edit.objective, before.objective),
  unit: edit.unit ?? before.unit,
  decimals:
    edit.decimals ??
    (edit.unit === undefined ? before.decimals : Math.max(before.decimals, decimalsOf(edit.unit))),
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
});

/** Whether every dimension and value of a breakdown is still there. */
const keeps = (after: Line, before: Line): boolean =>
  before.breakdown.every(({ key, values }) => {
    const now = after.breakdown.find((one) => one.key === key)?.values ?? [];
    return values.every((value) => now.includes(value));
  });

/** What of an edit a line does not take, each by its field. */
export const lineEditFaults = (before: Line, edit: LineEdit) =>
  editFaults(before, patchedLine(before, edit), edit.reason);

/** What an edit may not do to a line for which something was entered, and which target needs a reason. */
function editFaults(before: Line, after: Line, reason: string | undefined) {
  const { firstOn = after.from, lastOn = after.to } = before;
  const retargeted = before.target !== undefined && after.target !== before.target;
  return [
    ...(retargeted && reason === undefined ? [{ path: 'reason', message: 'target-reason' }] : []),
    ...(after.to < after.from ? [{ path: 'to', message: 'before-from' }] : []),
    ...(before.entries > 0 && firstOn < after.from ? [{ path: 'from', message: 'entries-outside' }] : []),
    ...(before.entries > 0 && lastOn > after.to ? [{ path: 'to', message: 'entries-outside' }] : []),
    ...(before.entries > 0 && after.decimals < before.decimals
      ? [{ path: 'decimals', message: 'entries-need-it' }]
      : []),
    ...(before.entries > 0 && !keeps(after, before)
      ? [{ path: 'breakdown', message: 'entries-need-it' }]
      : []),
  ];
}

/** Whether other periods, or somebody else's, are asked for from now on. */
const goesOtherwise = (after: Line, before: Line): boolean =>
  (['from', 'to', 'rhythm', 'status', 'responsible'] as const).some(
    (field) => after[field] !== before[field],
  );

/** Lines of a file join a plan, with the objectives that they bring along. @throws Problem `not-active` */
export function importLines(
  {
    objectives,
    lines,
  }: { objectives: readonly Pick<Objective, 'key' | 'name' | 'plan'>[]; lines: readonly ImportedLine[] },
  { board, caller }: Omit<PlanSituation, 'taken'>,
): WorkChange {
  const revision = revisionOf(board) + 1;
  const made = lines.map(
    (line): Line => ({
      ...line,
      board: board.id,
      decimals: line.decimals ?? decimalsOf(line.unit),
      reportOn: firstAsked(line),
      sums: {},
      entries: 0,
      revision,
      writes: 1,
    }),
  );
  const event = {
    actor: caller.user,
    action: 'lines-imported',
    detail: {
      lines: made.map(({ key, name }) => ({ line: key, name })),
      objectives: objectives.map(({ key, name }) => ({ objective: key, name })),
    },
  } as const;
  const work = {
    objectives: objectives.map((one) => ({ ...one, board: board.id, revision })),
    lines: made,
  };
  return workChange(board, work, event);
}

/** A line changes; what was entered for it stays as it is. @throws Problem `invalid-request`, `not-active` */
export function editLine(
  before: Line,
  edit: LineEdit,
  { board, caller }: Omit<PlanSituation, 'taken'>,
): { change: WorkChange; line: Line } {
  const after = patchedLine(before, edit);
  const errors = editFaults(before, after, edit.reason);
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
  const line = {
    ...after,
    reportOn: goesOtherwise(after, before) ? firstAsked(after) : before.reportOn,
    // Somebody else has not been asked yet.
    asked: after.responsible === before.responsible ? before.asked : undefined,
    revision: revisionOf(board) + 1,
    writes: before.writes + 1,
  };
  const targetWas = after.target === before.target ? undefined : before.target;
  const event = {
    actor: caller.user,
    action: 'line-edited',
    detail: { line: line.key, ...edit, targetWas },
  } as const;
  return { line, change: workChange(board, { lines: [line] }, event) };
}
