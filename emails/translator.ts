import type { Language, Text } from '../domain/language.ts';
import type { CriteriaMessages } from '../words/criteria-messages.ts';
import type { Words } from '../words/es/mails.ts';
import { criteriaMessages, languages, mailWords } from '../words/languages.ts';
import { clip, longDate } from './values.ts';

/** How things are named for one reader. */
export interface Translator {
  language: Language;
  messages: Words;
  criteria: CriteriaMessages;
  name(value: Text | string): string;
  date(localDate: string): string;
}

/** The words of a language, with names of at most `longest` characters (UTF-16 units). */
export function translatorFor(language: Language, longest: number): Translator {
  return {
    language,
    messages: mailWords[language],
    criteria: criteriaMessages[language],
    name: (value) => clip(typeof value === 'string' ? value : value[language], longest),
    date: (localDate) => longDate(localDate, languages[language].letterLocale),
  };
}
