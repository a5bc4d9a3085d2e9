import { useApiQuery } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { useTranslation } from '../words/use-translation.ts';

/** Who is written to at once, as one sentence: these, but not oneself. */
function usePeopleTold(people: readonly string[]): string {
  const { messages, formats } = useTranslation();
  const { data: me } = useApiQuery('GET /api/me', {});
  return messages.gate.tells(formats.list([...new Set(people)].filter((user) => user !== me?.user)));
}

/** Who is written to when a review is asked for: its coordinators, and who approves. */
export function useReviewTold({ coordinators }: LocalityDetail): string {
  const { data: me } = useApiQuery('GET /api/me', {});
  return usePeopleTold([...coordinators, ...(me?.municipality.approvers ?? [])]);
}

/** Who is written to when a gate is decided: whoever asked for the review, if one waits. */
export const useDecisionTold = ({ review }: { review?: { requestedBy: string } }): string =>
  usePeopleTold(review ? [review.requestedBy] : []);
