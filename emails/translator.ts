import type { Language, Text } from '../domain/language.ts';
import { en } from '../words/en/mails.ts';
import { es, type Words } from '../words/es/mails.ts';
import { clip, longDate } from './values.ts';

const catalogues: Record<Language, Words> = { es, en };

/** How things are named for one reader. */
export interface Translator {
  messages: Words;
  name(value: Text | string): string;
  date(localDate: string): string;
}

/** The words of a language, with names of at most `longest` characters (UTF-16 units). */
export function translatorFor(language: Language, longest: number): Translator {
  const messages = catalogues[language];
  return {
    messages,
    name: (value) => clip(typeof value === 'string' ? value : value[language], longest),
    date: (localDate) => longDate(localDate, messages.locale),
  };
}
