import { administration as en } from '../words/en/administration.ts';
import { administration as es } from '../words/es/administration.ts';
import { lazyMessages } from '../words/lazy-messages.ts';

export type AdministrationWords = typeof es;

/** What the administration says. */
export const useAdministrationWords = lazyMessages<AdministrationWords>({ es, en });
