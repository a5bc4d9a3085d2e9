import type { Language } from '../../domain/language.ts';
import type { Rejection } from '../../domain/tabular/sheet.ts';
import { functionWords, territoryWords } from '../../words/languages.ts';
import { sayTerritory } from '../../words/territory.ts';
import { validationMessage } from '../runtime/problem-response.ts';

/** The rows of a file that were not accepted, with why in the reader's language. */
export function rejectedRows(
  rejected: readonly Rejection[],
  language: Language,
): Omit<Rejection, 'territory'>[] {
  const words = functionWords[language];
  return rejected.map(({ message, territory, ...place }) => ({
    ...place,
    message: territory
      ? sayTerritory(territoryWords[language], territory)
      : validationMessage(message, words),
  }));
}
