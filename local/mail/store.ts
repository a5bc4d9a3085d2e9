import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

const Attachment = z.object({
  filename: z.string(),
  contentType: z.string(),
  size: z.number(),
  /** In base64. */
  content: z.string(),
});

/** A mail as it was sent. */
export const Mail = z.object({
  id: z.string(),
  to: z.array(z.string()),
  from: z.string(),
  subject: z.string(),
  sentAt: z.string(),
  /** By lower-case name, unfolded; a header that comes several times is joined with commas. */
  headers: z.record(z.string(), z.string()),
  text: z.string(),
  html: z.string(),
  attachments: z.array(Attachment),
  /** What the sender tagged it with, for the events about it. */
  tags: z.record(z.string(), z.string()),
});
export type Mail = z.infer<typeof Mail>;

const Row = z.object({ content: z.string() });
const Count = z.object({ count: z.number() });

const tables = `
CREATE TABLE IF NOT EXISTS mails (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sent INTEGER NOT NULL, content TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS mail_recipients (address TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (address, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mails_by_time ON mails (sent);
`;

/** Every mail that was sent, oldest first. */
export function openMailStore(database: DatabaseSync) {
  database.exec(tables);
  const insert = database.prepare('INSERT INTO mails (id, sent, content) VALUES (?, ?, ?)');
  const insertRecipient = database.prepare(
    'INSERT OR IGNORE INTO mail_recipients (address, number) VALUES (?, ?)',
  );
  const all = database.prepare('SELECT content FROM mails ORDER BY number');
  const byAddress = database.prepare(
    'SELECT content FROM mail_recipients JOIN mails USING (number) WHERE address = ? ORDER BY number',
  );
  const byId = database.prepare('SELECT content FROM mails WHERE id = ?');
  const count = database.prepare('SELECT count(*) AS count FROM mails WHERE sent > ?');
  const parse = (row: unknown) => Mail.parse(JSON.parse(Row.parse(row).content));
  const plain = (address: string) => address.trim().toLowerCase();

  return {
    add(mail: Mail, sent: number) {
      database.exec('BEGIN');
      const { lastInsertRowid } = insert.run(mail.id, sent, JSON.stringify(mail));
      for (const address of mail.to) insertRecipient.run(plain(address), lastInsertRowid);
      database.exec('COMMIT');
    },
    /** All mails, or those to one address. */
    list: (to?: string): Mail[] => (to ? byAddress.all(plain(to)) : all.all()).map(parse),
    find(id: string): Mail | undefined {
      const row = byId.get(id);
      return row && parse(row);
    },
    sentSince: (instant: number): number => Count.parse(count.get(instant)).count,
  };
}
export type MailStore = ReturnType<typeof openMailStore>;
