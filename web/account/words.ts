import { lazyMessages } from '../words/lazy-messages.ts';
import { screenWords } from '../words/screens.ts';

/** What one's account says. */
export const useAccountWords = lazyMessages((language) => screenWords[language].account());
