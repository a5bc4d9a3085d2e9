import { overridesOnAgenda, wordsOfLocality } from '../domain/listing.ts';
import type { Locality } from '../domain/locality.ts';
import type { Contact, Stakeholder } from '../domain/stakeholder.ts';
import { wordsOf } from '../domain/words.ts';
import type { Item } from './read.ts';
import { table as schema } from './table.ts';
import type { Table, TransactItem } from './transaction.ts';

const { dueIndex } = schema;

/** An item that says no more than where something is found: under a word, a coordinator, a locality, a day. */
export interface Mark extends Item {
  pk: string;
  sk: string;
}

export const wordPartition = (of: 'locality' | 'person') => `WORDS#${of}`;
const wordKey = (of: 'locality' | 'person', word: string, id: string): Mark => ({
  pk: wordPartition(of),
  sk: `${word}#${id}`,
});
export const coordinatorPartition = (user: string) => `COORDINATOR#${user}`;
/** The people of a locality, those of many, those that somebody recorded, and those who are not written to any more. */
export type PeopleOf = { locality: string } | { recordedBy: string } | 'many' | 'suppressed';
export function peoplePartition(of: PeopleOf): string {
  if (of === 'many') return 'PEOPLE-MANY';
  if (of === 'suppressed') return 'PEOPLE-SUPPRESSED';
  return 'locality' in of ? `PEOPLE#${of.locality}` : `PEOPLE-BY#${of.recordedBy}`;
}
/** Whoever belongs to more localities is found among those of many, so that a change of them fits one transaction. */
const mostPlaces = 16;

/** Where a locality is found: by whom it is coordinated, by the words of its name and code, by its overrides. */
export function marksOfLocality(locality: Locality): Mark[] {
  const { id, coordinators } = locality;
  const overrides = overridesOnAgenda(locality);
  return [
    ...[...new Set(coordinators)].map((user) => ({ pk: coordinatorPartition(user), sk: id })),
    ...wordsOfLocality(locality).map((word) => wordKey('locality', word, id)),
    ...(overrides
      ? [
          {
            pk: `LOCALITY#${id}`,
            sk: 'OVERRIDES',
            [dueIndex.partitionKey]: 'override',
            [dueIndex.sortKey]: overrides,
          },
        ]
      : []),
  ];
}

/** Where a person is found: in their localities, by who recorded them, among those who are not written to. */
export function marksOfStakeholder({ id, localities, createdBy, suppressed }: Stakeholder): Mark[] {
  const places = [...new Set(localities)];
  const where: PeopleOf[] = [
    ...(places.length > mostPlaces ? ['many' as const] : places.map((locality) => ({ locality }))),
    { recordedBy: createdBy },
    ...(suppressed ? ['suppressed' as const] : []),
  ];
  return where.map((of) => ({ pk: peoplePartition(of), sk: id }));
}

/** The words of a person's name and organization: they identify, and are erased with the contact data. */
export const marksOfContact = (id: string, contact: Contact | null | undefined): Mark[] =>
  contact ? wordsOf(contact.name, contact.organization).map((word) => wordKey('person', word, id)) : [];

/** Writes what is to be found from now on and takes away what is not any more; what stays costs nothing. */
export function markItems({ name: TableName }: Table, after: Mark[], before: Mark[] = []): TransactItem[] {
  const textOf = ({ pk, sk, ...more }: Mark) => JSON.stringify([pk, sk, more]);
  const keyOf = ({ pk, sk }: Mark) => JSON.stringify([pk, sk]);
  const known = new Set(before.map(textOf));
  const kept = new Set(after.map(keyOf));
  return [
    ...after
      .filter((mark) => !known.has(textOf(mark)))
      .map((mark) => ({ Put: { TableName, Item: { ...mark, entity: 'mark' } } })),
    ...before
      .filter((mark) => !kept.has(keyOf(mark)))
      .map(({ pk, sk }) => ({ Delete: { TableName, Key: { pk, sk } } })),
  ];
}
