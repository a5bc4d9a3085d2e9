import { byLanguage, type Language } from '../../domain/language-list.ts';
import type { Words } from '../../words/es/screens.ts';

/** By their files: the compiler sees in `words/languages.ts` that each language has one. */
const found = import.meta.glob<{ screens: Words }>('../../words/*/screens.ts', { eager: true });

function screensIn(language: Language): Words {
  const module = found[`../../words/${language}/screens.ts`];
  if (!module) throw new Error(`the app has no words in the language ${language}`);
  return module.screens;
}

/** The words of the app, part by part, each loaded when it is wanted. */
export const screenWords: Record<Language, Words> = byLanguage(screensIn);
