/**
 * Counts in words: `count(2)` → `2 cambios`.
 * @param forms by the rule of the language; `other` is for all that are not named
 */
export function counted(locale: string, forms: { one: string; other: string; many?: string }) {
  const rules = new Intl.PluralRules(locale);
  const figures = new Intl.NumberFormat(locale);
  return (count: number): string => {
    const rule = rules.select(count);
    const form = rule === 'one' ? forms.one : rule === 'many' ? (forms.many ?? forms.other) : forms.other;
    return form.replace('#', figures.format(count));
  };
}
