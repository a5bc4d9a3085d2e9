import { useApiQuery } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { useTranslation } from '../words/use-translation.ts';

/** Who will be written to of what happens at a gate, as one sentence: its coordinators, and who approves. */
export function usePeopleTold({ coordinators }: LocalityDetail): string {
  const { messages, formats } = useTranslation();
  const { data: me } = useApiQuery('GET /api/me', {});
  const people = new Set([...coordinators, ...(me?.municipality.approvers ?? [])]);
  return messages.gate.tells(formats.list([...people]));
}
