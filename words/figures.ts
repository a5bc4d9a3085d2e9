import type { FigureWords } from '../domain/evaluation/picture.ts';
import type { Language } from '../domain/language-list.ts';
import { evaluationWords, languages, nameWords } from './languages.ts';

/** What figures and pictures of surveys are written with in a language. */
export const figureWords = (language: Language): FigureWords => ({
  language,
  locale: languages[language].locale,
  indicators: nameWords[language].indicators,
  verdicts: evaluationWords[language].verdicts,
  picture: evaluationWords[language].evaluation,
});
