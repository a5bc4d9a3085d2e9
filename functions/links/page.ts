import type { Language } from '../../domain/language.ts';
import type { Html } from '../runtime/html.ts';
import type { Words } from './words.ts';

/** One page, before the frame that is the same for all. */
export interface Page {
  status: number;
  title: string;
  content: Html;
  /** What of the page's address, beside the language, makes it this page. */
  query?: Record<string, string>;
}

/** For whom a page is written. */
export interface Reader {
  language: Language;
  /** The language, when the address asks for one: links within the page then go on asking for it. */
  chosen?: Language;
  words: Words;
}

/** An address relative to the page's own: the token in its path need not be written into the page. */
export function hrefOf(query: Record<string, string>, chosen?: Language): string {
  return `?${new URLSearchParams({ ...query, ...(chosen && { lang: chosen }) })}`;
}
