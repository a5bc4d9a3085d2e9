import { useAnswer } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { useWords } from '../words/use-words.ts';

/** Who will be written to of what happens at a gate, as one sentence: its coordinators, and who approves. */
export function usePeopleTold({ coordinators }: LocalityDetail): string {
  const { words, formats } = useWords();
  const { data: me } = useAnswer('GET /api/me', {});
  const people = new Set([...coordinators, ...(me?.municipality.approvers ?? [])]);
  return words.gate.tells(formats.list([...people]));
}
