import { useWords } from '../words/use-words.ts';

/** What criteria ask for, by their keys, each once. A newer programme may hold types that have no words yet. */
export function useUnmetNames(): (unmet: string[]) => string[] {
  const { words } = useWords();
  const names = new Map<string, string>(Object.entries(words.administration.criteria));
  const typeOf = (key: string) => key.split('/')[0] ?? key;
  return (unmet) => [...new Set(unmet.map(typeOf))].map((type) => names.get(type) ?? type);
}
