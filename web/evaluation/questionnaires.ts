import { useApiQuery } from '../api/queries.ts';
import type { ApiResponse } from '../api/types.ts';
import { useTranslation } from '../words/use-translation.ts';

export type Listed = ApiResponse<'GET /api/questionnaires'>['items'][number];

/** By which surveys can be read; nothing until it is known. */
export function useQuestionnaires(): Listed[] {
  const { data } = useApiQuery('GET /api/questionnaires', {});
  return data?.items ?? [];
}

/** The name of a questionnaire with its version; its id until names are known. */
export function useQuestionnaireName(): (questionnaire: { id: string; version: number }) => string {
  const { language } = useTranslation();
  const known = useQuestionnaires();
  return ({ id, version }) => `${known.find((one) => one.id === id)?.name[language] ?? id}, v${version}`;
}
