import { createLocality, type NewLocality } from '../../domain/commands/create-locality.ts';
import { openVisit } from '../../domain/commands/open-visit.ts';
import { countsOf } from '../../domain/listing.ts';
import type { Locality } from '../../domain/locality.ts';
import { sumOf } from '../../domain/tally.ts';
import { countItems } from '../../store/counters.ts';
import { localityItem } from '../../store/localities.ts';
import { markItems, marksOfLocality } from '../../store/marks.ts';
import { writeAll } from '../../store/transaction.ts';
import { caller, moment } from './factories.ts';
import { convivirMejor } from './programmes.ts';
import { municipality } from './settings.ts';
import type { TestApp } from './test-app.ts';

/** A locality of Convivir Mejor whose first visit was opened on a day, some of it given. */
export function seedling(
  id: string,
  {
    name = `Colonia ${id}`,
    openedOn = '2026-01-12',
    ...some
  }: Partial<NewLocality & Locality & { openedOn: string }> = {},
): Locality {
  const command: NewLocality = { name, programme: convivirMejor.id };
  const at = moment(openedOn);
  const programme = convivirMejor;
  const { locality } = createLocality({ id, programme }, command, caller(), at);
  const here = { locality, programme, municipality: municipality({ approvers: [] }) };
  const opened = openVisit(here, { stage: 'capacity-building' }, at)?.locality ?? locality;
  return { ...opened, ...some, programme: locality.programme, revision: 1 };
}

/** So many localities with what lists know of them fit one transaction. */
const together = 12;

/** Puts localities into the office's table as they are, listed and counted. */
export async function seed({ table }: Pick<TestApp, 'table'>, localities: Locality[]): Promise<void> {
  for (let at = 0; at < localities.length; at += together) {
    const some = localities.slice(at, at + together);
    await writeAll(table, [
      ...some.flatMap((one) => [localityItem(table, one), ...markItems(table, marksOfLocality(one), [])]),
      ...countItems(table, sumOf(some.map(countsOf))),
    ]);
  }
}
