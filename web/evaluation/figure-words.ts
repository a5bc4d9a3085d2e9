import type { FigureWords } from '../../domain/evaluation/picture.ts';
import { lazyMessages } from '../words/lazy-messages.ts';
import { useNames } from '../words/names.ts';
import { screenWords } from '../words/screens.ts';
import { useTranslation } from '../words/use-translation.ts';

/** What is said of surveys and of how two of them compare. */
export const useEvaluationWords = lazyMessages((language) => screenWords[language].evaluation());

/** What figures and pictures of surveys are written with, in the language of the app. */
export function useFigureWords(): FigureWords {
  const { language, formats } = useTranslation();
  const { indicators } = useNames();
  const { verdicts, evaluation } = useEvaluationWords();
  return { language, locale: formats.locale, indicators, verdicts, picture: evaluation };
}
