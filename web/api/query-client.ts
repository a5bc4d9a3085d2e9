import { QueryClient } from '@tanstack/react-query';
import { NoConnection, ProblemError } from './problem.ts';

/** Worth asking again: what was not reached, or is too busy. */
const mayPass = (error: unknown) =>
  error instanceof NoConnection || (error instanceof ProblemError && error.status >= 500);

/** How answers are kept and asked for again. Whether the network is there, the requests themselves find out. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 15_000,
      // What is kept is bounded by its age when it is taken up again.
      gcTime: Number.POSITIVE_INFINITY,
      retry: (failures, error) => failures < 2 && mayPass(error),
      retryDelay: (failures) => 500 * 2 ** failures,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
