import { lineEditFaults } from '../../domain/commands/plan-lines.ts';
import { maySeeStakeholder } from '../../domain/stakeholder-access.ts';
import { allCellTexts, fills } from '../../domain/tabular/columns.ts';
import { finderOf } from '../../domain/tabular/finder.ts';
import { type Created, judge, type Updated } from '../../domain/tabular/judge.ts';
import { lineTable } from '../../domain/tabular/lines.ts';
import { type Rejection, type Warning, whereIs } from '../../domain/tabular/sheet.ts';
import { User, userIn } from '../../domain/user.ts';
import { keyFor, LineId, municipal, ObjectiveId, partsOf } from '../../domain/work/board.ts';
import {
  type ImportedLine,
  type Line,
  type LineEdit,
  type LineRow,
  lineId,
  type Objective,
  objectiveId,
} from '../../domain/work/line.ts';
import { partFault } from '../../domain/work/line-part.ts';
import type { ImportPage } from '../../store/imports.ts';
import { readAhead } from '../../store/read.ts';
import { workStore } from '../../store/work.ts';
import { knownNames } from '../../words/names.ts';
import { toEdit } from '../api/boards.ts';
import type { ApiDependencies } from '../api/dependencies.ts';
import { lineCommand } from '../tabular/as-commands.ts';
import { boardsSeen } from './boards.ts';
import { paginate } from './paginate.ts';
import { differencesOf, type ImportRequest, type Planner } from './plan.ts';

const names = {
  lineBounds: knownNames('lineBounds'),
  lineRhythms: knownNames('lineRhythms'),
  lineStatuses: knownNames('lineStatuses'),
};

/** Beside its lines a page writes the locality, one line of its history and the counters. */
const besides = 3;
/** A line that is edited, and its line in the history. */
const editItems = 2;

/** Those whom the caller may see, and who is responsible for a line already. */
async function peopleOf(
  { stakeholders }: Pick<ApiDependencies, 'stakeholders'>,
  { caller }: ImportRequest,
  isTheirs: (locality: string) => boolean,
  standing: ReadonlySet<string>,
) {
  const things = [];
  const called = new Map<string, string>();
  for await (const { stakeholder, contact } of stakeholders.all()) {
    const { id, erasedOn } = stakeholder;
    const seen = !erasedOn && maySeeStakeholder(caller, stakeholder, isTheirs);
    if (!seen && !standing.has(id)) continue;
    if (seen && contact) called.set(id, contact.name);
    things.push({ id, names: seen ? [contact?.email, contact?.name] : [] });
  }
  return { called, find: finderOf(things, 'unknown-stakeholder') };
}

/** POST /api/imports/lines: what a file of plan lines would do. */
export const planLines: Planner = async (dependencies, request) => {
  const { table, municipality, programmes } = dependencies;
  const { sheet, caller, check, otherwise, mode } = request;
  const store = workStore(table);
  const boards = await boardsSeen(dependencies, caller, toEdit);
  const lines = new Map<string, Line>();
  const objectives = new Map<string, Objective>();
  for await (const plan of readAhead(boards.ids, store.plan)) {
    for (const one of plan.lines) lines.set(lineId(one), one);
    for (const one of plan.objectives) objectives.set(objectiveId(one), one);
  }
  const standing = new Set([...lines.values()].flatMap(({ responsible }) => responsible ?? []));
  const people = await peopleOf(dependencies, request, (id) => boards.localities.has(id), standing);
  const named = new Map(boards.ids.map((board) => [board, objectivesNamed(board)]));
  const known = {
    locality: boards.find,
    stakeholder: people.find,
    objective: (board: string, text: string) => named.get(board)?.(text) ?? { refused: 'unknown-objective' },
    staff: (text: string) =>
      text.includes('@') && User.safeParse(text).success ? userIn(municipality, text) : undefined,
    isHere: (id: string) => lines.has(id),
    otherwise,
    placesNamed: fills(sheet, lineTable.columns, 'locality'),
    names,
  };
  const texts = allCellTexts(sheet, lineTable.columns);
  const judged = judge(lineTable, sheet, {
    known,
    existing: [...lines.values()].map((one) => ({ id: lineId(one), command: lineCommand(one) })),
    mode,
    check,
    mayAdopt: (id, { locality }) => LineId.safeParse(id).success && partsOf(id).board === locality,
    refuse: (command) => [...boards.refused(command.locality), ...partsRefused(command)],
  });
  const rejected: Rejection[] = [...judged.rejected];
  const brought = new Map<string, Objective>();
  const create = judged.create.filter(objectiveThere);
  const update = judged.update.filter(({ place, id, edit }) => {
    const before = lines.get(id);
    const reason = textsOf(place).reason;
    const faults = before ? lineEditFaults(before, { ...edit, reason }) : [];
    if (edit.objective && !objectives.has(edit.objective))
      faults.push({ path: 'objective', message: 'unknown-objective' });
    rejected.push(
      ...faults.map(({ path, message }) => ({
        ...whereIs(sheet, place),
        column: lineTable.columnOf(path),
        message,
      })),
    );
    return faults.length === 0;
  });
  return {
    created: create.length,
    updated: update.length,
    differences: differencesOf(sheet, update),
    // Nobody is told of lines.
    mails: 0,
    names: people.called,
    unchanged: judged.unchanged,
    rejected: rejected.sort((a, b) => a.row - b.row),
    warnings: [...judged.warnings, ...[...brought.values()].map(objectiveMade)],
    pages: [...pagesOf(create), ...editsOf(update)],
  };

  function objectivesNamed(board: string) {
    const theirs = [...objectives.values()].filter((one) => one.board === board || one.board === municipal);
    return finderOf(
      theirs.map((one) => ({
        id: objectiveId(one),
        names: one.board === board ? [one.key, one.name] : [one.name],
      })),
      'unknown-objective',
    );
  }

  function textsOf(place: number) {
    return texts[place - 1] ?? {};
  }

  function partsRefused({ locality, stage, track }: LineRow) {
    const at = boards.localities.get(locality);
    const fault = partFault(at ? programmes.exact(at.programme).stages : [], stage, track);
    return fault ? [{ column: fault.path, message: fault.message }] : [];
  }

  /** The objective of a row that is to be made is there, or comes along under its name. */
  function objectiveThere({ place, command }: Created<LineRow>): boolean {
    const { objective, objectiveName } = command;
    if (objective === undefined || objectives.has(objective) || brought.has(objective)) return true;
    const { board, key } = partsOf(objective);
    const texts = textsOf(place);
    const name = objectiveName ?? texts.objectiveName;
    const isTheirs = board === command.locality || board === municipal;
    const may = ObjectiveId.safeParse(objective).success && isTheirs && boards.refused(board).length === 0;
    if (!may || name === undefined) {
      rejected.push({ ...whereIs(sheet, place), column: 'objective', message: 'unknown-objective' });
      return false;
    }
    brought.set(objective, { board, key, name, plan: texts.objectivePlan, revision: 1 });
    return true;
  }

  function objectiveMade({ name }: Objective): Warning {
    return { column: 'objective', message: 'objective-made', about: [name] };
  }

  function pagesOf(rows: readonly Created<LineRow>[]): ImportPage[] {
    const byBoard = Map.groupBy(rows, ({ command }) => command.locality);
    const owners = new Set([...byBoard.keys(), ...[...brought.values()].map(({ board }) => board)]);
    return [...owners].flatMap((locality): ImportPage[] => {
      const own = [...brought.values()].filter(({ board }) => board === locality);
      const made = keyed(locality, byBoard.get(locality) ?? []);
      const pages = paginate(made, () => 1, besides + own.length);
      return (pages.length > 0 ? pages : [[]]).map((page, at) => ({
        kind: 'lines',
        locality,
        caller,
        objectives: at === 0 ? own.map(({ key, name, plan }) => ({ key, name, plan })) : [],
        rows: page,
      }));
    });
  }

  /** Rows of another installation keep the keys of their ids; others get one of their names. */
  function keyed(board: string, rows: readonly Created<LineRow>[]): ImportedLine[] {
    const taken = new Set([...lines.values()].flatMap((one) => (one.board === board ? one.key : [])));
    for (const { id } of rows) if (id !== undefined) taken.add(partsOf(id).key);
    return rows.map(({ id, command: { locality: _, objectiveName: __, key: ___, ...line } }) => {
      const key = id === undefined ? keyFor(line.name, taken) : partsOf(id).key;
      taken.add(key);
      return { ...line, key };
    });
  }

  function editsOf(rows: readonly Updated<LineEdit>[]): ImportPage[] {
    return [...Map.groupBy(rows, ({ id }) => partsOf(id).board)].flatMap(([locality, some]) => {
      const edits = some.map(({ id, place, edit }) => ({
        key: partsOf(id).key,
        read: lines.get(id)?.writes ?? 0,
        edit: { ...edit, reason: textsOf(place).reason },
      }));
      // A transaction holds one line of the municipality's own history.
      const items = locality === municipal ? 100 : editItems;
      return paginate(edits, () => items, besides).map(
        (page): ImportPage => ({
          kind: 'line-edits',
          locality,
          caller,
          rows: page,
        }),
      );
    });
  }
};
