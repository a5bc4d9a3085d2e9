import { gateKey } from '../domain/locality.ts';
import type { Visit } from '../domain/visit.ts';
import { asRead, put, type Table, type TransactItem } from './transaction.ts';

/** What the sort keys of visits begin with. */
export const visitPrefix = 'VISIT#';

/** Where a visit is kept. */
export const visitKey = ({
  locality,
  stage,
  track,
  number,
}: Pick<Visit, 'locality' | 'stage' | 'track' | 'number'>) => ({
  pk: `LOCALITY#${locality}`,
  sk: `${visitPrefix}${gateKey(stage, track)}#${String(number).padStart(4, '0')}`,
});

/** Writes a visit as it is to be, if it is still as it was read, or is new. */
export function visitItem(table: Table, visit: Visit): TransactItem {
  return put(table, { ...visitKey(visit), entity: 'visit', ...visit }, asRead(visit.revision));
}
