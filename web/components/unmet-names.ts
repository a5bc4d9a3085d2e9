import { lazyMessages } from '../words/lazy-messages.ts';
import { screenWords } from '../words/screens.ts';

const useCriterionWords = lazyMessages((language) => screenWords[language].criteria());

/** What criteria ask for, by their keys, each once. A newer programme may hold types that have no words yet. */
export function useUnmetNames(): (unmet: string[]) => string[] {
  const names = new Map<string, string>(Object.entries(useCriterionWords()));
  const typeOf = (key: string) => key.split('/')[0] ?? key;
  return (unmet) => [...new Set(unmet.map(typeOf))].map((type) => names.get(type) ?? type);
}
