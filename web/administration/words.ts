import { administration as en } from '../../words/en/app/administration.ts';
import { administration as es } from '../../words/es/app/administration.ts';
import { lazyMessages } from '../words/lazy-messages.ts';

export type AdministrationWords = typeof es;

/** What the administration says. */
export const useAdministrationWords = lazyMessages<AdministrationWords>({ es, en });
