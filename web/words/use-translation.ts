import { createContext, useContext } from 'react';
import type { Language } from '../../domain/language-list.ts';
import type { Words } from '../../words/es/app/index.ts';
import type { Formats } from './format.ts';

/** What a component says things with. */
export interface Translation {
  language: Language;
  messages: Words;
  formats: Formats;
}

export const TranslationContext = createContext<Translation | undefined>(undefined);

/** The words and formats of the language that the app is in. */
export function useTranslation(): Translation {
  const translation = useContext(TranslationContext);
  if (!translation) throw new Error('words are asked for outside the app');
  return translation;
}
