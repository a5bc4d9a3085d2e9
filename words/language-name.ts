import type { Language } from '../domain/language-list.ts';
import { languages } from './languages.ts';

/** What a language is called in another one: `Inglés`. */
export function languageName(language: Language, inLanguage: Language): string {
  const { locale } = languages[inLanguage];
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? languages[language].name;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
