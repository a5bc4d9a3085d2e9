import type { LocalDate } from '../domain/calendar.ts';
import { type Found, itemsIn, type Range } from './places.ts';
import { table as schema } from './table.ts';
import type { Table } from './transaction.ts';

const { dueIndex, standingIndex } = schema;

/** What commitments stand under in the index `standing`, beside the localities of each status. */
export const commitmentStanding = 'commitment';

/** All days from one to another, as a part of the order of days. */
export const daysBetweenPlaces = (from: LocalDate, to: LocalDate): Range => ({ from, to: `${to}$` });

/**
 * What falls on the days of an agenda, by index: keys only, the soonest first. An index may lag behind the table; what counts
 * is the item that a key names.
 */
export function agendaStore(table: Table) {
  const inOrder =
    ({ name: index, ...keys }: { name: string; partitionKey: string; sortKey: string }, value: string) =>
    async (range: Range, limit: number): Promise<Found[]> => {
      const items = await itemsIn(table, { index, ...keys, value }, range, limit);
      return items.map((item) => {
        const place = String(item[keys.sortKey]);
        return { id: place.slice(place.indexOf('#') + 1), place };
      });
    };
  return {
    /** Sessions about which something is to be done. */
    sessions: inOrder(dueIndex, 'session'),
    /** Those that are over: held with their minutes, or cancelled. */
    sessionsOver: inOrder(dueIndex, 'session-over'),
    /** Commitments that are to be kept, by the day they are due. */
    commitments: inOrder(standingIndex, commitmentStanding),
    /** Open plan lines by their last day; what else is asked of them stands in the place. */
    lines: inOrder(dueIndex, 'line'),
    /** Localities by their next gate: those of which something is to be done whatever the day, and the others. */
    gatesWaiting: inOrder(dueIndex, 'waiting'),
    gates: inOrder(dueIndex, 'gate'),
  };
}
export type AgendaStore = ReturnType<typeof agendaStore>;
/** How one kind of thing is read, the soonest first. */
export type AgendaSource = AgendaStore[keyof AgendaStore];
