import { useAnswer } from '../api/queries.ts';
import type { Answer } from '../api/types.ts';
import { useWords } from '../words/use-words.ts';

export type Listed = Answer<'GET /api/questionnaires'>['items'][number];

/** By which surveys can be read; nothing until it is known. */
export function useQuestionnaires(): Listed[] {
  const { data } = useAnswer('GET /api/questionnaires', {});
  return data?.items ?? [];
}

/** The name of a questionnaire with its version; its id until names are known. */
export function useQuestionnaireName(): (questionnaire: { id: string; version: number }) => string {
  const { language } = useWords();
  const known = useQuestionnaires();
  return ({ id, version }) => `${known.find((one) => one.id === id)?.name[language] ?? id}, v${version}`;
}
