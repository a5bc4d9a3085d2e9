import { type Language, languageList } from '../../domain/language-list.ts';
import type { Words } from '../../words/es/app/index.ts';
import type { AppLanguages } from '../../words/languages.ts';
import { store } from '../components/store.ts';

const chosenAs = 'etapas.language';

const languageIn = (tag: string | null): Language | undefined => languageList.find((one) => one === tag);

/** By their files: the compiler sees in `words/languages.ts` that each language has one. */
const found = import.meta.glob<AppLanguages>('../../words/*/app/index.ts');

async function appWords(language: Language): Promise<Words> {
  const load = found[`../../words/${language}/app/index.ts`];
  if (!load) throw new Error(`the app has no words in the language ${language}`);
  return (await load())[language];
}

/** The language that was chosen here, or else the first of the browser's that the app has, or else the municipality's. */
export function preferredLanguage(otherwise: Language): Language {
  const known = navigator.languages.flatMap((tag) => languageIn(tag.slice(0, 2).toLowerCase()) ?? []);
  return languageIn(localStorage.getItem(chosenAs)) ?? known[0] ?? otherwise;
}

/** What the app is in now: the language and all its words. */
export const currentTranslation = store<{ language: Language; messages: Words } | undefined>(undefined);

export const currentLanguage = (): Language => currentTranslation.get()?.language ?? languageList[0];

const loaders: ((language: Language) => Promise<unknown>)[] = [];

/** Something that has to be there in a language before the app is in it. */
export function beforeLanguage(load: (language: Language) => Promise<unknown>): void {
  loaders.push(load);
}

export async function loadLanguage(language: Language): Promise<void> {
  const [messages] = await Promise.all([appWords(language), ...loaders.map((load) => load(language))]);
  document.documentElement.lang = language;
  currentTranslation.set({ language, messages });
}

/** Speaks a language from now on, here. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(chosenAs, language);
  await loadLanguage(language);
}
