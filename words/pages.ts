import type { Language } from '../domain/language.ts';
import { en } from './en/pages.ts';
import { es, type Words } from './es/pages.ts';

export type { Words } from './es/pages.ts';

const catalogues: Record<Language, Words> = { es, en };

/** The words of the pages in a language. */
export const messagesFor = (language: Language): Words => catalogues[language];
