import type { Language } from '../../domain/language.ts';
import { languageList } from '../../domain/language-list.ts';
import { type Column, partsOf } from '../../domain/tabular/columns.ts';
import { languageName } from '../../words/language-name.ts';
import { nameWords } from '../../words/languages.ts';
import type { PlannedDifference } from '../imports/plan.ts';

/** What a key of a list is called; `undefined` where the column chooses from none, or the key is its name. */
function choiceNamed({ choices }: Column, key: string, language: Language): string | undefined {
  if (choices === undefined || choices === 'currencies') return undefined;
  if (choices === 'languages') {
    const known = languageList.find((one) => one === key);
    return known && languageName(language, known);
  }
  const names: Readonly<Record<string, string>> = nameWords[language][choices];
  return names[key];
}

/**
 * Differences as they are answered: each cell as files write it and, where people call it otherwise, as they read it: what
 * is chosen from a list by its name, and by theirs the people and places whose `names` the caller may know.
 */
export function toldDifferences(
  differences: readonly PlannedDifference[],
  columns: readonly Column[],
  names: ReadonlyMap<string, string>,
  language: Language,
) {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const shown = (column: Column | undefined, text: string | undefined): string | undefined => {
    if (!column || text === undefined) return undefined;
    const chosen = choiceNamed(column, text, language);
    if (chosen !== undefined) return chosen;
    const parts = column.names ? partsOf(text) : [];
    return parts.some((part) => names.has(part))
      ? parts.map((part) => names.get(part) ?? part).join(', ')
      : undefined;
  };
  return differences.map(({ column, before, after, ...one }) => ({
    ...one,
    field: column,
    before: before ?? null,
    after: after ?? null,
    beforeShown: shown(byName.get(column), before),
    afterShown: shown(byName.get(column), after),
  }));
}
