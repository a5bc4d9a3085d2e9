import {
  hashKey,
  keepPreviousData,
  type QueryClient,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { currentLanguage } from '../words/language.ts';
import { useTranslation } from '../words/use-translation.ts';
import { api } from './client.ts';
import type { ApiRequest, ApiResponse, ReadRoute, RouteName } from './types.ts';

interface Following<Known> {
  enabled?: boolean;
  /** Asks again after so many milliseconds, for as long as what is known lets expect that something happens. */
  every?: (known: Known | undefined) => number | false;
}

const keyOf = (route: string, asked: object, language: string) => [route, asked, language];

/** What a route answers, kept up to date; what was seen last is shown until it is. Many words in it are the API's own. */
export function useApiQuery<Name extends ReadRoute>(
  route: Name,
  asked: ApiRequest<Name>,
  { enabled = true, every }: Following<ApiResponse<Name>> = {},
): UseQueryResult<ApiResponse<Name>> {
  const { language } = useTranslation();
  return useQuery({
    queryKey: keyOf(route, asked, language),
    queryFn: ({ signal }) => api(route, asked, { signal }),
    // The same in the other language will do until this one is here; of another thing nothing is shown.
    placeholderData: (known, before) =>
      hashKey([before?.queryKey[1]]) === hashKey([asked]) ? known : undefined,
    enabled,
    refetchInterval: ({ state }) => every?.(state.data) ?? false,
  });
}

/** What a route answers to several things that are asked of it, in their order; `undefined` until it is known. */
export function useApiQueries<Name extends ReadRoute>(
  route: Name,
  all: ApiRequest<Name>[],
): (ApiResponse<Name> | undefined)[] {
  const { language } = useTranslation();
  const queries = all.map((asked) => ({
    queryKey: keyOf(route, asked, language),
    queryFn: ({ signal }: { signal: AbortSignal }) => api(route, asked, { signal }),
  }));
  return useQueries({ queries }).map(({ data }) => data);
}

/** The answer as it is known now, without asking. */
export const cachedResponse = <Name extends ReadRoute>(
  client: QueryClient,
  route: Name,
  asked: ApiRequest<Name>,
): ApiResponse<Name> | undefined =>
  client.getQueryData<ApiResponse<Name>>(keyOf(route, asked, currentLanguage()));

/** Routes that answer page by page. */
type ListRoute = {
  [Name in ReadRoute]: ApiResponse<Name> extends { items: unknown[]; nextCursor?: string } ? Name : never;
}[ReadRoute];

const nextCursorOf = (page: object): string | undefined =>
  'nextCursor' in page && typeof page.nextCursor === 'string' ? page.nextCursor : undefined;

/** A list, page by page: `fetchNextPage` asks for more. Long ones are not asked for anew whenever somebody looks back. */
export function useApiInfiniteQuery<Name extends ListRoute>(
  route: Name,
  askedOf: (cursor: string | undefined) => ApiRequest<Name>,
  { isLong = false }: { isLong?: boolean } = {},
) {
  const { language } = useTranslation();
  const first: string | undefined = undefined;
  return useInfiniteQuery({
    queryKey: [...keyOf(route, askedOf(undefined), language), 'pages'],
    // Kept in this browser, the first page's `undefined` comes back as `null`.
    queryFn: ({ signal, pageParam }) => api(route, askedOf(pageParam ?? undefined), { signal }),
    initialPageParam: first,
    getNextPageParam: nextCursorOf,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: !isLong,
  });
}

interface Attempt {
  asked: object;
  key: string;
}

/** Whether two writes ask for the same; a file is the same as itself alone. */
function isSame(one: object, other: object): boolean {
  const fileOf = (asked: object) => ('body' in asked && asked.body instanceof Blob ? asked.body : undefined);
  return fileOf(one) === fileOf(other) && JSON.stringify(one) === JSON.stringify(other);
}

/** A write; when it is done, everything that a locality shows is asked for again. */
export function useApiMutation<Name extends Exclude<RouteName, ReadRoute>>(route: Name) {
  const client = useQueryClient();
  const failed = useRef<Attempt>(undefined);
  return useMutation({
    mutationFn: async (asked: ApiRequest<Name>) => {
      // The answer to a failed attempt may have been lost on the way: the same again goes by the same key.
      const before = failed.current;
      const key = before && isSame(before.asked, asked) ? before.key : crypto.randomUUID();
      failed.current = { asked, key };
      const answer = await api(route, asked, { key });
      failed.current = undefined;
      return answer;
    },
    // Not waited for: what is shown may take the very form away that is to hear that it was saved.
    onSuccess: () => {
      void client.invalidateQueries();
    },
  });
}
