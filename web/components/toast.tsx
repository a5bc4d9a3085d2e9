import { useEffect, useState } from 'react';
import { useTranslation } from '../words/use-translation.ts';
import { store, useStore } from './store.ts';
import './toast.css';

interface Toast {
  id: number;
  text: string;
  undo?: () => void;
}

const shown = store<Toast | undefined>(undefined);
let count = 0;

/** Says that something was done and, where it can be, lets it be undone. The next one takes its place. */
export function toast(text: string, undo?: () => void): void {
  count += 1;
  shown.set({ id: count, text, undo });
}

/** Long enough to read it and to reach its button. */
const stays = 10_000;

/** Where what was done is told. It stays while the pointer or the focus is on it. */
export function Toasts() {
  const { messages } = useTranslation();
  const current = useStore(shown);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!current || held) return;
    const timer = setTimeout(() => shown.set(undefined), stays);
    return () => clearTimeout(timer);
  }, [current, held]);
  const close = () => shown.set(undefined);
  return (
    <div
      className="toasts"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {current && (
        <div className="toast" key={current.id}>
          <span>{current.text}</span>
          {current.undo && (
            <button
              type="button"
              onClick={() => {
                current.undo?.();
                close();
              }}
            >
              {messages.parts.undo}
            </button>
          )}
          <button type="button" onClick={close}>
            {messages.parts.closeNotice}
          </button>
        </div>
      )}
    </div>
  );
}
