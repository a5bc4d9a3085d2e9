import type { Language } from '../../domain/language.ts';
import type { Words } from '../../words/es/pages.ts';
import type { Html } from '../runtime/html.ts';

/** One page, before the frame that is the same for all. */
export interface Page {
  status: number;
  title: string;
  content: Html;
  /** What of the page's address, beside the language, makes it this page. */
  query?: Record<string, string>;
  /** What it adds to the style of the frame. */
  style?: string;
  /** Whether the page is the privacy notice itself, to which every other one leads. */
  isNotice?: boolean;
  /** What stands at its foot; that the link is the reader's alone unless told. */
  foot?: string;
  /** For how many seconds caches may keep a page that is for everybody; what is somebody's own is never kept. */
  keptFor?: number;
}

/** For whom a page is written. */
export interface Reader {
  language: Language;
  /** The language, when the address asks for one: links within the page then go on asking for it. */
  chosen?: Language;
  messages: Words;
}

/** An address relative to the page's own: the token in its path need not be written into the page. */
export function hrefOf(query: Record<string, string>, chosen?: Language): string {
  return `?${new URLSearchParams({ ...query, ...(chosen && { lang: chosen }) })}`;
}
