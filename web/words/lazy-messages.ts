import type { Language } from '../../domain/language.ts';
import { useTranslation } from './use-translation.ts';

/** The words of something that is loaded when it is gone to: they come with it, in all languages. */
export const lazyMessages =
  <Said>(catalogues: Record<Language, Said>) =>
  (): Said =>
    catalogues[useTranslation().language];
