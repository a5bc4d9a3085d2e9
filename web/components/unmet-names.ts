import { sayUnmet } from '../../words/criteria.ts';
import { criteriaMessages } from '../../words/languages.ts';
import { useTranslation } from '../words/use-translation.ts';

/** What criteria ask for, by their keys, each type once. */
export function useUnmetNames(): (unmet: string[]) => string[] {
  const messages = criteriaMessages[useTranslation().language];
  return (unmet) => sayUnmet(messages, unmet, 'name');
}
