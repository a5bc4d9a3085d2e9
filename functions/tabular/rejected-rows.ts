import type { Language } from '../../domain/language.ts';
import { languageList } from '../../domain/language-list.ts';
import type { ChoiceList, Reason, Rejection, Warning } from '../../domain/tabular/sheet.ts';
import { languageName } from '../../words/language-name.ts';
import { functionWords, nameWords, territoryWords } from '../../words/languages.ts';
import { sayTerritory } from '../../words/territory.ts';
import { validationMessage } from '../runtime/problem-response.ts';

/** So many are told: the first suffice to see how a file was read. */
const mostTold = 1_000;

/** What a cell may choose, as it is called in the reader's language. */
function choicesOf(list: ChoiceList, language: Language): string[] {
  if (list === 'currencies') return ['MXN', 'USD'];
  if (list === 'languages') return languageList.map((one) => languageName(language, one));
  return Object.values(nameWords[language][list]);
}

function sentenceOf({ message, about = [], choices, territory }: Reason, language: Language): string {
  if (territory) return sayTerritory(territoryWords[language], territory);
  const named = choices ? [choicesOf(choices, language).join(', ')] : about;
  return validationMessage(message, functionWords[language], named);
}

/** The rows of a file that were not accepted, with why in the reader's language. */
export const rejectedRows = (rejected: readonly Rejection[], language: Language) =>
  rejected.map((one) => ({
    row: one.row,
    column: one.column,
    sheet: one.sheet,
    message: one.territory
      ? sayTerritory(territoryWords[language], one.territory)
      : sentenceOf(one, language),
  }));

/** What is to be told of a file that is read all the same, in the reader's language; nothing where there is nothing. */
export const toldWarnings = (warnings: readonly Warning[] = [], language: Language) =>
  warnings.length === 0
    ? undefined
    : warnings.slice(0, mostTold).map((one) => ({
        row: one.row,
        column: one.column,
        sheet: one.sheet,
        message: sentenceOf(one, language),
      }));
