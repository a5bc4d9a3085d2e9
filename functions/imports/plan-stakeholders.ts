import { unknownAddress } from '../../domain/address.ts';
import { createStakeholder, editStakeholder } from '../../domain/commands/stakeholders.ts';
import type { Language } from '../../domain/language.ts';
import { isMadeId } from '../../domain/made-id.ts';
import type { Contact, Stakeholder } from '../../domain/stakeholder.ts';
import { maySeeStakeholder } from '../../domain/stakeholder-access.ts';
import type { NewStakeholder } from '../../domain/stakeholder-input.ts';
import { cellTexts } from '../../domain/tabular/columns.ts';
import { finderOf } from '../../domain/tabular/finder.ts';
import { type Created, judge } from '../../domain/tabular/judge.ts';
import { type Sheet, type Warning, whereIs } from '../../domain/tabular/sheet.ts';
import { stakeholderTable } from '../../domain/tabular/stakeholders.ts';
import { addressRegister } from '../../store/address-register.ts';
import { marksOfContact, marksOfStakeholder } from '../../store/marks.ts';
import type { KnownStakeholder } from '../../store/stakeholders.ts';
import type { Table } from '../../store/transaction.ts';
import { knownLanguageNames, knownNames } from '../../words/names.ts';
import { addressMessages } from '../api/address-warnings.ts';
import { localitiesOf } from '../api/their-localities.ts';
import { stakeholderCommand } from '../tabular/as-commands.ts';
import { namesOfLocality } from './names-of-locality.ts';
import { paginate } from './paginate.ts';
import { differencesOf, type Planner } from './plan.ts';
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
  { sheet, digest, caller, language, check, mode },
) => {
  const theirs = [];
  for await (const locality of localitiesOf({ localities, lists }, caller)) theirs.push(locality);
  const ids = new Set(theirs.map(({ id }) => id));
  const taken = new Set<string>();
  const erased = new Set<string>();
  const people = new Map<string, KnownStakeholder>();
  // Localities that somebody belongs to already may stay, those too that the caller may not see.
  const standing = new Set<string>();
  const existing = [];
  for await (const one of stakeholders.all()) {
    const { id, localities: places } = one.stakeholder;
    taken.add(id);
    if (!maySeeStakeholder(caller, one.stakeholder, (locality) => ids.has(locality))) continue;
    const command = stakeholderCommand(one);
    if (!command) erased.add(id);
    else existing.push({ id, command });
    people.set(id, one);
    for (const place of places) if (!ids.has(place)) standing.add(place);
  }
  const locality = finderOf(
    [
      ...theirs.map((one) => ({ id: one.id, names: namesOfLocality(one) })),
      ...[...standing].map((id) => ({ id, names: [] })),
    ],
    'unknown-locality',
  );
  const { create, update, unchanged, rejected, warnings } = judge(stakeholderTable, sheet, {
    known: { locality, names },
    existing,
    erased,
    mode,
    check,
    mayAdopt: (id) => isMadeId(id) && !taken.has(id),
    refuse: ({ localities: places }, there) =>
      places.every((id) => ids.has(id) || there?.command.localities.includes(id))
        ? []
        : [{ column: 'localities', message: 'unknown-locality' }],
  });
  const idOf = rowIds(digest, clock(), taken);
  const at = moment();
  const rows = create.map(({ place, command, id = idOf(place) }) => {
    const { stakeholder, contact, event } = createStakeholder(id, command, caller, at);
    if (!contact) throw new Error('a new stakeholder has contact data');
    return { stakeholder, contact, deed: event };
  });
  const edits = update.flatMap(({ id, edit }) => {
    const { stakeholder, contact } = people.get(id) ?? {};
    if (!stakeholder || !contact) return [];
    const after = editStakeholder(stakeholder, contact, edit, caller);
    // Where they were found is taken away, and where they are found from now on written; both addresses are told.
    const marks = [
      ...[stakeholder, after.stakeholder].flatMap(marksOfStakeholder),
      ...[contact, after.contact].flatMap((one) => marksOfContact(id, one)),
    ];
    const mails = after.mails?.length ?? 0;
    return {
      row: { id, read: stakeholder.revision, edit },
      items: 5 + mails + marks.length,
      mails,
    };
  });
  const pages = [
    ...paginate(rows, itemsOf, 0).map((page) => ({ kind: 'stakeholders' as const, rows: page })),
    ...paginate(edits, ({ items }) => items, 0).map((page) => ({
      kind: 'stakeholder-edits' as const,
      caller,
      rows: page.map(({ row }) => row),
    })),
  ];
  const addressed = [
    ...create.map(({ place, command: { email } }) => ({ place, email })),
    ...update.map(({ place, id, edit: { email } }) => ({ place, id, email: email ?? undefined })),
  ];
  const told = await warningsOf(table, sheet, addressed, language);
  return {
    created: rows.length,
    updated: edits.length,
    differences: differencesOf(sheet, update),
    names: new Map(theirs.map(({ id, name }) => [id, name])),
    unchanged,
    rejected,
    warnings: [...warnings, ...create.flatMap(leftOut), ...told],
    mails: edits.reduce((sum, { mails }) => sum + mails, 0),
    pages,
  };

  /** Why somebody of another installation is not written to there: that does not come with them. */
  function leftOut({ place, id }: Created<NewStakeholder>): Warning[] {
    const { suppressed } = cellTexts(sheet, stakeholderTable.columns, place - 1);
    return id === undefined || !suppressed
      ? []
      : [{ ...whereIs(sheet, place), column: 'email', message: 'suppression-left-out', about: [suppressed] }];
  }
};

/** What to know of the addresses in a file: others have them too, earlier rows among them, or they are not written to. */
async function warningsOf(
  table: Table,
  sheet: Sheet,
  addressed: readonly { place: number; id?: string; email?: string }[],
  language: Language,
): Promise<Warning[]> {
  const register = addressRegister(table);
  const keyed = addressed.flatMap(({ place, id, email }) =>
    email ? [{ where: whereIs(sheet, place), id, email }] : [],
  );
  const keys = await Promise.all(keyed.map(({ email }) => register.keyOf(email)));
  const records = await register.many(keys);
  const seen = new Map<string, string[]>();
  return keyed.flatMap(({ where, id }, at) => {
    const key = keys[at] ?? '';
    const { holders = [], ...known } = records.get(key) ?? unknownAddress;
    const earlier = seen.get(key) ?? [];
    seen.set(key, [...earlier, `row ${where.row}`]);
    const record = { ...known, holders: [...holders, ...earlier] };
    return addressMessages(record, id, language).map((message) => ({ ...where, column: 'email', message }));
  });
}
