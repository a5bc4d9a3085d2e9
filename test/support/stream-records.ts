import type { DatabaseSync } from 'node:sqlite';

/** The shard that the table server keeps a table's records in. */
export const shardOf = (table: string) => `shardId-00000001-${table}`;

/** Writes records into the server's store of a table's stream as the server would, thousands in a moment. */
export function addStreamRecords(database: DatabaseSync, table: string, records: number): void {
  const add = database.prepare(`
    WITH RECURSIVE
      numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?3),
      last (n) AS (SELECT coalesce(max(CAST(sequence_number AS INTEGER)), 0) FROM _stream_records WHERE table_name = ?1)
    INSERT INTO _stream_records (table_name, event_name, keys_json, new_image, sequence_number, shard_id, created_at)
    SELECT ?1, 'INSERT', '{"pk":{"S":"' || numbers.n || '"}}',
      '{"pk":{"S":"' || numbers.n || '"},"note":{"S":"' || ?4 || '"}}', last.n + numbers.n, ?2, 0
    FROM numbers, last`);
  add.run(table, shardOf(table), records, 'x'.repeat(200));
}
