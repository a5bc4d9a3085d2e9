import type { HistoryEntry } from '../api/types.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { type Kind, kindOf } from './kinds.ts';
import { type Names, tell } from './sentences.ts';

const icons: Record<Kind, IconName> = {
  stages: 'done',
  decisions: 'next',
  commitments: 'note',
  findings: 'target',
  mail: 'mail',
  locality: 'places',
};

/** One entry: who did what, and under it what proves that nobody has altered it. */
export function Entry({ entry, names }: { entry: HistoryEntry; names: Names }) {
  const { words, formats } = useWords();
  const { text, more } = tell(entry, words.history, formats, names);
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
        <summary>{words.history.proof}</summary>
        <dl>
          <dt>{words.history.entry(formats.number(seq))}</dt>
          <dd>
            {action} · {actor} · {formats.moment(at)}
          </dd>
          <dt>{words.history.hash}</dt>
          <dd>
            <code>{hash}</code>
          </dd>
          <dt>{words.history.previousHash}</dt>
          <dd>{previousHash ? <code>{previousHash}</code> : words.history.first}</dd>
          <dt>{words.history.kept}</dt>
          <dd>
            <pre>{JSON.stringify(detail, undefined, 2)}</pre>
          </dd>
        </dl>
      </details>
    </li>
  );
}
