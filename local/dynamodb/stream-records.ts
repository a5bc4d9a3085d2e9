import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

/** The server waits five seconds for a lock; so does this. */
const longestWait = 5000;
/** Records deleted in one transaction: few enough that the server never waits long. */
const atOnce = 10_000;

/**
 * The server looks up the last number of a stream with every item it writes, and what follows a number with every look
 * at the stream, both by this very expression; without an index it reads every record there is.
 */
const index = `
CREATE INDEX IF NOT EXISTS etapas_stream_records
ON _stream_records (table_name, CAST(sequence_number AS INTEGER))`;

const Shard = z.object({ table: z.string(), shard: z.string(), last: z.number() });

/**
 * Gives the server's store of stream records the index that it lacks, and removes the records that every reader has
 * passed. It works on the server's own SQLite file while the server runs and nobody writes to it yet: on a new folder
 * the store is there only then. Each step is a transaction, so that being killed at any moment loses nothing, and the
 * next start goes on.
 * @param file the server's database
 * @param passed the sequence number up to which every reader of a shard has dealt with its records; `undefined` where
 *   one of them has not begun, or nobody reads
 */
export function tidyStreamRecords(file: string, passed: (shard: string) => number | undefined): void {
  const database = new DatabaseSync(file, { timeout: longestWait });
  try {
    database.exec(index);
    const shards = database
      .prepare(
        `SELECT table_name AS "table", shard_id AS shard, max(CAST(sequence_number AS INTEGER)) AS last
         FROM _stream_records GROUP BY table_name, shard_id`,
      )
      .all();
    const remove = database.prepare(
      `DELETE FROM _stream_records WHERE id IN (
         SELECT id FROM _stream_records
         WHERE table_name = ?1 AND CAST(sequence_number AS INTEGER) <= ?2 AND shard_id = ?3 LIMIT ${atOnce})`,
    );
    for (const { table, shard, last } of z.array(Shard).parse(shards)) {
      const upTo = passed(shard);
      if (upTo === undefined) continue;
      // The last one stays: the server numbers the next by it.
      while (remove.run(table, Math.min(upTo, last - 1), shard).changes !== 0);
    }
  } finally {
    database.close();
  }
}
