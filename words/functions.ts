import type { Language } from '../domain/language.ts';
import { en } from './en/functions.ts';
import { es, type Words } from './es/functions.ts';

/** The catalogue of a language. */
export const messagesFor = (language: Language): Words => ({ es, en })[language];

export type { Words };
