import { useEffect, useRef } from 'react';
import { useTranslation } from '../words/use-translation.ts';
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
  onRetryWithVersion: () => void;
  onDiscard: () => void;
}

/** Somebody else changed it while it was being edited: both are shown, and the person settles it. */
export function Conflict({ differences, isBusy, onRetryWithVersion, onDiscard }: ConflictProps) {
  const { messages } = useTranslation();
  const heading = useRef<HTMLParagraphElement>(null);
  // It stands where the person looks, and the keyboard goes on from there.
  useEffect(() => heading.current?.focus(), []);
  return (
    <Notice tone="problem">
      <p ref={heading} tabIndex={-1}>
        <strong>{messages.conflict.title}</strong>
      </p>
      <p>{messages.conflict.text}</p>
      <dl className="conflict">
        {differences.map(({ key, label, now, yours }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              <span className="soft">{messages.conflict.now}</span> {now || messages.conflict.nothing}
            </dd>
            {yours !== undefined && (
              <dd>
                <span className="soft">{messages.conflict.yours}</span> {yours || messages.conflict.nothing}
              </dd>
            )}
          </div>
        ))}
      </dl>
      <p className="row">
        <button type="button" className="main" aria-disabled={isBusy} onClick={onRetryWithVersion}>
          {messages.conflict.retryWithVersion}
        </button>
        <button type="button" onClick={onDiscard}>
          {messages.conflict.discard}
        </button>
      </p>
    </Notice>
  );
}
