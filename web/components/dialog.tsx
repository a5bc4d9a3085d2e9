import { type ReactNode, type SubmitEvent, type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from '../words/use-translation.ts';
import './dialog.css';

interface DialogProps {
  title: string;
  children: ReactNode;
  onClose: () => void;
  /** Without it there is nothing to confirm, and one button closes. */
  confirm?: { label: string; grave?: boolean; busy?: boolean; run: () => void };
}

/** A question in front of the page; the page waits until it is answered. Escape and the first button leave it as it was. */
export function Dialog({ title, children, onClose, confirm }: DialogProps) {
  const { messages } = useTranslation();
  const element = useRef<HTMLDialogElement>(null);
  const begin = useRef<HTMLHeadingElement>(null);
  const heading = useId();
  // Closed before it is taken away, so that the focus goes back to where it was opened.
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    // It begins with what it is about, not with the first thing that could be typed.
    begin.current?.focus();
    return () => dialog?.close();
  }, []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!confirm?.busy) confirm?.run();
  };
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog ref={element} aria-labelledby={heading} onCancel={cancel} onClose={onClose}>
      <form onSubmit={submit}>
        <h2 id={heading} ref={begin} tabIndex={-1}>
          {title}
        </h2>
        {children}
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {confirm ? messages.parts.cancel : messages.parts.close}
          </button>
          {confirm && (
            <button type="submit" className={confirm.grave ? 'grave' : 'main'} aria-disabled={confirm.busy}>
              {confirm.busy ? messages.parts.saving : confirm.label}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}
