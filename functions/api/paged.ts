import { Problem } from '../../domain/errors.ts';
import type { Found } from '../../store/places.ts';

/** The first `limit` things after a place, each with its place; fewer when no more follow. */
export type Source<Thing> = (
  after: string | undefined,
  limit: number,
) => Promise<{ place: string; thing: Thing | undefined }[]>;

/** So many things one request looks at to fill its page; what it finds by then is the page, and others may follow. */
const mostLookedAt = 1_000;
/** It begins with as many as the page holds, and looks at twice as many each time, so many at most. */
const together = 200;
/** From the first so many of a word's places it is judged how rare the word is. */
const sample = 30;

/** Where a page ends: an id, behind the word, stage or day by which things are found. */
const Place = /^([\p{L}\p{N}-]+#)?[0-9a-z-]{1,60}$/u;

/**
 * The cursor of a list.
 * @throws Problem `invalid-request` for what is none
 */
export function placeAsked(cursor: string | undefined): string | undefined {
  if (cursor !== undefined && !Place.test(cursor))
    throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
  return cursor;
}

/** One page of what a source gives and the caller wants of it. */
export async function filledPage<Thing>(
  source: Source<Thing>,
  isWanted: (thing: Thing, place: string) => boolean,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ items: Thing[]; nextCursor?: string }> {
  const items: Thing[] = [];
  let after = placeAsked(cursor);
  let size = limit;
  for (let looked = 0; looked < mostLookedAt; size = Math.max(limit, Math.min(2 * size, together))) {
    const found = await source(after, size);
    for (const { place, thing } of found) {
      after = place;
      if (thing !== undefined && isWanted(thing, place)) items.push(thing);
      if (items.length === limit) return { items, nextCursor: after };
    }
    if (found.length < size) return { items };
    looked += found.length;
  }
  return { items, nextCursor: after };
}

/** What keys name, read by their ids. */
export const named =
  <Thing>(
    keys: (after: string | undefined, limit: number) => Promise<Found[]>,
    many: (ids: readonly string[]) => Promise<Map<string, Thing>>,
  ): Source<Thing> =>
  async (after, limit) => {
    const found = await keys(after, limit);
    const things = await many([...new Set(found.map(({ id }) => id))]);
    return found.map(({ id, place }) => ({ place, thing: things.get(id) }));
  };

/** The first `limit` of several lists, each in the order of places; what stands in two of them at one place comes once. */
export function merged<One extends { place: string }>(lists: One[][], limit: number): One[] {
  const all = new Map(lists.flat().map((one) => [one.place, one]));
  return [...all.values()].sort((a, b) => (a.place < b.place ? -1 : 1)).slice(0, limit);
}

/**
 * The typed word by which the fewest are found; where each finds many, the one that begins the most different words, since
 * a single word that many have is the commonest, and then the longest.
 * @param found places by a word, the first so many of them
 */
export async function rarest(
  typed: readonly string[],
  found: (word: string, limit: number) => Promise<Found[]>,
): Promise<string> {
  const [only = '', ...more] = typed;
  if (more.length === 0) return only;
  const judged = await Promise.all(
    typed.map(async (word) => {
      const places = await found(word, sample);
      const words = new Set(places.map(({ place }) => wordOf(place)));
      return { word, count: places.length, words: words.size };
    }),
  );
  const [best] = judged.sort(
    (a, b) => a.count - b.count || b.words - a.words || b.word.length - a.word.length,
  );
  return best?.word ?? only;
}

const wordOf = (place: string) => place.split('#')[0];

/** Whether a place names the first of a name's words that begin with some letters, so that each name is shown once. */
export const isFirstWord = (place: string, words: readonly string[], letters: string): boolean =>
  wordOf(place) === words.filter((word) => word.startsWith(letters)).sort()[0];
