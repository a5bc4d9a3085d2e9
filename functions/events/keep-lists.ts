import { countsOf } from '../../domain/listing.ts';
import type { Locality } from '../../domain/locality.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { difference, sumOf, type Tally } from '../../domain/tally.ts';
import { bringUp } from '../../store/bring-up.ts';
import { counterStore, countItems } from '../../store/counters.ts';
import type { LocalityStore } from '../../store/localities.ts';
import type { StakeholderStore } from '../../store/stakeholders.ts';
import { taskStore } from '../../store/tasks.ts';
import { type Table, writeAll } from '../../store/transaction.ts';
import { type Clock, momentOf } from '../runtime/clock.ts';
import { logger } from '../runtime/logger.ts';
import type { ProgrammeCatalogue } from '../runtime/programme-catalogue.ts';
import { untilCommitted } from '../runtime/retry.ts';
import { together } from '../runtime/together.ts';

interface Dependencies {
  table: Table;
  municipality: Municipality;
  localities: LocalityStore;
  stakeholders: StakeholderStore;
  programmes: ProgrammeCatalogue;
  clock: Clock;
}

/** What a run did about lists and counters. */
export interface Kept {
  /** Localities, people and tasks of an older table that were not listed yet. */
  listed: number;
  /** How many counts were not what they should be. */
  corrected: number;
}

/**
 * Looks after lists and counters while the reconciler looks at every locality: lists what an older table holds, and counts
 * anew what the counters hold. A count is believed, and corrected, only if nothing was counted from before the first
 * locality was read until after the last.
 */
export async function listKeeper({
  table,
  municipality,
  localities,
  stakeholders,
  programmes,
  clock,
}: Dependencies) {
  const { locality: list, ...older } = bringUp(table);
  const counters = counterStore(table);
  const before = await counters.all();
  const unlisted: string[] = [];
  const seen: Tally[] = [];
  const ids: string[] = [];

  function see(locality: Locality): void {
    ids.push(locality.id);
    if (locality.asRead) seen.push(countsOf(locality));
    else unlisted.push(locality.id);
  }

  async function listOlder(failures: unknown[]): Promise<number> {
    let listed = 0;
    // Each is read anew: the reconciler itself may have restarted it meanwhile.
    const pieces = unlisted.map(
      (id) => () =>
        untilCommitted(async () => {
          const locality = await localities.get(id);
          if (locality.asRead) return;
          await list(locality, programmes.exact(locality.programme));
          listed += 1;
        }),
    );
    failures.push(...(await together(pieces)));
    if (await older.isDone('lists')) return listed;
    const others: (() => Promise<void>)[] = [];
    const listPerson = (id: string) =>
      untilCommitted(async () => {
        const stakeholder = await stakeholders.get(id);
        if (stakeholder.asRead) return;
        await older.person({ stakeholder, contact: await stakeholders.contact(id) });
        listed += 1;
      });
    for await (const known of stakeholders.all())
      if (!known.stakeholder.asRead) others.push(() => listPerson(known.stakeholder.id));
    for await (const { task, isOnAgenda } of taskStore(table).every())
      if (!isOnAgenda)
        others.push(async () => {
          await older.task(task);
          listed += 1;
        });
    failures.push(...(await together(others)));
    // A run that finds nothing left is the proof; until then a release that lists nothing may still be at work.
    if (others.length === 0) await older.done('lists');
    return listed;
  }

  /** Enters the addresses of people of an older table, each once. */
  async function enterOlder(failures: unknown[]): Promise<void> {
    if (await older.isDone('addresses')) return;
    const pieces: (() => Promise<void>)[] = [];
    for await (const { stakeholder, contact } of stakeholders.all())
      if (contact?.email && !stakeholder.addressKey)
        pieces.push(() =>
          untilCommitted(async () => {
            const now = await stakeholders.get(stakeholder.id);
            if (!now.addressKey)
              await older.address({ stakeholder: now, contact: await stakeholders.contact(now.id) });
          }),
        );
    failures.push(...(await together(pieces)));
    if (pieces.length === 0) await older.done('addresses');
  }

  async function correct(): Promise<number> {
    if (unlisted.length > 0) return 0;
    const wrong = difference(sumOf(seen), counters.ofLocalities(before));
    if (wrong.size === 0) return 0;
    // Whoever counted the localities otherwise may have summed up their matrices otherwise too.
    const sums = difference(await counters.sumsOf(ids), counters.ofMatrices(before));
    if (difference(await counters.all(), before).size > 0) return 0;
    const found = sumOf([wrong, sums]);
    logger.error('counters differed from the localities', { counts: [...found.keys()] });
    await writeAll(table, () => countItems(table, found));
    return found.size;
  }

  async function finish(): Promise<Kept & { failures: unknown[] }> {
    const failures: unknown[] = [];
    const listed = await listOlder(failures);
    await enterOlder(failures);
    const kept = { listed, corrected: await correct() };
    await counters.fold(momentOf(clock(), municipality).today);
    return { ...kept, failures };
  }

  return { see, finish };
}
