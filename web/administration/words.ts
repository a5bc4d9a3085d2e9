import { wordsApart } from '../words/apart.ts';
import { administration as en } from '../words/en/administration.ts';
import { administration as es } from '../words/es/administration.ts';

export type AdministrationWords = typeof es;

/** What the administration says. */
export const useAdministrationWords = wordsApart<AdministrationWords>({ es, en });
