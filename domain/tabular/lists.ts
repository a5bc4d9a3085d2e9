import * as z from 'zod';
import { partsOf } from './columns.ts';

const marks = /[|:;\n]/;
const Texts = z.array(z.string());
const Pairs = z.array(z.tuple([z.string(), z.string()]));

/** What a cell of JSON says, where it is that. */
function jsonIn(cell: string): unknown {
  if (!/^[[{]/.test(cell)) return undefined;
  try {
    return JSON.parse(cell);
  } catch {
    return undefined;
  }
}

/** Texts in one cell: `a | b`; in JSON where one of them holds a sign that parts them. */
export const listText = (texts: readonly string[]): string =>
  texts.some((text) => marks.test(text)) ? JSON.stringify(texts) : texts.join(' | ');

/** The texts that a cell holds. */
export const listIn = (cell: string | undefined): string[] =>
  Texts.safeParse(jsonIn(cell ?? '')).data ?? partsOf(cell);

/** Named values in one cell: `sex: female; kind: legal`; in JSON where one of them holds a sign that parts them. */
export function pairsText(pairs: readonly (readonly [string, string])[]): string {
  const isPlain = pairs.every((pair) => pair.every((text) => !marks.test(text)));
  return isPlain ? pairs.map(([name, value]) => `${name}: ${value}`).join('; ') : JSON.stringify(pairs);
}

/** The named values that a cell holds; `undefined` where it holds anything else. */
export function pairsIn(cell: string | undefined): [string, string][] | undefined {
  const coded = Pairs.safeParse(jsonIn(cell ?? ''));
  if (coded.success) return coded.data;
  const pairs = (cell ?? '').split(/[;\n]/).flatMap((part) => part.trim() || []);
  const read = pairs.map((pair): [string, string] => {
    const at = pair.search(/[:=]/);
    return at < 0 ? [pair, ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  });
  return read.every(([name, value]) => name !== '' && value !== '') ? read : undefined;
}
