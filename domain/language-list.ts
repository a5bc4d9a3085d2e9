/** The languages Etapas speaks, by their codes of ISO 639-1; Spanish comes first, and is fallen back to. */
export const languageList = ['es', 'en'] as const;
export type Language = (typeof languageList)[number];

/** One of each language. Whoever adds a language adds it here. */
export const byLanguage = <Value>(of: (language: Language) => Value): Record<Language, Value> => ({
  es: of('es'),
  en: of('en'),
});

/** A text as it was kept when there were fewer languages: the first that it has stands in for those it lacks. */
export function inEveryLanguage(
  kept: Partial<Record<Language, string>>,
): Record<Language, string> | undefined {
  const first = languageList.map((language) => kept[language]).find((text) => text !== undefined);
  return first === undefined ? undefined : byLanguage((language) => kept[language] ?? first);
}
