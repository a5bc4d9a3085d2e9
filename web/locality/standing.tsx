import { policies } from '../../domain/policies.ts';
import { useApiMutation } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { toast } from '../components/toast.tsx';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import { Relatives } from './relatives.tsx';

/** What is to be known before anything else of a locality that is not worked on now. */
export function Standing({ locality }: { locality: LocalityDetail }) {
  const { id, status, continuedBy = [] } = locality;
  const { messages } = useTranslation();
  const mayRecord = useMay(policies.activity.record);
  const mayResume = useMay(policies.locality.resume);
  const resume = useApiMutation('POST /api/localities/{id}/resume');
  if (status === 'completed' || status === 'closed')
    return (
      <Notice tone={status === 'completed' ? 'good' : 'warning'}>
        <p>{messages.locality.over[status]}</p>
        <Relatives label={messages.locality.continuedBy} ids={continuedBy} />
      </Notice>
    );
  if (status === 'active')
    return mayRecord === false ? (
      <Notice tone="warning">
        <p>{messages.locality.readOnly}</p>
      </Notice>
    ) : null;
  const run = () =>
    resume.mutate({ params: { id }, body: {} }, { onSuccess: () => toast(messages.locality.resumed) });
  return (
    <Notice tone="warning">
      <p>{messages.locality.onHold}</p>
      <ProblemNotice problem={resume.error} />
      {mayResume && (
        <p>
          <button type="button" aria-disabled={resume.isPending} onClick={run}>
            {messages.locality.resume}
          </button>
        </p>
      )}
    </Notice>
  );
}
