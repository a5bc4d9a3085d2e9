import type { DatabaseSync } from 'node:sqlite';
import { simpleParser } from 'mailparser';
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
type Body = Pick<Mail, 'text' | 'html' | 'attachments'>;
/** What is known of a mail from its headers alone. */
export type MailHead = Omit<Mail, keyof Body>;

const Row = z.object({ id: z.string(), content: z.string(), raw: z.instanceof(Uint8Array).nullable() });
const Count = z.object({ count: z.number() });

const tables = `
CREATE TABLE IF NOT EXISTS mails (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sent INTEGER NOT NULL, content TEXT NOT NULL, raw BLOB);
CREATE TABLE IF NOT EXISTS mail_recipients (address TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (address, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mails_by_time ON mails (sent);
`;

async function bodyOf(raw: Buffer): Promise<Body> {
  const { text = '', html, attachments } = await simpleParser(raw, { skipImageLinks: true });
  return {
    text,
    html: html || '',
    attachments: attachments.map(({ filename, contentType, size, content }) => ({
      filename: filename ?? '',
      contentType,
      size,
      content: content.toString('base64'),
    })),
  };
}

/** Folders of earlier versions have mails without the column. */
function addRaw(database: DatabaseSync) {
  const columns = database.prepare("SELECT name FROM pragma_table_info('mails') WHERE name = 'raw'");
  if (!columns.get()) database.exec('ALTER TABLE mails ADD COLUMN raw BLOB');
}

/**
 * Every mail that was sent, oldest first. A composed mail is kept as it came, and its body is taken apart when somebody
 * first reads it: most mails of a busy machine nobody ever opens.
 */
export function openMailStore(database: DatabaseSync) {
  database.exec(tables);
  addRaw(database);
  const insert = database.prepare('INSERT INTO mails (id, sent, content, raw) VALUES (?, ?, ?, ?)');
  const takenApart = database.prepare('UPDATE mails SET content = ?, raw = NULL WHERE id = ?');
  const insertRecipient = database.prepare(
    'INSERT OR IGNORE INTO mail_recipients (address, number) VALUES (?, ?)',
  );
  const all = database.prepare('SELECT id, content, raw FROM mails ORDER BY number');
  const byAddress = database.prepare(
    'SELECT id, content, raw FROM mail_recipients JOIN mails USING (number) WHERE address = ? ORDER BY number',
  );
  const byId = database.prepare('SELECT id, content, raw FROM mails WHERE id = ?');
  const count = database.prepare('SELECT count(*) AS count FROM mails WHERE sent > ?');
  const read = async (row: unknown): Promise<Mail> => {
    const { id, content, raw } = Row.parse(row);
    if (!raw) return Mail.parse(JSON.parse(content));
    const mail = Mail.parse({ ...JSON.parse(content), ...(await bodyOf(Buffer.from(raw))) });
    takenApart.run(JSON.stringify(mail), id);
    return mail;
  };
  const plain = (address: string) => address.trim().toLowerCase();

  return {
    /** Keeps a mail; a composed one by its head and as it came. */
    add(mail: Mail | MailHead, sent: number, raw?: Buffer) {
      database.exec('BEGIN');
      const { lastInsertRowid } = insert.run(mail.id, sent, JSON.stringify(mail), raw ?? null);
      for (const address of mail.to) insertRecipient.run(plain(address), lastInsertRowid);
      database.exec('COMMIT');
    },
    /** All mails, or those to one address. */
    async list(to?: string): Promise<Mail[]> {
      const mails: Mail[] = [];
      for (const row of to ? byAddress.all(plain(to)) : all.all()) mails.push(await read(row));
      return mails;
    },
    async find(id: string): Promise<Mail | undefined> {
      const row = byId.get(id);
      return row && read(row);
    },
    sentSince: (instant: number): number => Count.parse(count.get(instant)).count,
  };
}
export type MailStore = ReturnType<typeof openMailStore>;
