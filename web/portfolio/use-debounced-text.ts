import { useEffect, useRef, useState } from 'react';

const pause = 300;

/**
 * What is being typed, written down when the typing pauses, since browsers refuse an address that changes with every
 * key; taken over when what is written down changes by itself, as by the back button.
 */
export function useDebouncedText(
  written: string,
  write: (typed: string) => void,
): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(written);
  const last = useRef(written);
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  useEffect(() => {
    if (written === last.current) return;
    last.current = written;
    setTyped(written);
  }, [written]);
  useEffect(() => {
    if (typed === last.current) return;
    const timer = setTimeout(() => {
      last.current = typed;
      latest.current(typed);
    }, pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped];
}
