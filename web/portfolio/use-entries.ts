import { useMemo } from 'react';
import { useApiInfiniteQuery, useApiQuery } from '../api/queries.ts';
import { useTranslation } from '../words/use-translation.ts';
import { type Entry, entryMaker, type Programmes } from './entry.ts';
import { useEveryPage } from './every-page.ts';

const most = 200;
const none: Programmes = [];

/** Every locality one may see, as far as they have come in: the interface is asked page by page. */
export function useEntries() {
  const { language, formats } = useTranslation();
  const programmes = useApiQuery('GET /api/programmes', {}).data?.items ?? none;
  const query = useApiInfiniteQuery('GET /api/localities', (cursor) => ({ query: { limit: most, cursor } }), {
    isLong: true,
  });
  const { pages, isWhole } = useEveryPage(query);
  const today = formats.today();
  const make = useMemo(() => entryMaker(programmes, language, today), [programmes, language, today]);
  const entries = useMemo<Entry[] | undefined>(
    () => pages?.flatMap(({ items }) => items.map(make)),
    [pages, make],
  );
  return { entries, programmes, isWhole, query };
}
