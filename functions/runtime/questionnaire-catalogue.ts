import type { Questionnaire } from '../../domain/evaluation/questionnaire.ts';

/** Finds questionnaires among those deployed. */
export function questionnairesOf(questionnaires: readonly Questionnaire[]) {
  const all = [...questionnaires].sort((a, b) => a.id.localeCompare(b.id) || b.version - a.version);
  return {
    all,
    /** The newest version of every questionnaire. */
    current: all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at),
    /** The newest version under an id. */
    newest: (id: string) => all.find((questionnaire) => questionnaire.id === id),
    /** A version that waves were read by; it stays deployed as long as they are compared. */
    exact: ({ id, version }: { id: string; version: number }) =>
      all.find((questionnaire) => questionnaire.id === id && questionnaire.version === version),
  };
}
export type QuestionnaireCatalogue = ReturnType<typeof questionnairesOf>;
