import { useState } from 'react';
import { ProblemError } from '../api/problem.ts';
import { useDraft } from '../session/draft.ts';
import { useTranslation } from '../words/use-translation.ts';
import { toast } from './toast.tsx';

interface Edited<Value, Typed, Edit> {
  /** Names the draft. */
  name: string;
  /** What is edited, as it is known now. */
  value: Value;
  toFormValues: (value: Value) => Typed;
  toPatch: (base: Typed, typed: Typed) => Edit;
  merge: (base: Typed, typed: Typed, now: Typed) => Typed;
  write: (edit: Edit, version: number) => Promise<Value>;
  /** Asks for what is edited as it is now. */
  read: () => Promise<Value>;
  /** What is said when it was saved. */
  saved: (value: Value) => string;
}

/**
 * What somebody changes of something, kept with the version that it began from until it is saved. Where somebody else was
 * faster, `theirs` is what it is now, for the person to settle.
 */
export function useEditing<Value extends { version: number }, Typed extends object, Edit extends object>(
  edited: Edited<Value, Typed, Edit>,
) {
  const { value, toFormValues, toPatch, merge, write, read, saved } = edited;
  const { messages } = useTranslation();
  const seen = toFormValues(value);
  const kept = useDraft(edited.name, { typed: seen, base: seen, version: value.version });
  const { version } = kept.draft;
  // A draft that an earlier version of the app kept says nothing of what came since.
  const typed = { ...seen, ...kept.draft.typed };
  const base = { ...seen, ...kept.draft.base };
  const [theirs, setTheirs] = useState<Value>();
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  // The first change holds on to what it began from, whatever a list says later.
  const keep = (next: Typed) => kept.change({ typed: next, base, version });
  const done = () => {
    kept.forget();
    setTheirs(undefined);
    setProblem(undefined);
  };

  async function refused(error: unknown): Promise<void> {
    const isStale = error instanceof ProblemError && error.is('stale-version');
    // Where it cannot be told what it is now, the refusal itself says what to do.
    const now = isStale ? await read().catch((): undefined => undefined) : undefined;
    setTheirs(now);
    setProblem(now ? undefined : error);
  }

  /** Answers what it is now, or nothing when it was refused: then everything typed is still there. */
  async function send(from: Typed, to: Typed, seenVersion: number): Promise<Value | undefined> {
    if (isBusy) return undefined;
    const edit = toPatch(from, to);
    if (Object.keys(edit).length === 0) return value;
    setBusy(true);
    setProblem(undefined);
    try {
      return await write(edit, seenVersion);
    } catch (error) {
      await refused(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  /** Undoing is a change of its own, on top of the one that it undoes. */
  const undo = (now: Value, before: Typed) => async () => {
    const undone = await send(toFormValues(now), before, now.version);
    if (undone) toast(messages.parts.undone);
  };

  async function save(part: Partial<Typed> = {}): Promise<boolean> {
    const to = { ...typed, ...part };
    if (Object.keys(part).length > 0) keep(to);
    const now = await send(base, to, version);
    if (!now) return false;
    done();
    if (now !== value) toast(saved(now), () => void undo(now, base)());
    return true;
  }

  /** The person stands by what they wrote, having seen what it is now. */
  async function retryWithVersion(): Promise<boolean> {
    if (!theirs) return false;
    const before = toFormValues(theirs);
    const now = await send(before, merge(base, typed, before), theirs.version);
    if (!now) return false;
    done();
    toast(saved(now));
    return true;
  }

  return {
    typed,
    base,
    theirs,
    problem,
    isBusy,
    save,
    retryWithVersion,
    discard: done,
    change: (part: Partial<Typed>) => keep({ ...typed, ...part }),
  };
}
