import { createStakeholder } from '../../domain/commands/stakeholders.ts';
import type { Contact, Stakeholder } from '../../domain/stakeholder.ts';
import { maySeeStakeholder } from '../../domain/stakeholder-access.ts';
import { finderOf } from '../../domain/tabular/finder.ts';
import { judge } from '../../domain/tabular/judge.ts';
import { stakeholderTable } from '../../domain/tabular/stakeholders.ts';
import { marksOfContact, marksOfStakeholder } from '../../store/marks.ts';
import { knownLanguageNames, knownNames } from '../../words/names.ts';
import { localitiesOf } from '../api/their-localities.ts';
import { stakeholderCommand } from '../tabular/as-commands.ts';
import { namesOfLocality } from './names-of-locality.ts';
import { paginate } from './paginate.ts';
import type { Planner } from './plan.ts';
import { rowIds } from './row-ids.ts';

const names = {
  sectors: knownNames('sectors'),
  levels: knownNames('levels'),
  languages: knownLanguageNames(),
};

/** The stakeholder, their contact data and their history; and where they are found. */
const itemsOf = ({ stakeholder, contact }: { stakeholder: Stakeholder; contact: Contact }) =>
  3 + marksOfStakeholder(stakeholder).length + marksOfContact(stakeholder.id, contact).length;

export const planStakeholders: Planner = async (
  { localities, lists, stakeholders, moment, clock },
  { sheet, digest, caller, check },
) => {
  const theirs = [];
  for await (const locality of localitiesOf({ localities, lists }, caller)) theirs.push(locality);
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
    theirs.map((one) => ({ id: one.id, names: namesOfLocality(one) })),
    'unknown-locality',
  );
  const { create, unchanged, rejected, warnings } = judge(
    stakeholderTable,
    sheet,
    { locality, names },
    existing,
    check,
  );
  const idOf = rowIds(digest, clock(), taken);
  const at = moment();
  const rows = create.map(({ place, command }) => {
    const { stakeholder, contact, event } = createStakeholder(idOf(place), command, caller, at);
    if (!contact) throw new Error('a new stakeholder has contact data');
    return { stakeholder, contact, deed: event };
  });
  const pages = paginate(rows, itemsOf, 0).map((page) => ({ kind: 'stakeholders' as const, rows: page }));
  return { created: rows.length, unchanged, rejected, warnings, pages };
};
