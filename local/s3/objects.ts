import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { BucketSpec } from '../assembly/specs.ts';
import { privateFile, privateFolder } from '../private-files.ts';

const table = `
CREATE TABLE IF NOT EXISTS objects (
  bucket TEXT NOT NULL, key TEXT NOT NULL, file TEXT NOT NULL, type TEXT NOT NULL, size INTEGER NOT NULL,
  etag TEXT NOT NULL, stored INTEGER NOT NULL, tags TEXT NOT NULL, PRIMARY KEY (bucket, key)
) WITHOUT ROWID`;

const Row = z.object({
  /** The name of its file, which says nothing of its key: a key may hold what no path should. */
  file: z.string(),
  type: z.string(),
  size: z.number(),
  etag: z.string(),
  /** In milliseconds. */
  stored: z.number(),
  tags: z.string().transform((text) => z.record(z.string(), z.string()).parse(JSON.parse(text))),
});
export type StoredObject = z.output<typeof Row>;

const day = 86_400_000;

/** What lies in the buckets: the bytes as files of a folder, what is known of them in the journal. */
export function openObjects(database: DatabaseSync, folder: string, buckets: BucketSpec[]) {
  database.exec(table);
  mkdirSync(folder, { recursive: true, ...privateFolder });
  const select = database.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?');
  const selectOld = database.prepare(
    'SELECT key FROM objects WHERE bucket = ? AND key BETWEEN ? AND ? AND stored <= ?',
  );
  const insert = database.prepare('INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?');
  const untag = database.prepare(`UPDATE objects SET tags = '{}' WHERE bucket = ? AND key = ?`);

  const rulesOf = (bucket: string) => buckets.find(({ name }) => name === bucket)?.expiries ?? [];
  const isOver = (bucket: string, key: string, { stored, tags }: StoredObject, now: number) =>
    rulesOf(bucket).some(
      (rule) =>
        now >= stored + rule.days * day &&
        key.startsWith(rule.prefix) &&
        Object.entries(rule.tags).every(([name, value]) => tags[name] === value),
    );

  /** What lies under a key; what a rule of the bucket lets expire goes when it is next looked for. */
  async function find(bucket: string, key: string, now: number): Promise<StoredObject | undefined> {
    const row = select.get(bucket, key);
    const found = row && Row.parse(row);
    if (!found || !isOver(bucket, key, found, now)) return found;
    remove.run(bucket, key);
    await rm(join(folder, found.file), { force: true });
    return undefined;
  }

  /** Lets go what expires in a folder of its own, since nobody looks for it again. */
  async function tidy(bucket: string, now: number): Promise<void> {
    for (const { prefix, days } of rulesOf(bucket)) {
      const old = prefix ? selectOld.all(bucket, prefix, `${prefix}\u{10FFFF}`, now - days * day) : [];
      for (const { key } of old) await find(bucket, String(key), now);
    }
  }

  return {
    has: (bucket: string) => buckets.some(({ name }) => name === bucket),
    find,
    bytesOf: ({ file }: StoredObject): Promise<Buffer> => readFile(join(folder, file)),
    /** Lays bytes under a key, in place of what was there. */
    async put(
      ...[bucket, key, { type, tags, bytes }, now]: [
        bucket: string,
        key: string,
        object: { type: string; tags: Record<string, string>; bytes: Buffer },
        now: number,
      ]
    ): Promise<{ etag: string }> {
      const file = randomUUID();
      const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
      await writeFile(join(folder, file), bytes, { flush: true, ...privateFile });
      const before = select.get(bucket, key);
      insert.run(bucket, key, file, type, bytes.length, etag, now, JSON.stringify(tags));
      if (before) await rm(join(folder, Row.parse(before).file), { force: true });
      await tidy(bucket, now);
      return { etag };
    },
    /** Takes away what lies under a key. */
    async erase(bucket: string, key: string): Promise<void> {
      const row = select.get(bucket, key);
      remove.run(bucket, key);
      if (row) await rm(join(folder, Row.parse(row).file), { force: true });
    },
    untag: (bucket: string, key: string) => void untag.run(bucket, key),
  };
}
export type Objects = ReturnType<typeof openObjects>;
