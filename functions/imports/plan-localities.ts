import { maySee } from '../../domain/caller.ts';
import { createLocality } from '../../domain/commands/create-locality.ts';
import type { Locality } from '../../domain/locality.ts';
import { finderOf } from '../../domain/tabular/finder.ts';
import { judge } from '../../domain/tabular/judge.ts';
import { localityTable } from '../../domain/tabular/localities.ts';
import { marksOfLocality } from '../../store/marks.ts';
import { localityCommand } from '../tabular/as-commands.ts';
import { paginate } from './paginate.ts';
import type { Planner } from './plan.ts';
import { rowIds } from './row-ids.ts';

/** The locality, its territory, its history and the outbox message that starts its workflow; and where it is found. */
const itemsOf = ({ locality }: { locality: Locality }) => 4 + marksOfLocality(locality).length;
/** All of a page are counted by one item. */
const fixed = 1;

export const planLocalities: Planner = async (
  { localities, programmes, moment, clock },
  { sheet, digest, caller, check, otherwise },
) => {
  const taken = new Set<string>();
  const existing = [];
  for await (const locality of localities.all()) {
    taken.add(locality.id);
    if (maySee(caller, locality)) existing.push({ id: locality.id, command: localityCommand(locality) });
  }
  const named = finderOf(
    programmes.current.map(({ id, name }) => ({ id, names: Object.values(name) })),
    'unknown-programme',
  );
  const known = { programme: named, otherwise };
  const { create, unchanged, rejected } = judge(localityTable, sheet, known, existing, check);
  const idOf = rowIds(digest, clock(), taken);
  const at = moment();
  const rows = create.map(({ row, command }) => {
    const programme = programmes.newest(command.programme);
    if (!programme) throw new Error('a judged row names a programme that is deployed');
    const id = idOf(row);
    const { locality, geometry, event, outbox } = createLocality({ id, programme }, command, caller, at);
    return { locality, geometry, deed: event, errands: outbox };
  });
  const pages = paginate(rows, itemsOf, fixed).map((page) => ({ kind: 'localities' as const, rows: page }));
  return { created: rows.length, unchanged, rejected, warnings: [], pages };
};
