import type { Language } from '../language.ts';
import { en } from './en.ts';
import { es, type Words } from './es.ts';

/** The catalogue of a language. */
export const messagesFor = (language: Language): Words => ({ es, en })[language];

export type { Words };
