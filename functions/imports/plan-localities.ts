import { maySee } from '../../domain/caller.ts';
import { createLocality } from '../../domain/commands/create-locality.ts';
import type { Locality } from '../../domain/locality.ts';
import { finderOf } from '../../domain/tabular/finder.ts';
import { judge } from '../../domain/tabular/judge.ts';
import { localityTable } from '../../domain/tabular/localities.ts';
import { farAway, mostCompared } from '../../domain/territory/far-away.ts';
import { usersIn } from '../../domain/user.ts';
import { marksOfLocality } from '../../store/marks.ts';
import { staffRegister } from '../../store/staff-register.ts';
import { localityCommand } from '../tabular/as-commands.ts';
import { paginate } from './paginate.ts';
import type { Planner } from './plan.ts';
import { rowIds } from './row-ids.ts';

/** The locality, its territory, its history and the outbox message that starts its workflow; and where it is found. */
const itemsOf = ({ locality }: { locality: Locality }) => 4 + marksOfLocality(locality).length;
/** All of a page are counted by one item. */
const fixed = 1;

export const planLocalities: Planner = async (
  { table, localities, programmes, municipality, moment, clock },
  { sheet, digest, caller, check, language, otherwise },
) => {
  const users = (names: readonly string[]) => usersIn(municipality, names);
  const isStaff = await staffRegister(table).knows(municipality);
  const standing = new Set<string>();
  const taken = new Set<string>();
  const existing = [];
  for await (const locality of localities.all()) {
    taken.add(locality.id);
    if (maySee(caller, locality)) {
      const coordinators = users(locality.coordinators);
      for (const user of coordinators) standing.add(user);
      existing.push({ id: locality.id, command: localityCommand({ ...locality, coordinators }) });
    }
  }
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
  const { create, unchanged, rejected, warnings } = judge(localityTable, sheet, known, existing, check);
  const idOf = rowIds(digest, clock(), taken);
  const at = moment();
  const rows = create.map(({ place, command }) => {
    const programme = programmes.newest(command.programme);
    if (!programme) throw new Error('a judged row names a programme that is deployed');
    const id = idOf(place);
    const { locality, geometry, event, outbox } = createLocality({ id, programme }, command, caller, at);
    return { locality, geometry, deed: event, errands: outbox };
  });
  const pages = paginate(rows, itemsOf, fixed).map((page) => ({ kind: 'localities' as const, rows: page }));
  const drawn = create.flatMap(({ place, command: { geometry } }) => {
    const row = sheet.rows[place - 1]?.row;
    return geometry && row !== undefined ? [{ row, territory: geometry }] : [];
  });
  // Only files of territories need those that are there.
  const compared = drawn.length > 0 ? [...taken].slice(0, mostCompared) : [];
  const others = [...(await localities.geometries(compared)).values()];
  const away = farAway(drawn, others).map(({ row: { row }, kilometres }) => ({
    row,
    column: 'geometry',
    message: 'far-away',
    about: [String(kilometres)],
  }));
  return { created: rows.length, unchanged, rejected, warnings: [...warnings, ...away], pages };
};
