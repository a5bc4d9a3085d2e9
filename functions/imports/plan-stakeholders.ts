import { unknownAddress } from '../../domain/address.ts';
import { createStakeholder } from '../../domain/commands/stakeholders.ts';
import type { Language } from '../../domain/language.ts';
import type { Contact, Stakeholder } from '../../domain/stakeholder.ts';
import { maySeeStakeholder } from '../../domain/stakeholder-access.ts';
import type { NewStakeholder } from '../../domain/stakeholder-input.ts';
import { finderOf } from '../../domain/tabular/finder.ts';
import { judge } from '../../domain/tabular/judge.ts';
import type { Sheet, Warning } from '../../domain/tabular/sheet.ts';
import { stakeholderTable } from '../../domain/tabular/stakeholders.ts';
import { addressRegister } from '../../store/address-register.ts';
import { marksOfContact, marksOfStakeholder } from '../../store/marks.ts';
import type { Table } from '../../store/transaction.ts';
import { knownLanguageNames, knownNames } from '../../words/names.ts';
import { addressMessages } from '../api/address-warnings.ts';
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

/** The stakeholder, their contact data, their history, and their address in the register; and where they are found. */
const itemsOf = ({ stakeholder, contact }: { stakeholder: Stakeholder; contact: Contact }) =>
  3 +
  (contact.email ? 1 : 0) +
  marksOfStakeholder(stakeholder).length +
  marksOfContact(stakeholder.id, contact).length;

export const planStakeholders: Planner = async (
  { table, localities, lists, stakeholders, moment, clock },
  { sheet, digest, caller, language, check },
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
  const told = await warningsOf(table, sheet, create, language);
  return { created: rows.length, unchanged, rejected, warnings: [...warnings, ...told], pages };
};

/** What to know of the addresses in a file: others have them too, earlier rows among them, or they are not written to. */
async function warningsOf(
  table: Table,
  sheet: Sheet,
  create: readonly { place: number; command: NewStakeholder }[],
  language: Language,
): Promise<Warning[]> {
  const register = addressRegister(table);
  const keyed = create.flatMap(({ place, command: { email } }) => {
    const { row, sheet: on } = sheet.rows[place - 1] ?? {};
    return email ? [{ row, sheet: on, email }] : [];
  });
  const keys = await Promise.all(keyed.map(({ email }) => register.keyOf(email)));
  const records = await register.many(keys);
  const seen = new Map<string, string[]>();
  return keyed.flatMap(({ row, sheet: on }, at) => {
    const key = keys[at] ?? '';
    const { holders = [], ...known } = records.get(key) ?? unknownAddress;
    const earlier = seen.get(key) ?? [];
    seen.set(key, [...earlier, `row ${row}`]);
    const record = { ...known, holders: [...holders, ...earlier] };
    return addressMessages(record, undefined, language).map((message) => ({
      row,
      sheet: on,
      column: 'email',
      message,
    }));
  });
}
