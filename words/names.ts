import type { Text } from '../domain/language.ts';
import { byLanguage, languageList } from '../domain/language-list.ts';
import type { Words } from './es/names.ts';
import { languageName } from './language-name.ts';
import { nameWords } from './languages.ts';

/** A name in every language: `textOf(({ levels }) => levels.state)`. */
export const textOf = (name: (names: Words) => string): Text =>
  byLanguage((language) => name(nameWords[language]));

/** What each key of a list is called, in all languages: by any of these a cell of a table may mean it. */
export const knownNames = (list: Exclude<keyof Words, 'sectorsInText'>): Record<string, string[]> => {
  const known: Record<string, string[]> = {};
  for (const language of languageList)
    for (const [key, name] of Object.entries(nameWords[language][list]))
      known[key] = [...(known[key] ?? []), name];
  return known;
};

/** What each language is called, in all languages. */
export const knownLanguageNames = (): Record<string, string[]> =>
  byLanguage((language) => languageList.map((other) => languageName(language, other)));
