import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import type { Stage, Step } from '../api/types.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { personName } from '../parts/person-name.ts';
import { useStore } from '../parts/store.ts';
import { useWords } from '../words/use-words.ts';
import { giveUp, insist } from './sender.ts';
import { type Waiting, waiting } from './waiting.ts';
import './waiting-dialog.css';

/** Everything that was not sent yet; what met trouble is settled here. */
export function WaitingDialog({ onClose }: { onClose: () => void }) {
  const { words } = useWords();
  const all = useStore(waiting);
  return (
    <Dialog title={words.offline.title} onClose={onClose}>
      <p>{all.length > 0 ? words.offline.text : words.offline.none}</p>
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

function WaitingOne({ one }: { one: Waiting }) {
  const { words, language, formats } = useWords();
  const { trouble } = one;
  const state =
    trouble?.kind === 'conflict'
      ? words.offline.isConflict
      : trouble
        ? words.offline.isRefused
        : words.offline.isWaiting;
  return (
    <>
      <h3>{one.activity.name[language]}</h3>
      <p className="soft">
        {one.locality.name} · {words.offline.madeAt(formats.moment(one.madeAt))}
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
            <button type="button" onClick={() => void giveUp(one)}>
              {words.offline.discard}
            </button>
          </p>
        </>
      )}
    </>
  );
}

/** The activity or step as it is now: at the last visit of the stage that has it. */
function activityNow(stages: Stage[], { stage, activity }: Waiting): Step | undefined {
  const visits = stages.find((one) => one.stage === stage)?.visits ?? [];
  return visits
    .flatMap(({ activities }) => activities.flatMap((one) => [one, ...(one.steps ?? [])]))
    .findLast(({ key }) => key === activity.key);
}

/** What both said, side by side; the person chooses. */
function Conflict({ one }: { one: Waiting }) {
  const { words } = useWords();
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
          <dt>{words.offline.yours}</dt>
          <dd>
            <Recorded entry={one.entry} />
          </dd>
        </div>
        {theirs && (
          <div>
            <dt>
              {words.offline.theirs}
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
          <button type="button" onClick={() => void insist(one, theirs.version)}>
            {words.offline.keepYours}
          </button>
          <button type="button" onClick={() => void giveUp(one)}>
            {words.offline.keepTheirs}
          </button>
        </div>
      )}
    </>
  );
}

function Recorded({ entry }: { entry: Pick<Step, 'status' | 'note'> & { evidence?: unknown[] } }) {
  const { words } = useWords();
  const documents = entry.evidence?.length ?? 0;
  return (
    <>
      {words.checklist.states[entry.status]}
      {documents > 0 && ` · ${words.offline.evidenceCount(documents)}`}
      {entry.note && <p>«{entry.note}»</p>}
    </>
  );
}
