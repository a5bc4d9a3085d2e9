import { type ReactNode, useEffect, useRef } from 'react';
import { useConfig } from '../config-context.ts';
import './screen.css';

let shown = 0;

interface ScreenProps {
  title: string;
  /** Beside the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/**
 * One screen with its title. Going to another one puts the focus on its title, so that it is read out and the keyboard
 * goes on from there; the first one leaves the focus where the browser has it.
 */
export function Screen({ title, aside, children }: ScreenProps) {
  const { municipality } = useConfig();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (shown > 0) {
      window.scrollTo(0, 0);
      heading.current?.focus();
    }
    shown += 1;
  }, []);
  useEffect(() => {
    document.title = `${title} · Etapas · ${municipality.name}`;
  }, [title, municipality.name]);
  return (
    <div className="screen">
      <div className="stack-close">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </div>
      {children}
    </div>
  );
}
