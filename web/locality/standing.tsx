import { useWrite } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { Notice } from '../parts/notice.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { toast } from '../parts/toast.tsx';
import { useWords } from '../words/use-words.ts';
import { useMayChange } from './access.ts';

/** What is to be known before anything else of a locality that is not worked on now. */
export function Standing({ locality: { id, status } }: { locality: LocalityDetail }) {
  const { words } = useWords();
  const mayChange = useMayChange();
  const resume = useWrite('POST /api/localities/{id}/resume');
  if (status === 'completed' || status === 'closed')
    return (
      <Notice tone={status === 'completed' ? 'good' : 'warning'}>
        <p>{words.locality.over[status]}</p>
      </Notice>
    );
  if (status === 'active')
    return mayChange === false ? (
      <Notice tone="warning">
        <p>{words.locality.readOnly}</p>
      </Notice>
    ) : null;
  const run = () =>
    resume.mutate({ params: { id }, body: {} }, { onSuccess: () => toast(words.locality.resumed) });
  return (
    <Notice tone="warning">
      <p>{words.locality.onHold}</p>
      <ProblemNotice problem={resume.error} />
      {mayChange && (
        <p>
          <button type="button" aria-disabled={resume.isPending} onClick={run}>
            {words.locality.resume}
          </button>
        </p>
      )}
    </Notice>
  );
}
