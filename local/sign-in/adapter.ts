import type { DatabaseSync } from 'node:sqlite';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import * as z from 'zod';

const tables = `
CREATE TABLE IF NOT EXISTS sign_in (
  model TEXT NOT NULL, id TEXT NOT NULL, grant_id TEXT, uid TEXT, expires INTEGER, payload TEXT NOT NULL,
  PRIMARY KEY (model, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sign_in_by_grant ON sign_in (grant_id);
CREATE INDEX IF NOT EXISTS sign_in_by_uid ON sign_in (model, uid);
`;

const Row = z.object({ payload: z.string() });

/** Keeps what the provider must remember (sessions, grants, codes) in the runner's database. */
export function adapters(database: DatabaseSync): (model: string) => Adapter {
  database.exec(tables);
  database.prepare('DELETE FROM sign_in WHERE expires < ?').run(Date.now());
  const write = database.prepare('INSERT OR REPLACE INTO sign_in VALUES (?, ?, ?, ?, ?, ?)');
  const read = database.prepare('SELECT payload FROM sign_in WHERE model = ? AND id = ?');
  const readByUid = database.prepare('SELECT payload FROM sign_in WHERE model = ? AND uid = ?');
  const remove = database.prepare('DELETE FROM sign_in WHERE model = ? AND id = ?');
  const removeGrant = database.prepare('DELETE FROM sign_in WHERE grant_id = ?');

  const payloadOf = (row: unknown): AdapterPayload | undefined =>
    row === undefined ? undefined : JSON.parse(Row.parse(row).payload);

  return (model) => {
    const upsert = async (id: string, payload: AdapterPayload, seconds?: number) => {
      const expires = seconds ? Date.now() + seconds * 1000 : null;
      write.run(model, id, payload.grantId ?? null, payload.uid ?? null, expires, JSON.stringify(payload));
    };
    return {
      upsert,
      find: async (id) => payloadOf(read.get(model, id)),
      findByUid: async (uid) => payloadOf(readByUid.get(model, uid)),
      findByUserCode: async () => undefined,
      async consume(id) {
        const payload = payloadOf(read.get(model, id));
        if (payload) await upsert(id, { ...payload, consumed: Math.floor(Date.now() / 1000) });
      },
      async destroy(id) {
        remove.run(model, id);
      },
      async revokeByGrantId(grantId) {
        removeGrant.run(grantId);
      },
    };
  };
}
