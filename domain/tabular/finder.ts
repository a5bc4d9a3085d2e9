import { nameKey } from './name-key.ts';

/** The id that a text names, or why it names none. */
export type Found = { id: string; refused?: undefined } | { id?: undefined; refused: string };
export type Finder = (text: string) => Found;

/** Finds things by id, or by another name of theirs that nothing else goes by. */
export function finderOf(
  things: Iterable<{ id: string; names: readonly (string | undefined)[] }>,
  unknown: string,
): Finder {
  const ids = new Set<string>();
  const named = new Map<string, string | null>();
  for (const { id, names } of things) {
    ids.add(id);
    for (const name of new Set(names.flatMap((one) => (one ? nameKey(one) : [])))) {
      const other = named.get(name);
      named.set(name, other === undefined || other === id ? id : null);
    }
  }
  return (text) => {
    if (ids.has(text)) return { id: text };
    const id = named.get(nameKey(text));
    if (id === null) return { refused: 'ambiguous-name' };
    return id === undefined ? { refused: unknown } : { id };
  };
}
