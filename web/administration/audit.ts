import { useEffect, useRef, useState } from 'react';
import { api } from '../api/client.ts';
import type { ApiResponse } from '../api/types.ts';

type Page = ApiResponse<'GET /api/audit'>;
export type Finding = Page['findings'][number];

/** How far a check of all records has come, and what it has found so far. */
export interface Audit {
  state: 'untouched' | 'running' | 'stopped' | 'done';
  /** How many localities and people were looked at. */
  checked: number;
  findings: Finding[];
  /** Where it goes on. */
  cursor?: string;
  /** Why it stopped, unless somebody stopped it. */
  problem?: unknown;
}

export const untouched: Audit = { state: 'untouched', checked: 0, findings: [] };

/** One page further; the last one ends it. */
export const afterPage = (audit: Audit, { checked, findings, nextCursor }: Page): Audit => ({
  state: nextCursor === undefined ? 'done' : audit.state,
  checked: audit.checked + checked,
  findings: [...audit.findings, ...findings],
  cursor: nextCursor,
});

/** A check of all records, page by page; one that was stopped, or met a problem, goes on where it was. */
export function useAudit() {
  const [audit, setAudit] = useState(untouched);
  const control = useRef<AbortController>(undefined);
  useEffect(() => () => control.current?.abort(), []);

  async function run(from: Audit): Promise<void> {
    const stopping = new AbortController();
    control.current = stopping;
    const { signal } = stopping;
    let now: Audit = { ...from, state: 'running', problem: undefined };
    setAudit(now);
    try {
      while (now.state === 'running') {
        const { cursor } = now;
        now = afterPage(now, await api('GET /api/audit', { query: { cursor } }, { signal }));
        setAudit(now);
      }
    } catch (problem) {
      setAudit({ ...now, state: 'stopped', problem: signal.aborted ? undefined : problem });
    }
  }

  return {
    audit,
    start: () => void run(untouched),
    goOn: () => void run(audit),
    stop: () => control.current?.abort(),
  };
}
