import { createLocality, type NewLocality } from '../../domain/commands/create-locality.ts';
import { openVisit } from '../../domain/commands/open-visit.ts';
import type { Locality } from '../../domain/locality.ts';
import { localityItem } from '../../store/localities.ts';
import { writeAll } from '../../store/transaction.ts';
import { caller, moment } from './factories.ts';
import { convivirMejor } from './programmes.ts';
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
  const here = { locality, programme, municipality: { approvers: [] } };
  const opened = openVisit(here, { stage: 'capacity-building' }, at)?.locality ?? locality;
  return { ...opened, ...some, programme: locality.programme, revision: 1 };
}

/** Puts localities into the office's table as they are. */
export async function seed({ table }: Pick<TestApp, 'table'>, localities: Locality[]): Promise<void> {
  for (let at = 0; at < localities.length; at += 100)
    await writeAll(
      table,
      localities.slice(at, at + 100).map((one) => localityItem(table, one)),
    );
}
