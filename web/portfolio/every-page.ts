import { useEffect } from 'react';

interface Pages<Page> {
  data?: { pages: Page[] };
  hasNextPage: boolean;
  isFetching: boolean;
  isError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/**
 * Asks for the pages of a list one after the other until all are there. A page that did not come is not asked for again
 * by itself: whoever shows the list says so, with a button that does.
 */
export function useEveryPage<Page>({ data, hasNextPage, isFetching, isError, fetchNextPage }: Pages<Page>): {
  pages: Page[] | undefined;
  isWhole: boolean;
} {
  const isNext = hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (isNext) void fetchNextPage();
  }, [isNext, fetchNextPage]);
  return { pages: data?.pages, isWhole: data !== undefined && !hasNextPage };
}
