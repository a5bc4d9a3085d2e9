import { createContext, useContext } from 'react';
import type { Language } from '../../domain/language.ts';
import type { Words } from './es/index.ts';
import type { Formats } from './format.ts';

/** What a component says things with. */
export interface Speech {
  language: Language;
  words: Words;
  formats: Formats;
}

export const SpeechContext = createContext<Speech | undefined>(undefined);

/** The words and formats of the language that the app is in. */
export function useWords(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('words are asked for outside the app');
  return speech;
}
