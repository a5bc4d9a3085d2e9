import { maySee } from '../../domain/caller.ts';
import { createStakeholder } from '../../domain/commands/stakeholders.ts';
import { maySeeStakeholder } from '../../domain/stakeholder-access.ts';
import { finderOf } from '../../domain/tabular/finder.ts';
import { judge } from '../../domain/tabular/judge.ts';
import { stakeholderTable } from '../../domain/tabular/stakeholders.ts';
import { knownLanguageNames, knownNames } from '../../words/names.ts';
import { stakeholderCommand } from '../tabular/as-commands.ts';
import { paginate } from './paginate.ts';
import type { Planner } from './plan.ts';
import { rowIds } from './row-ids.ts';

const names = {
  sectors: knownNames('sectors'),
  levels: knownNames('levels'),
  languages: knownLanguageNames(),
};

/** The stakeholder, their contact data and their history. */
const itemsEach = 3;

export const planStakeholders: Planner = async (
  { localities, stakeholders, moment, clock },
  { sheet, digest, caller, check },
) => {
  const theirs = [];
  for await (const locality of localities.all()) if (maySee(caller, locality)) theirs.push(locality);
  const ids = new Set(theirs.map(({ id }) => id));
  const taken = new Set<string>();
  const existing = [];
  for await (const one of stakeholders.all()) {
    const { id } = one.stakeholder;
    taken.add(id);
    const command = stakeholderCommand(one);
    if (command && maySeeStakeholder(caller, one.stakeholder, (locality) => ids.has(locality)))
      existing.push({ id, command });
  }
  const locality = finderOf(
    theirs.map(({ id, name, code }) => ({ id, names: [name, code] })),
    'unknown-locality',
  );
  const { create, unchanged, rejected } = judge(
    stakeholderTable,
    sheet,
    { locality, names },
    existing,
    check,
  );
  const idOf = rowIds(digest, clock(), taken);
  const at = moment();
  const rows = create.map(({ row, command }) => {
    const { stakeholder, contact, event } = createStakeholder(idOf(row), command, caller, at);
    if (!contact) throw new Error('a new stakeholder has contact data');
    return { stakeholder, contact, deed: event };
  });
  const pages = paginate(rows, itemsEach).map((page) => ({ kind: 'stakeholders' as const, rows: page }));
  return { created: rows.length, unchanged, rejected, pages };
};
