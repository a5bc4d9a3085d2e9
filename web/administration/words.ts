import { lazyMessages } from '../words/lazy-messages.ts';
import { screenWords } from '../words/screens.ts';

/** What the administration says. */
export const useAdministrationWords = lazyMessages((language) => screenWords[language].administration());
export type AdministrationWords = ReturnType<typeof useAdministrationWords>;
