import * as z from 'zod';
import type { Caller } from '../caller.ts';
import { bumpRevision, type Change } from '../change.ts';
import { isStored, overrideSubject, type TaskKind } from '../derived-tasks.ts';
import { Problem } from '../errors.ts';
import { freeText } from '../free-text.ts';
import type { Locality } from '../locality.ts';

export const TaskDone = z.strictObject({ note: freeText(2_000).min(1).optional() });

/**
 * Somebody says that a task is done: they told the person, found another way, saw to what was let pass.
 * @throws Problem `clears-itself` for what goes away only when its cause does
 */
export function finishTask(
  locality: Locality,
  task: { kind: TaskKind; locality: string; subject: string },
  note: string | undefined,
  caller: Caller,
): Change {
  const { kind, subject } = task;
  const overrides = locality.overrides.filter((override) => overrideSubject(override) !== subject);
  const settles = kind === 'override-expired' && overrides.length < locality.overrides.length;
  if (!isStored(task) && !settles) throw new Problem('clears-itself');
  return {
    locality: bumpRevision(locality, settles ? { overrides } : {}),
    visits: [],
    tasks: { open: [], clear: isStored(task) ? [task] : [] },
    event: { actor: caller.user, action: 'task-done', detail: { kind, subject, note } },
    outbox: [],
  };
}
