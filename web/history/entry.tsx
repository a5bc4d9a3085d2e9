import type { HistoryEntry } from '../api/types.ts';
import { Icon, type IconName } from '../components/icon.tsx';
import { useTranslation } from '../words/use-translation.ts';
import type { Kind } from './kinds.ts';
import { formatEvent, kindOf, type Names } from './sentences.ts';

const icons: Record<Kind, IconName> = {
  stages: 'done',
  decisions: 'next',
  commitments: 'note',
  work: 'add',
  findings: 'target',
  mail: 'mail',
  locality: 'places',
};

/** One entry: who did what, and under it what proves that nobody has altered it. */
export function Entry({ entry, names }: { entry: HistoryEntry; names: Names }) {
  const { messages, formats } = useTranslation();
  const { text, more } = formatEvent(entry, messages.history, formats, names);
  const { seq, at, actor, action, detail, hash, previousHash } = entry;
  return (
    <li className="entry">
      <Icon name={icons[kindOf(action)]} />
      <div>
        <p>
          <strong>{names.person(actor)}</strong>{' '}
          <time className="soft" dateTime={at}>
            {formats.time(at)}
          </time>
        </p>
        <p>{text}</p>
        {more.map((line) => (
          <p key={line} className="soft">
            {line}
          </p>
        ))}
      </div>
      <details>
        <summary>{messages.history.proof}</summary>
        <dl>
          <dt>{messages.history.entry(formats.number(seq))}</dt>
          <dd>
            {action} · {actor} · {formats.moment(at)}
          </dd>
          <dt>{messages.history.hash}</dt>
          <dd>
            <code>{hash}</code>
          </dd>
          <dt>{messages.history.previousHash}</dt>
          <dd>{previousHash ? <code>{previousHash}</code> : messages.history.first}</dd>
          <dt>{messages.history.kept}</dt>
          <dd>
            <pre>{JSON.stringify(detail, undefined, 2)}</pre>
          </dd>
        </dl>
      </details>
    </li>
  );
}
