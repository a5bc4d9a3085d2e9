import {
  keepPreviousData,
  type QueryClient,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { currentLanguage } from '../words/language.ts';
import { useWords } from '../words/use-words.ts';
import { api } from './client.ts';
import type { Answer, Asked, ReadRoute, RouteName } from './types.ts';

interface Following {
  enabled?: boolean;
  /** Asks again after so many milliseconds, while something is expected to happen. */
  every?: number;
}

const keyOf = (route: string, asked: object, language: string) => [route, asked, language];

/** What a route answers, kept up to date; what was seen last is shown until it is. Many words in it are the API's own. */
export function useAnswer<Name extends ReadRoute>(
  route: Name,
  asked: Asked<Name>,
  { enabled = true, every }: Following = {},
): UseQueryResult<Answer<Name>> {
  const { language } = useWords();
  return useQuery({
    queryKey: keyOf(route, asked, language),
    queryFn: ({ signal }) => api(route, asked, { signal }),
    placeholderData: keepPreviousData,
    enabled,
    refetchInterval: every,
  });
}

/** The answer as it is known now, without asking. */
export const knownAnswer = <Name extends ReadRoute>(
  client: QueryClient,
  route: Name,
  asked: Asked<Name>,
): Answer<Name> | undefined => client.getQueryData<Answer<Name>>(keyOf(route, asked, currentLanguage()));

/** Routes that answer page by page. */
type ListRoute = {
  [Name in ReadRoute]: Answer<Name> extends { items: unknown[]; nextCursor?: string } ? Name : never;
}[ReadRoute];

const nextCursorOf = (page: object): string | undefined =>
  'nextCursor' in page && typeof page.nextCursor === 'string' ? page.nextCursor : undefined;

/** A list, page by page: `fetchNextPage` asks for more. */
export function usePages<Name extends ListRoute>(
  route: Name,
  askedOf: (cursor: string | undefined) => Asked<Name>,
) {
  const { language } = useWords();
  const first: string | undefined = undefined;
  return useInfiniteQuery({
    queryKey: [...keyOf(route, askedOf(undefined), language), 'pages'],
    queryFn: ({ signal, pageParam }) => api(route, askedOf(pageParam), { signal }),
    initialPageParam: first,
    getNextPageParam: nextCursorOf,
    placeholderData: keepPreviousData,
  });
}

/** A write; when it is done, everything that a locality shows is asked for again. */
export function useWrite<Name extends Exclude<RouteName, ReadRoute>>(route: Name) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: Asked<Name>) => api(route, asked),
    onSuccess: () => client.invalidateQueries(),
  });
}
