import { wordsApart } from '../words/apart.ts';
import { dossier as en } from '../words/en/dossier.ts';
import { dossier as es } from '../words/es/dossier.ts';

export type DossierWords = typeof es;

/** What the dossier says. */
export const useDossierWords = wordsApart<DossierWords>({ es, en });
