import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from '../words/use-translation.ts';
import { ProblemNotice } from './problem-notice.tsx';
import './query-boundary.css';

/** Something is on its way. */
export const Loading = () => (
  <p className="loading" role="status">
    {useTranslation().messages.parts.loading}
  </p>
);

/** A list with nothing in it says so, and what to do about it. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty">
    <p>
      <strong>{title}</strong>
    </p>
    {children}
  </div>
);

interface QueryBoundaryProps<Value> {
  query: Pick<UseQueryResult<Value>, 'data' | 'error' | 'refetch'>;
  children: (value: Value) => ReactNode;
}

/**
 * What a query answered; until then that it is on its way, or why it did not come. What was seen before stays shown
 * when it cannot be had anew: the frame says that there is no connection.
 */
export function QueryBoundary<Value>({
  query: { data, error, refetch },
  children,
}: QueryBoundaryProps<Value>) {
  if (data !== undefined) return children(data);
  if (error) return <ProblemNotice problem={error} again={() => void refetch()} />;
  return <Loading />;
}
