import type { Language } from '../../domain/language.ts';
import { useWords } from './use-words.ts';

/** The words of something that is loaded when it is gone to: they come with it, in all languages. */
export const wordsApart =
  <Said>(catalogues: Record<Language, Said>) =>
  (): Said =>
    catalogues[useWords().language];
