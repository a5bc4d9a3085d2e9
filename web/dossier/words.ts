import { lazyMessages } from '../words/lazy-messages.ts';
import { screenWords } from '../words/screens.ts';

/** What the dossier says. */
export const useDossierWords = lazyMessages((language) => screenWords[language].dossier());
export type DossierWords = ReturnType<typeof useDossierWords>;
