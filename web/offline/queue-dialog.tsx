import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import type { Stage, Step } from '../api/types.ts';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { personName } from '../components/person-name.ts';
import { useStore } from '../components/store.ts';
import { useTranslation } from '../words/use-translation.ts';
import { type QueuedWrite, queue } from './queue.ts';
import { discard, retryWithVersion } from './sender.ts';
import './queue-dialog.css';

/** Everything that was not sent yet; what met trouble is settled here. */
export function QueueDialog({ onClose }: { onClose: () => void }) {
  const { messages } = useTranslation();
  const all = useStore(queue);
  return (
    <Dialog title={messages.offline.title} onClose={onClose}>
      <p>{all.length > 0 ? messages.offline.text : messages.offline.none}</p>
      <ul>
        {all.map((one) => (
          <li key={one.key} className="waiting-one">
            <WaitingOne one={one} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function WaitingOne({ one }: { one: QueuedWrite }) {
  const { messages, language, formats } = useTranslation();
  const { trouble } = one;
  const state =
    trouble?.kind === 'conflict'
      ? messages.offline.isConflict
      : trouble
        ? messages.offline.isRefused
        : messages.offline.isWaiting;
  return (
    <>
      <h3>{one.activity.name[language]}</h3>
      <p className="soft">
        {one.locality.name} · {messages.offline.madeAt(formats.moment(one.madeAt))}
      </p>
      <p className={trouble ? 'late' : undefined}>
        <Icon name={trouble ? 'missing' : 'waiting'} /> {state}
      </p>
      {trouble?.kind === 'conflict' && <Conflict one={one} />}
      {trouble?.kind === 'refused' && (
        <>
          <p>{trouble.detail}</p>
          <Recorded entry={one.entry} />
          <p>
            <button type="button" onClick={() => void discard(one)}>
              {messages.offline.discard}
            </button>
          </p>
        </>
      )}
    </>
  );
}

/** The activity or step as it is now: at the last visit of the stage that has it. */
function activityNow(stages: Stage[], { stage, activity }: QueuedWrite): Step | undefined {
  const visits = stages.find((one) => one.stage === stage)?.visits ?? [];
  return visits
    .flatMap(({ activities }) => activities.flatMap((one) => [one, ...(one.steps ?? [])]))
    .findLast(({ key }) => key === activity.key);
}

/** What both said, side by side; the person chooses. */
function Conflict({ one }: { one: QueuedWrite }) {
  const { messages } = useTranslation();
  const now = useQuery({
    queryKey: ['conflict', one.key],
    queryFn: () => api('GET /api/localities/{id}/stages', { params: { id: one.locality.id } }),
    staleTime: 0,
  });
  const theirs = now.data && activityNow(now.data.items, one);
  return (
    <>
      <dl>
        <div>
          <dt>{messages.offline.yours}</dt>
          <dd>
            <Recorded entry={one.entry} />
          </dd>
        </div>
        {theirs && (
          <div>
            <dt>
              {messages.offline.theirs}
              {theirs.changedBy && ` (${personName(theirs.changedBy)})`}
            </dt>
            <dd>
              <Recorded entry={theirs} />
            </dd>
          </div>
        )}
      </dl>
      {theirs && (
        <div className="row">
          <button type="button" onClick={() => void retryWithVersion(one, theirs.version)}>
            {messages.offline.keepYours}
          </button>
          <button type="button" onClick={() => void discard(one)}>
            {messages.offline.keepTheirs}
          </button>
        </div>
      )}
    </>
  );
}

function Recorded({ entry }: { entry: Pick<Step, 'status' | 'note'> & { evidence?: unknown[] } }) {
  const { messages } = useTranslation();
  const documents = entry.evidence?.length ?? 0;
  return (
    <>
      {messages.checklist.states[entry.status]}
      {documents > 0 && ` · ${messages.offline.evidenceCount(documents)}`}
      {entry.note && <p>«{entry.note}»</p>}
    </>
  );
}
