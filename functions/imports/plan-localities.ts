import { mayIn, maySee } from '../../domain/caller.ts';
import { createLocality, type NewLocality } from '../../domain/commands/create-locality.ts';
import { editLocality } from '../../domain/commands/edit-locality.ts';
import type { Locality } from '../../domain/locality.ts';
import { isMadeId } from '../../domain/made-id.ts';
import { policies } from '../../domain/policies.ts';
import { cellTexts } from '../../domain/tabular/columns.ts';
import { finderOf } from '../../domain/tabular/finder.ts';
import { type Created, judge } from '../../domain/tabular/judge.ts';
import { localityTable } from '../../domain/tabular/localities.ts';
import { type Warning, whereIs } from '../../domain/tabular/sheet.ts';
import { farAway, mostCompared } from '../../domain/territory/far-away.ts';
import { usersIn } from '../../domain/user.ts';
import { marksOfLocality } from '../../store/marks.ts';
import { staffRegister } from '../../store/staff-register.ts';
import { localityCommand } from '../tabular/as-commands.ts';
import { paginate } from './paginate.ts';
import { differencesOf, type Planner } from './plan.ts';
import { rowIds } from './row-ids.ts';

/** The locality, its territory, its history and the outbox message that starts its workflow; and where it is found. */
const itemsOf = ({ locality }: { locality: Locality }) => 4 + marksOfLocality(locality).length;
/** All of a page are counted by one item. */
const fixed = 1;

export const planLocalities: Planner = async (
  { table, localities, programmes, municipality, moment, clock },
  { sheet, digest, caller, check, language, otherwise, mode },
) => {
  const users = (names: readonly string[]) => usersIn(municipality, names);
  const isStaff = await staffRegister(table).knows(municipality);
  const standing = new Set<string>();
  const taken = new Set<string>();
  const seen = new Map<string, Locality>();
  for await (const locality of localities.all()) {
    taken.add(locality.id);
    if (!maySee(caller, locality)) continue;
    seen.set(locality.id, locality);
    for (const user of users(locality.coordinators)) standing.add(user);
  }
  // Only files of territories need those that are there.
  const isDrawn = sheet.rows.some(({ geometry }) => geometry !== undefined);
  const territories = await localities.geometries(isDrawn ? [...seen.keys()] : []);
  const existing = [...seen.values()].map((one) => ({
    id: one.id,
    command: localityCommand({ ...one, coordinators: users(one.coordinators) }),
    geometry: territories.get(one.id),
  }));
  const named = finderOf(
    programmes.current.map(({ id, name }) => ({ id, names: Object.values(name) })),
    'unknown-programme',
  );
  const known = {
    programme: named,
    programmeNames: programmes.current.map(({ name }) => name[language]),
    otherwise,
    users,
    // What was exported goes in again unchanged, whoever was named before there was a register.
    isStaff: (user: string) => standing.has(user) || isStaff(user),
    inegiCode: municipality.inegiCode,
  };
  const { create, update, unchanged, rejected, warnings } = judge(localityTable, sheet, {
    known,
    existing,
    mode,
    check,
    mayAdopt: (id) => isMadeId(id) && !taken.has(id),
    refuse: (_, there) => {
      const locality = there && seen.get(there.id);
      return !locality || mayIn(policies.locality.edit, caller, locality)
        ? []
        : [{ column: 'name', message: 'unknown-locality' }];
    },
  });
  const idOf = rowIds(digest, clock(), taken);
  const at = moment();
  const rows = create.map(({ place, command, id = idOf(place) }) => {
    const programme = programmes.newest(command.programme);
    if (!programme) throw new Error('a judged row names a programme that is deployed');
    const { locality, event, outbox } = createLocality({ id, programme }, command, caller, at);
    return { locality, geometry: command.geometry, deed: event, errands: outbox };
  });
  const edits = update.flatMap(({ id, edit }) => {
    const locality = seen.get(id);
    const named = edit.coordinators ? { ...edit, coordinators: users(edit.coordinators) } : edit;
    if (!locality) return [];
    const row = { id, read: locality.detailsRevision, edit: named };
    // Where it was found is taken away, and where it is found from now on written.
    const after = editLocality(locality, named, caller).locality;
    return { row, items: 3 + marksOfLocality(locality).length + marksOfLocality(after).length };
  });
  const pages = [
    ...paginate(rows, itemsOf, fixed).map((page) => ({ kind: 'localities' as const, rows: page })),
    ...paginate(edits, ({ items }) => items, fixed).map((page) => ({
      kind: 'locality-edits' as const,
      caller,
      rows: page.map(({ row }) => row),
    })),
  ];
  const drawn = [
    ...create.map(({ place, command }) => ({ place, territory: command.geometry })),
    ...update.map(({ place, edit }) => ({ place, territory: edit.geometry })),
  ].flatMap(({ place, territory }) => {
    const row = sheet.rows[place - 1]?.row;
    return territory && row !== undefined ? [{ row, territory }] : [];
  });
  const compared = drawn.length > 0 ? [...taken].slice(0, mostCompared) : [];
  const others = [...(await localities.geometries(compared)).values()];
  const away = farAway(drawn, others).map(({ row: { row }, kilometres }) => ({
    row,
    column: 'geometry',
    message: 'far-away',
    about: [String(kilometres)],
  }));
  // A table has no room for territories; the export that has is told of.
  const undrawn =
    !isDrawn && create.some(({ id }) => id !== undefined) ? [{ message: 'territories-left-out' }] : [];
  return {
    created: rows.length,
    updated: edits.length,
    differences: differencesOf(sheet, update),
    names: new Map(),
    unchanged,
    rejected,
    warnings: [...warnings, ...undrawn, ...create.flatMap(leftOut), ...away],
    mails: 0,
    pages,
  };

  /** Where a locality of another installation stood: the way there does not come with it. */
  function leftOut({ place, command, id }: Created<NewLocality>): Warning[] {
    const first = programmes.newest(command.programme)?.stages[0]?.key;
    const { status, stage } = cellTexts(sheet, localityTable.columns, place - 1);
    const stood = status === 'active' || !status ? stage : status;
    return id === undefined || !stood || stood === first
      ? []
      : [{ ...whereIs(sheet, place), column: 'status', message: 'standing-left-out', about: [stood] }];
  }
};
