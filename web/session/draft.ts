import { useState } from 'react';

const prefix = 'etapas.draft.';

const kept = (name: string): unknown => {
  const text = sessionStorage.getItem(prefix + name);
  return text === null ? undefined : JSON.parse(text);
};

/**
 * What somebody is typing, kept in this tab until it is saved: neither a lost session nor a reload loses it.
 * @param name of the form, with what it is about
 * @param first what it begins with
 */
export function useDraft<Value extends object>(name: string, first: Value) {
  const [changes, setChanges] = useState<Partial<Value>>(() => ({ ...Object(kept(name)) }));
  const draft: Value = { ...first, ...changes };
  return {
    draft,
    change: (change: Partial<Value>) => {
      const next = { ...changes, ...change };
      sessionStorage.setItem(prefix + name, JSON.stringify(next));
      setChanges(next);
    },
    /** It was saved, or given up. */
    forget: () => {
      sessionStorage.removeItem(prefix + name);
      setChanges({});
    },
  };
}

/** Whether something was typed there and not saved. */
export const hasDraft = (name: string): boolean => sessionStorage.getItem(prefix + name) !== null;
