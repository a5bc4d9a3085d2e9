import type { Language } from '../../domain/language.ts';
import { en } from './words.en.ts';
import { es, type Words } from './words.es.ts';

export type { Words } from './words.es.ts';

const catalogues: Record<Language, Words> = { es, en };

/** The words of the pages in a language. */
export const messagesFor = (language: Language): Words => catalogues[language];
