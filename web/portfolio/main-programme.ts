import type { Entry, Programmes } from './entry.ts';

/** The programme that most localities walk: the one that is looked at until another is chosen. */
export function mainProgramme(
  entries: readonly Entry[] | undefined,
  programmes: Programmes,
): string | undefined {
  const counts = new Map<string, number>();
  for (const { locality } of entries ?? [])
    counts.set(locality.programme, (counts.get(locality.programme) ?? 0) + 1);
  const [first] = programmes.toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
  return first?.id;
}
