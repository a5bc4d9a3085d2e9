import type { TerritoryFault, TerritoryFaultKind } from '../domain/territory/fault.ts';
import type { TerritoryWords } from './es/territory.ts';

/** The sentence for what is wrong with a territory, or with the place of a point. */
export const sayTerritory = <Kind extends TerritoryFaultKind>(
  words: TerritoryWords,
  fault: TerritoryFault<Kind>,
): string => words[fault.kind](fault);

/** What is said of a field, where it stands by itself. */
export const asSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
