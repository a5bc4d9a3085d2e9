import { brokenAt, historyStore } from '../../store/history.ts';
import type { TestApp } from './test-app.ts';

/** The whole history of a locality; throws when its chain is broken. */
export async function historyOf({ table }: TestApp, locality: string) {
  const { items } = await historyStore(table).page(`LOCALITY#${locality}`, 0, 1_000);
  const broken = brokenAt(items);
  if (broken !== undefined) throw new Error(`the history of ${locality} is broken at ${broken}`);
  return items;
}

/** How often each kind of thing happened to a locality. */
export async function deeds(office: TestApp, locality: string): Promise<Record<string, number>> {
  const count: Record<string, number> = {};
  for (const { action } of await historyOf(office, locality)) count[action] = (count[action] ?? 0) + 1;
  return count;
}
