import type { Language } from '../../domain/language.ts';
import type { Rejection } from '../../domain/tabular/sheet.ts';
import { functionWords } from '../../words/languages.ts';
import { validationMessage } from '../runtime/problem-response.ts';

/** The rows of a file that were not accepted, with why in the reader's language. */
export function rejectedRows(rejected: readonly Rejection[], language: Language): Rejection[] {
  const words = functionWords[language];
  return rejected.map(({ message, ...place }) => ({ ...place, message: validationMessage(message, words) }));
}
