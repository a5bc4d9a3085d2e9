import { del, get, set } from 'idb-keyval';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from '../components/store.ts';
import { storageFor } from '../offline/storage.ts';
import { session } from '../session/session.ts';
import type { Bench } from './bench.ts';

const keptAs = 'targeting';
/** A slider that is being moved is not written down at every step. */
const pause = 400;

/** The bench of whoever is signed in: kept in this browser, since nobody else is to see it before it is frozen. */
export function useBench() {
  const who = useStore(session);
  const subject = 'subject' in who ? who.subject : '';
  const kept = useMemo(() => storageFor(subject), [subject]);
  /** Undefined until it was looked for. */
  const [bench, setBench] = useState<Bench | null>();
  const latest = useRef(() => {});
  const written = useRef<Bench | null>(undefined);
  useEffect(() => {
    let isOver = false;
    const read = async () => {
      const known = await get<Bench>(keptAs, kept);
      if (isOver) return;
      written.current = known?.shape === 1 ? known : null;
      setBench(written.current);
    };
    void read();
    return () => {
      isOver = true;
    };
  }, [kept]);
  useEffect(() => {
    if (bench === undefined || bench === written.current) return;
    const write = () => {
      written.current = bench;
      void set(keptAs, bench, kept);
    };
    const timer = setTimeout(write, pause);
    // Whoever leaves in between has it written down at once.
    const leave = () => {
      if (written.current !== bench) write();
    };
    window.addEventListener('pagehide', leave);
    latest.current = leave;
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', leave);
    };
  }, [bench, kept]);
  useEffect(() => () => latest.current(), []);
  return {
    bench,
    put: (next: Bench) => setBench(next),
    /** It was frozen, or is given up: nothing of it is kept here. */
    discard: async () => {
      written.current = null;
      latest.current = () => {};
      setBench(null);
      await del(keptAs, kept);
    },
    change: (part: Partial<Bench>) => setBench((now) => now && { ...now, ...part }),
  };
}
