import { importCommitments } from '../../domain/commands/commitments.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { remindersOf } from '../../domain/reminder-settings.ts';
import { commitAll, commitStakeholders } from '../../store/commit.ts';
import type { ImportPage } from '../../store/imports.ts';
import type { LocalityStore } from '../../store/localities.ts';
import type { Table, TransactItem } from '../../store/transaction.ts';
import { type Clock, momentOf } from '../runtime/clock.ts';

export interface PageDependencies {
  table: Table;
  localities: LocalityStore;
  municipality: Municipality;
  clock: Clock;
}

/**
 * Writes one page of an import whole or not at all, together with `also`.
 * @throws Conflict when something of it is there already, or has changed meanwhile
 */
export async function writePage(
  { table, localities, municipality, clock }: PageDependencies,
  page: ImportPage,
  also: TransactItem[],
): Promise<void> {
  const now = clock();
  switch (page.kind) {
    case 'localities':
      return commitAll(
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
      return commitAll(table, [change], now, also);
    }
  }
}
