import type { Language } from '../domain/language.ts';
import { en } from './en/dossier.ts';
import { es, type Words } from './es/dossier.ts';

export type { Words } from './es/dossier.ts';

const catalogues: Record<Language, Words> = { es, en };

/** The words of the dossier in a language. */
export const messagesFor = (language: Language): Words => catalogues[language];
