import type { LocalityEvent } from '../../domain/audit-events.ts';
import type { Caller } from '../../domain/caller.ts';
import type { Change } from '../../domain/change.ts';
import {
  type Erasing,
  eraseTraces as erase,
  filesOf,
  type Kept,
} from '../../domain/commands/erase-traces.ts';
import { commit } from '../../store/commit.ts';
import { fileGone } from '../../store/files.ts';
import { erasedHistoryItem, erasedIn, type HistoryEntry } from '../../store/history.ts';
import { all } from '../../store/read.ts';
import { untilCommitted } from '../runtime/retry.ts';
import type { ApiDependencies } from './dependencies.ts';

/**
 * Erases what a locality keeps of somebody, or of files: in what is written down, in its history, in mail that waits, and in the
 * bucket. Each transaction erases a part, and the next what is left, so that whatever breaks off may be asked for again.
 */
export async function eraseTracesIn(
  dependencies: ApiDependencies,
  id: string,
  erasing: Erasing,
  caller: Caller,
): Promise<void> {
  const { table, outbox, bucket, clock, moment, municipality, programmes } = dependencies;
  for (let isLeft = true; isLeft; ) {
    isLeft = await untilCommitted(async () => {
      const { kept, entries } = await keptOf(dependencies, id);
      const office = { programme: programmes.exact(kept.locality.programme), municipality };
      const erasure = erase(erasing, kept, office, caller, moment());
      if (!erasure) return false;
      const erased = entries.flatMap((entry) => {
        const parts = erasure.lines.get(entry.seq);
        return parts ? [erasedIn(entry, parts)] : [];
      });
      const event: LocalityEvent = {
        actor: caller.user,
        action: 'texts-erased',
        detail: {
          stakeholder: erasing.person?.id,
          commitments: erasure.commitments,
          files: erasure.files.length > 0 ? erasure.files : undefined,
          lines: erased.map(({ line }) => line),
          reviewsVoided: erasure.reviewsVoided,
        },
      };
      const change: Change = { ...erasure.change, event };
      // Before the change: once nothing names a file any more, nobody would find it to be erased.
      await Promise.all(erasure.files.map((file) => bucket.erase(file)));
      await commit(table, change, clock(), [
        ...erased.map(({ entry }) => erasedHistoryItem(table, `LOCALITY#${id}`, entry)),
        ...erasure.files.map((file) => fileGone(table, file)),
      ]);
      return true;
    });
  }
  const { person } = erasing;
  if (person) await outbox.eraseTexts(`LOCALITY#${id}`, person.named.blank);
}

/** All that is kept of a locality in which somebody may be named; the locality is read first, so that its revision guards the rest. */
async function keptOf(
  { localities, visits, commitments, tasks, history, files, clock }: ApiDependencies,
  id: string,
): Promise<{ kept: Kept; entries: HistoryEntry[] }> {
  const locality = await localities.get(id);
  const [visited, matrix, entries, open] = await Promise.all([
    visits.ofLocality(id),
    commitments.ofLocality(id),
    history.all(`LOCALITY#${id}`),
    all(tasks.all(id)),
  ]);
  const names = await Promise.all(
    [...filesOf(matrix, visited)].map(async (file) => files.find(file, clock())),
  );
  const fileNames = new Map(names.flatMap((file) => (file ? [[file.id, file.name] as const] : [])));
  return {
    kept: { locality, visits: visited, commitments: matrix, tasks: open, lines: entries, fileNames },
    entries,
  };
}

/**
 * Erases what all localities keep of somebody: each whose history knows them by their id; and last those of which they are, or in
 * which they promise something now, since it is there that they, or others of them, may be writing at this moment.
 */
export async function eraseTraces(
  dependencies: ApiDependencies,
  person: NonNullable<Erasing['person']>,
  theirs: readonly string[],
  caller: Caller,
): Promise<void> {
  const { localities, commitments, history } = dependencies;
  const erasing: Erasing = { person, files: new Set() };
  const promised = (await commitments.commitmentsOf(person.id)).map(({ locality }) => locality);
  const near = new Set([...theirs, ...promised]);
  for await (const { id, commitments: made } of localities.all()) {
    if (made === 0 || near.has(id)) continue;
    if (await history.names(`LOCALITY#${id}`, person.id))
      await eraseTracesIn(dependencies, id, erasing, caller);
  }
  for (const id of near)
    if (await localities.find(id)) await eraseTracesIn(dependencies, id, erasing, caller);
}
