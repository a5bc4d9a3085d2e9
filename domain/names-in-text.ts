import { foldAddress } from './address.ts';
import { folded } from './folded.ts';
import type { Contact } from './stakeholder.ts';

/** What stands where something was erased: the same in every language. */
export const erasedMark = '███';

/** How a person may be named in what others wrote. */
export interface NamedPerson {
  /** A text without their address and their name, where at least two words of it stand together. */
  blank: (text: string) => string;
  /** The same of a text that is about them: single words of their name are taken out too, and their organization. */
  blankAll: (text: string) => string;
}

/** What stands between the words of a name and is none of them. */
const particles = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'el',
  'y',
  'e',
  'da',
  'do',
  'dos',
  'von',
  'van',
  'san',
  'santa',
]);
const wordForm = /[\p{L}\p{M}\p{N}]+/gu;
const addressForm = /[^\s<>()[\],;:"'¿?¡!]+@[^\s<>()[\],;:"'¿?¡!]+/gu;

interface Word {
  word: string;
  from: number;
  to: number;
}

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(wordForm)].map(({ 0: word, index }) => ({
    word: folded(word),
    from: index,
    to: index + word.length,
  }));

/** A text with the parts between these places taken out. */
function without(text: string, parts: readonly Pick<Word, 'from' | 'to'>[]): string {
  let left = '';
  let at = 0;
  for (const { from, to } of parts) {
    left += `${text.slice(at, from)}${erasedMark}`;
    at = to;
  }
  return left + text.slice(at);
}

/** Words that follow one another with no more than a few signs between them. */
const adjoin = (text: string, one: Word, other: Word) =>
  /^[^\p{L}\p{N}\n]{1,3}$/u.test(text.slice(one.to, other.from));

/** Where at least `fewest` different words of a name stand together, in whatever order; particles may stand between them. */
function runsIn(text: string, name: ReadonlySet<string>, fewest: number) {
  const words = wordsIn(text);
  const runs: { from: number; to: number }[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const begin = words[first];
    if (!begin || !name.has(begin.word)) continue;
    const seen = new Set<string>();
    let last = first;
    for (let at = first; at < words.length; at += 1) {
      const [before, one] = [words[at - 1], words[at]];
      if (!one || (at > first && before && !adjoin(text, before, one))) break;
      if (name.has(one.word)) {
        seen.add(one.word);
        last = at;
      } else if (!particles.has(one.word)) break;
    }
    if (seen.size >= fewest) runs.push({ from: begin.from, to: words[last]?.to ?? begin.to });
    first = last;
  }
  return runs;
}

/** Where a phrase stands, word by word. */
function phrasesIn(text: string, phrase: readonly string[]) {
  const words = wordsIn(text);
  const found: { from: number; to: number }[] = [];
  for (let at = 0; phrase.length > 0 && at + phrase.length <= words.length; at += 1) {
    const [first, last] = [words[at], words[at + phrase.length - 1]];
    if (!first || !last || !phrase.every((word, more) => words[at + more]?.word === word)) continue;
    found.push({ from: first.from, to: last.to });
    at += phrase.length - 1;
  }
  return found;
}

const foldedWords = (text: string) => wordsIn(text).map(({ word }) => word);

/** By what somebody is recognised in texts: however they are written, with or without accents, in any letters and order. */
export function namedBy({ name, organization = '', email }: Contact): NamedPerson {
  const names = new Set(foldedWords(name).filter((word) => word.length > 1 && !particles.has(word)));
  const address = email && foldAddress(email);
  const withoutAddress = (text: string) =>
    text.replace(addressForm, (found) => {
      const [, bare = '', end = ''] = /^(.*?)([.…]*)$/u.exec(found) ?? [];
      return foldAddress(bare) === address ? `${erasedMark}${end}` : found;
    });
  const phrase = foldedWords(organization);
  // A name of one word is taken for one where it begins as names do.
  const isOneWord = names.size === 1;
  const isName = (text: string, { from }: Pick<Word, 'from'>) => /\p{Lu}/u.test(text.charAt(from));
  const blank = (text: string) => {
    const plain = withoutAddress(text);
    const runs = runsIn(plain, names, Math.min(2, names.size));
    return without(plain, isOneWord ? runs.filter((run) => isName(plain, run)) : runs);
  };
  const blankAll = (text: string) => {
    const plain = withoutAddress(text);
    const nameless = without(plain, phrasesIn(plain, phrase));
    return without(nameless, runsIn(nameless, names, 1));
  };
  return { blank, blankAll };
}
