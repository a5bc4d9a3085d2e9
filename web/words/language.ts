import type { Language } from '../../domain/language.ts';
import type { Words } from '../../words/es/app/index.ts';
import { store } from '../components/store.ts';

const chosenAs = 'etapas.language';

const isLanguage = (tag: string | null | undefined): tag is Language => tag === 'es' || tag === 'en';

/** The language that was chosen here, or else the browser's, or else the municipality's. */
export function preferredLanguage(otherwise: Language): Language {
  const chosen = localStorage.getItem(chosenAs);
  if (isLanguage(chosen)) return chosen;
  const known = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  return known ?? otherwise;
}

/** Each catalogue is loaded when it is wanted. */
const catalogues: Record<Language, () => Promise<Words>> = {
  es: async () => (await import('../../words/es/app/index.ts')).es,
  en: async () => (await import('../../words/en/app/index.ts')).en,
};

/** What the app is in now: the language and all its words. */
export const currentTranslation = store<{ language: Language; messages: Words } | undefined>(undefined);

export async function loadLanguage(language: Language): Promise<void> {
  const messages = await catalogues[language]();
  document.documentElement.lang = language;
  currentTranslation.set({ language, messages });
}

/** Speaks a language from now on, here. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(chosenAs, language);
  await loadLanguage(language);
}

export const currentLanguage = (): Language => currentTranslation.get()?.language ?? 'es';
