import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { localityStore } from '../../../store/localities.ts';
import type { Table } from '../../../store/transaction.ts';
import type { Machine } from './machine.ts';

export const ana = { user: 'ana.lopez@juarez.example', role: 'coordinator' } as const;
export const boss = { user: 'direccion@juarez.example', role: 'administrator' } as const;

/** The stage where imported localities begin. */
export const atFirst = 'capacity-building';

const Report = z.object({ accepted: z.number() });
const List = z.object({ items: z.array(z.object({ id: z.string() })), nextCursor: z.string().optional() });

let files = 0;

/** A file of so many new localities, all of one coordinator. */
function fileOf(count: number): string {
  files += 1;
  const rows = Array.from({ length: count }, (_, at) => `Colonia ${files}-${at},convivir-mejor,${ana.user}`);
  return ['name,programme,coordinators', ...rows].join('\n');
}

/** Imports so many localities by the interface; answers when they are accepted. */
export async function importLocalities({ api }: Machine, count: number): Promise<void> {
  const { accepted } = await api.as(boss)(Report, 'POST', '/api/imports/localities', fileOf(count));
  if (accepted !== count) throw new Error(`${accepted} of ${count} localities were imported`);
}

/** The ids of all localities, oldest first. */
export async function localityIds({ api }: Machine): Promise<string[]> {
  const ids: string[] = [];
  let cursor = '';
  do {
    const page = await api.as(boss)(List, 'GET', `/api/localities?limit=200${cursor}`);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
  } while (cursor);
  return ids;
}

/** Waits until every locality stands at an open gate of a stage, looking at one after the other. */
export async function untilOpen(table: Table, ids: readonly string[], stage: string): Promise<void> {
  const localities = localityStore(table);
  for (const id of ids)
    for (;;) {
      const { position } = await localities.get(id);
      if (position?.stage === stage && position.gates.every(({ state }) => state === 'open')) break;
      await pause(25);
    }
}

/** Waits until so many mails were sent in all and what became of each is recorded: nothing is left to do. */
export async function untilSent(machine: Machine, mails: number): Promise<void> {
  while ((await machine.sent()) < mails || !(await machine.isQuiet())) await pause(25);
}
