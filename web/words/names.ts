import { lazyMessages } from './lazy-messages.ts';
import { screenWords } from './screens.ts';

/** The names of what is chosen from lists, by key. */
export const useNames = lazyMessages((language) => screenWords[language].names());
