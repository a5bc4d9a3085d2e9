import { useMemo } from 'react';
import { useApiInfiniteQuery } from '../api/queries.ts';
import type { ApiResponse } from '../api/types.ts';
import { useEveryPage } from './every-page.ts';

export type Outline = ApiResponse<'GET /api/territories'>['items'][number]['outline'];

const most = 100;

/** Where localities are, by their ids, as far as it has come in: outlines are asked for page by page. */
export function useTerritories() {
  const query = useApiInfiniteQuery(
    'GET /api/territories',
    (cursor) => ({ query: { limit: most, cursor } }),
    {
      isLong: true,
    },
  );
  const { pages, isWhole } = useEveryPage(query);
  const outlines = useMemo(() => {
    const all = pages?.flatMap(({ items }) => items) ?? [];
    return new Map<string, Outline>(all.map(({ locality, outline }) => [locality, outline]));
  }, [pages]);
  return { outlines, isWhole, query };
}
