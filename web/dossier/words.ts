import { dossier as en } from '../../words/en/app/dossier.ts';
import { dossier as es } from '../../words/es/app/dossier.ts';
import { lazyMessages } from '../words/lazy-messages.ts';

export type DossierWords = typeof es;

/** What the dossier says. */
export const useDossierWords = lazyMessages<DossierWords>({ es, en });
