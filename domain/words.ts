import { folded } from './folded.ts';

/**
 * The words by which a name is found, each once: folded, without punctuation. A name is indexed by the first 24 of them,
 * since each takes an item of the transaction that writes the name and, where it changes, one that takes it away.
 */
export function wordsOf(...texts: (string | undefined)[]): string[] {
  const words = texts.flatMap((text) => folded(text ?? '').split(/[^\p{L}\p{N}]+/u)).filter(Boolean);
  return [...new Set(words)].slice(0, mostWords);
}
const mostWords = 24;

/** Whether each typed word begins one of these. A search for signs alone finds nothing. */
export const isFoundBy = (words: readonly string[], typed: readonly string[]): boolean =>
  typed.length > 0 && typed.every((part) => words.some((word) => word.startsWith(part)));
