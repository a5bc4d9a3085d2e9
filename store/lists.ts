import type { AgendaKind } from '../domain/listing.ts';
import type { LocalityStatus } from '../domain/locality.ts';
import { coordinatorPartition, type PeopleOf, peoplePartition, wordPartition } from './marks.ts';
import { beginningWith, type Found, itemsIn, type Range } from './places.ts';
import { table as schema } from './table.ts';
import type { Table } from './transaction.ts';

const { partitionKey, sortKey, standingIndex, dueIndex } = schema;

/** Something that stands in the order of days; its id is the locality's or, of a task, its own. */
export interface OnAgenda extends Found {
  kind: AgendaKind;
}

/**
 * Under which word, in which stage, by which day and by whom localities and people are found: keys only, and no more of
 * them than are asked for. Those of an index may lag behind the table; what counts is the item that a key names.
 */
export function listStore(table: Table) {
  /** Localities of a status, by stage and id; those of one stage where it is named. */
  async function inPlace(
    status: LocalityStatus,
    stage: string | undefined,
    after: string | undefined,
    limit: number,
  ): Promise<Found[]> {
    const { name: index, ...keys } = standingIndex;
    const range = stage === undefined ? {} : beginningWith(`${stage}#`);
    const items = await itemsIn(table, { index, ...keys, value: status }, { ...range, after }, limit);
    return items.map((item) => ({ id: String(item[sortKey]), place: String(item[standingIndex.sortKey]) }));
  }

  /** What of a kind stands in the order of days, the soonest first. */
  async function onAgenda(kind: AgendaKind, range: Range, limit: number): Promise<OnAgenda[]> {
    const { name: index, ...keys } = dueIndex;
    const items = await itemsIn(table, { index, ...keys, value: kind }, range, limit);
    return items.map((item) => ({ kind, ...foundAt(String(item[dueIndex.sortKey])) }));
  }

  /** Localities or people by the words of their names that begin with some letters; each stands there once a word. */
  const named = (
    of: 'locality' | 'person',
    letters: string,
    after: string | undefined,
    limit: number,
  ): Promise<Found[]> => marked(wordPartition(of), { ...beginningWith(letters), after }, limit);

  /** The localities that somebody coordinates, oldest first. */
  const ofCoordinator = (user: string, after: string | undefined, limit: number): Promise<Found[]> =>
    marked(coordinatorPartition(user), { after }, limit);

  /** The people of a locality or of many, those that somebody recorded, or those who are not written to, oldest first. */
  const people = (of: PeopleOf, after: string | undefined, limit: number): Promise<Found[]> =>
    marked(peoplePartition(of), { after }, limit);

  async function marked(value: string, range: Range, limit: number): Promise<Found[]> {
    const items = await itemsIn(table, { partitionKey, sortKey, value }, range, limit);
    return items.map((item) => foundAt(String(item[sortKey])));
  }

  return { inPlace, onAgenda, named, ofCoordinator, people };
}
export type ListStore = ReturnType<typeof listStore>;

/** What stands at a place: its id is what follows the word or day, or all of it. */
const foundAt = (place: string): Found => ({ id: place.slice(place.indexOf('#') + 1), place });
