import { get, set } from 'idb-keyval';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useApiQuery } from '../api/queries.ts';
import type { Locality } from '../api/types.ts';
import { addressOf } from '../locality/addresses.ts';
import { storageFor } from '../offline/storage.ts';
import { session } from '../session/session.ts';
import { useTranslation } from '../words/use-translation.ts';
import { type Change, changesSince, type Stood, standing } from './last-visit.ts';

const keptAs = 'last-visit';
/** How things stood when this visit began: within one visit they are compared with the same. */
let before: Promise<Stood[] | undefined> | undefined;

async function lastVisit(now: Stood[]): Promise<Stood[] | undefined> {
  const who = session.get();
  if (!('subject' in who)) return undefined;
  const kept = storageFor(who.subject);
  before ??= get<Stood[]>(keptAs, kept);
  const last = await before;
  await set(keptAs, now, kept);
  return last;
}

/** What became of one's localities since the last visit; nothing where there are more than one page tells of. */
export function Changes() {
  const { data } = useApiQuery('GET /api/localities', { query: { limit: 200 } });
  const programmes = useApiQuery('GET /api/programmes', {});
  const [changes, setChanges] = useState<Change[]>([]);
  const whole = data && data.nextCursor === undefined ? data.items : undefined;
  const known = programmes.data?.items;
  useEffect(() => {
    const tell = async (localities: Locality[]) => {
      const now = localities.map(standing);
      const last = await lastVisit(now);
      const order = (programme: string) =>
        known?.find(({ id }) => id === programme)?.stages.map(({ key }) => key) ?? [];
      setChanges(last ? changesSince(last, now, order) : []);
    };
    if (whole && known) void tell(whole);
  }, [whole, known]);
  return changes.length > 0 ? <ChangesShown changes={changes} /> : null;
}

function ChangesShown({ changes }: { changes: Change[] }) {
  const { messages, language } = useTranslation();
  const { data } = useApiQuery('GET /api/programmes', {});
  const said = (change: Change) => {
    if (change.kind !== 'moved' && change.kind !== 'returned') return messages.today.changed[change.kind];
    const stages = data?.items.find(({ id }) => id === change.programme)?.stages;
    const stage = stages?.find(({ key }) => key === change.stage)?.name[language] ?? change.stage;
    return messages.today.changed[change.kind](stage);
  };
  return (
    <section className="card stack-close">
      <h2>{messages.today.changes}</h2>
      <ul className="dates">
        {changes.map((change) => (
          <li key={change.id}>
            <Link href={addressOf(change.id)}>{change.name}</Link>
            <span>{said(change)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
