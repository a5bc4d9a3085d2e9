import type { Change } from '../../domain/change.ts';
import { editCommitment, importCommitments } from '../../domain/commands/commitments.ts';
import { editLocality } from '../../domain/commands/edit-locality.ts';
import { editStakeholder } from '../../domain/commands/stakeholders.ts';
import { Conflict } from '../../domain/errors.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { remindersOf } from '../../domain/reminder-settings.ts';
import { commitPage, commitStakeholders } from '../../store/commit.ts';
import { commitmentStore } from '../../store/commitments.ts';
import type { ImportPage } from '../../store/imports.ts';
import type { LocalityStore } from '../../store/localities.ts';
import { stakeholderStore } from '../../store/stakeholders.ts';
import type { Table, TransactItem } from '../../store/transaction.ts';
import { type Clock, momentOf } from '../runtime/clock.ts';
import { entryChange, lineChange, lineEdits, linesAsRead } from './write-work.ts';

export interface PageDependencies {
  table: Table;
  localities: LocalityStore;
  municipality: Municipality;
  clock: Clock;
}

type PageOf<Kind extends ImportPage['kind']> = Extract<ImportPage, { kind: Kind }>;

/**
 * Writes one page of an import whole or not at all, together with `also`. What it edits must be as it was read, or is
 * edited as it stands where that was asked before (`checkAsRead`).
 * @throws Conflict when something of it is there already, or has changed meanwhile
 */
export async function writePage(
  dependencies: PageDependencies,
  page: ImportPage,
  also: TransactItem[],
  as: 'read' | 'it-stands',
): Promise<void> {
  const { table, localities, municipality, clock } = dependencies;
  const now = clock();
  switch (page.kind) {
    case 'localities':
      return commitPage(
        table,
        page.rows.map(({ locality, geometry, deed, errands }) => ({
          locality,
          geometry,
          event: deed,
          outbox: errands,
          visits: [],
        })),
        now,
        also,
      );
    case 'stakeholders':
      return commitStakeholders(
        table,
        page.rows.map(({ stakeholder, contact, deed }) => ({ stakeholder, contact, event: deed })),
        now,
        also,
      );
    case 'commitments': {
      const locality = await localities.get(page.locality);
      const change = importCommitments(page.rows, {
        locality,
        caller: page.caller,
        reminders: remindersOf(municipality),
        moment: momentOf(now, municipality),
      });
      return commitPage(table, [change], now, also);
    }
    case 'locality-edits':
      return commitPage(table, await localityEdits(dependencies, page, as), now, also);
    case 'stakeholder-edits':
      return commitStakeholders(table, await stakeholderEdits(dependencies, page, as), now, also);
    case 'commitment-edits':
      return commitPage(table, await commitmentEdits(dependencies, page, as, now), now, also);
    case 'lines':
      return commitPage(table, [await lineChange(dependencies, page)], now, also);
    case 'line-edits':
      return commitPage(table, await lineEdits(dependencies, page, as === 'read'), now, also);
    case 'entries':
      return commitPage(table, [await entryChange(dependencies, page, now, as === 'read')], now, also);
  }
}

/** Asks whether what a page edits is still as it was read. @throws Conflict when something of it is not */
export async function checkAsRead(
  { table, localities }: Pick<PageDependencies, 'table' | 'localities'>,
  page: ImportPage,
): Promise<void> {
  switch (page.kind) {
    case 'locality-edits':
      await localitiesOf(localities, page, 'read');
      return;
    case 'stakeholder-edits':
      await peopleOf(table, page, 'read');
      return;
    case 'commitment-edits':
      await commitmentsOf(table, page, 'read');
      return;
    case 'line-edits':
      await lineEdits({ table, localities }, page, true);
      return;
    case 'entries':
      await linesAsRead({ table, localities }, page);
      return;
    case 'localities':
    case 'stakeholders':
    case 'commitments':
    case 'lines':
  }
}

type As = Parameters<typeof writePage>[3];

function checked<Row extends { read: number }>(
  as: As,
  rows: readonly Row[],
  revision: (row: Row) => number | undefined,
): void {
  if (as === 'read' && rows.some((row) => revision(row) !== row.read))
    throw new Conflict('what was read has changed');
}

async function localitiesOf(localities: LocalityStore, { rows }: PageOf<'locality-edits'>, as: As) {
  const found = await localities.many(rows.map(({ id }) => id));
  checked(as, rows, ({ id }) => found.get(id)?.detailsRevision);
  return found;
}

async function peopleOf(table: Table, { rows }: PageOf<'stakeholder-edits'>, as: As) {
  const found = await stakeholderStore(table).many(rows.map(({ id }) => id));
  checked(as, rows, ({ id }) => found.get(id)?.stakeholder.revision);
  return found;
}

async function commitmentsOf(table: Table, { locality, rows }: PageOf<'commitment-edits'>, as: As) {
  const some = await commitmentStore(table).many(rows.map(({ number }) => ({ locality, number })));
  const found = new Map(some.map((one) => [one.number, one]));
  checked(as, rows, ({ number }) => found.get(number)?.revision);
  return found;
}

async function localityEdits(
  { localities }: PageDependencies,
  page: PageOf<'locality-edits'>,
  as: As,
): Promise<Change[]> {
  const found = await localitiesOf(localities, page, as);
  return page.rows.flatMap(({ id, edit }) => {
    const locality = found.get(id);
    return locality ? editLocality(locality, edit, page.caller) : [];
  });
}

/** Whose data were erased since the import was accepted stays erased. */
async function stakeholderEdits({ table }: PageDependencies, page: PageOf<'stakeholder-edits'>, as: As) {
  const found = await peopleOf(table, page, as);
  return page.rows.flatMap(({ id, edit }) => {
    const { stakeholder, contact } = found.get(id) ?? {};
    return stakeholder && contact ? editStakeholder(stakeholder, contact, edit, page.caller) : [];
  });
}

/** Each edit is decided on what the one before leaves of the locality. */
async function commitmentEdits(
  { table, localities, municipality }: PageDependencies,
  page: PageOf<'commitment-edits'>,
  as: As,
  now: Date,
): Promise<Change[]> {
  const found = await commitmentsOf(table, page, as);
  const changes: Change[] = [];
  let locality = await localities.get(page.locality);
  for (const { number, edit, sector } of page.rows) {
    const before = found.get(number);
    if (!before) continue;
    const named = edit.responsible === undefined ? before.sector : sector;
    const { commitment: _, ...change } = editCommitment(before, edit, {
      locality,
      responsible: named && { sector: named },
      caller: page.caller,
      reminders: remindersOf(municipality),
      moment: momentOf(now, municipality),
    });
    changes.push(change);
    locality = change.locality;
  }
  return changes;
}
