import { useEffect, useRef } from 'react';
import { useWords } from '../words/use-words.ts';
import { Notice } from './notice.tsx';
import './conflict.css';

export interface Difference {
  key: string;
  label: string;
  /** What it is now, as somebody else left it. */
  now: string;
  /** What the person wrote; absent where they left it as it was. */
  yours?: string;
}

interface ConflictProps {
  differences: Difference[];
  isBusy: boolean;
  onInsist: () => void;
  onGiveUp: () => void;
}

/** Somebody else changed it while it was being edited: both are shown, and the person settles it. */
export function Conflict({ differences, isBusy, onInsist, onGiveUp }: ConflictProps) {
  const { words } = useWords();
  const heading = useRef<HTMLParagraphElement>(null);
  // It stands where the person looks, and the keyboard goes on from there.
  useEffect(() => heading.current?.focus(), []);
  return (
    <Notice tone="problem">
      <p ref={heading} tabIndex={-1}>
        <strong>{words.conflict.title}</strong>
      </p>
      <p>{words.conflict.text}</p>
      <dl className="conflict">
        {differences.map(({ key, label, now, yours }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              <span className="soft">{words.conflict.now}</span> {now || words.conflict.nothing}
            </dd>
            {yours !== undefined && (
              <dd>
                <span className="soft">{words.conflict.yours}</span> {yours || words.conflict.nothing}
              </dd>
            )}
          </div>
        ))}
      </dl>
      <p className="row">
        <button type="button" className="main" aria-disabled={isBusy} onClick={onInsist}>
          {words.conflict.insist}
        </button>
        <button type="button" onClick={onGiveUp}>
          {words.conflict.giveUp}
        </button>
      </p>
    </Notice>
  );
}
