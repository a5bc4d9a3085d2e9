import { type Caller, isCaller } from '../../domain/caller.ts';
import type { Change } from '../../domain/change.ts';
import { Problem, type ValidationError } from '../../domain/errors.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { beginsAs, type EvidenceFile } from '../../domain/file.ts';
import { commit } from '../../store/commit.ts';
import { type FileStore, fileItem } from '../../store/files.ts';
import type { Table, TransactItem } from '../../store/transaction.ts';
import type { Clock } from '../runtime/clock.ts';
import { logger } from '../runtime/logger.ts';
import type { FileBucket, Stored } from './bucket.ts';
import { isPhoto, UnreadablePhoto, withoutMetadata } from './photo-metadata.ts';

interface AttachDependencies {
  table: Table;
  files: FileStore;
  bucket: FileBucket;
  clock: Clock;
}

/** Files that are about to become evidence. */
export interface Attaching {
  /** Makes the bucket keep them; to be called when nothing more can refuse the command, and before it is written. */
  keep(): Promise<TransactItem[]>;
}

const wrongWith = ({ type, size }: EvidenceFile, stored: Stored | undefined): string | undefined => {
  if (!stored) return 'not-uploaded';
  // A photo may have lost its metadata already, under a command that came to nothing.
  const isLong = isPhoto(type) ? stored.size <= size : stored.size === size;
  const announced = isLong && stored.type === type && beginsAs(type, stored.start);
  return announced ? undefined : 'not-as-announced';
};

/**
 * Looks at the files that evidence names: each must be of this locality, or the caller's own and of none yet, and must have
 * arrived as it was announced. What is attached already was looked at then. Photos lose what their cameras wrote beside the picture.
 * @throws Problem `invalid-request` naming each that is not so
 */
export async function attachable(
  { table, files, bucket, clock }: AttachDependencies,
  locality: string,
  caller: Caller,
  evidence: Evidence[] = [],
  /** Where each of it stands in what was sent. */
  pathOf = (at: number) => `evidence.${at}.fileId`,
): Promise<Attaching> {
  const now = clock();
  const errors: ValidationError[] = [];
  const fresh = new Map<string, EvidenceFile>();
  await Promise.all(
    evidence.map(async ({ fileId }, at) => {
      if (fileId === undefined) return;
      const refuse = (message: string) => errors.push({ path: pathOf(at), message });
      const file = await files.find(fileId, now);
      const theirs =
        file?.locality === locality ||
        (file !== undefined && file.locality === undefined && isCaller(caller, file.by));
      if (!file || !theirs) return refuse('unknown-file');
      if (file.attachedAt !== undefined) return;
      const wrong = wrongWith(file, await bucket.look(fileId));
      if (wrong) return refuse(wrong);
      fresh.set(fileId, file);
    }),
  );
  // One after the other, since each is held in memory whole.
  for (const [at, { fileId = '' }] of evidence.entries()) {
    const file = fresh.get(fileId);
    if (!file || !isPhoto(file.type)) continue;
    const size = await strip(file);
    if (size === undefined) errors.push({ path: `evidence.${at}.fileId`, message: 'photo-unreadable' });
    else fresh.set(fileId, { ...file, size });
  }
  if (errors.length > 0)
    throw new Problem('invalid-request', { errors: errors.sort((a, b) => a.path.localeCompare(b.path)) });

  /**
   * Takes out of a photo what its camera wrote beside the picture, before anybody but who sent it sees it; answers its length from
   * then on, and nothing where it cannot be told what the photo says.
   */
  async function strip(file: EvidenceFile): Promise<number | undefined> {
    const bytes = await bucket.read(file.id);
    if (!bytes) return undefined;
    try {
      const plain = withoutMetadata(file.type, bytes);
      if (Buffer.compare(plain, bytes) !== 0) await bucket.replace(file, plain);
      return plain.length;
    } catch (error) {
      if (!(error instanceof UnreadablePhoto)) throw error;
      logger.info('photo unreadable', { file: file.id, reason: error.message });
      return undefined;
    }
  }

  return {
    async keep() {
      // Before the change is written: what it then names can no longer vanish. Should it fail, a file is kept in vain.
      await Promise.all([...fresh.keys()].map((id) => bucket.keep(id)));
      return [...fresh.values()].map((file) =>
        fileItem(table, { ...file, locality, attachedAt: now.toISOString(), revision: file.revision + 1 }),
      );
    },
  };
}

/** Writes a change together with the files that its evidence names; `also` stands or falls with it. */
export const commitAttaching =
  ({ table, clock }: Pick<AttachDependencies, 'table' | 'clock'>, change: Change, attaching: Attaching) =>
  async (also: TransactItem[]): Promise<void> =>
    commit(table, change, clock(), [...(await attaching.keep()), ...also]);
