import { useApiQuery } from '../api/queries.ts';
import { useTranslation } from '../words/use-translation.ts';

/**
 * The names of stages by their keys, in the language of the app; the key itself until they are known. Where the
 * programme is not told, the first one that has such a stage names it.
 */
export function useStageNames(): (programme: string | undefined, stage: string) => string {
  const { language } = useTranslation();
  const { data } = useApiQuery('GET /api/programmes', {});
  return (programme, stage) => {
    const those = (data?.items ?? []).filter(({ id }) => programme === undefined || id === programme);
    const found = those.flatMap(({ stages }) => stages).find(({ key }) => key === stage);
    return found?.name[language] ?? stage;
  };
}
