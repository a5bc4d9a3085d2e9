import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

const Version = z.object({ data_version: z.number() });

/** Tells, without a request to the server, whether its database has changed. */
export interface Changes {
  /** Another number after every commit; as long as it is the same, nothing has been written. */
  version(): number;
  close(): void;
}

/** Looks at the write-ahead log of the server's database, which takes some microseconds. */
export function openChanges(file: string): Changes {
  const database = new DatabaseSync(file, { readOnly: true });
  const version = database.prepare('PRAGMA data_version');
  return {
    version: () => Version.parse(version.get()).data_version,
    close: () => database.close(),
  };
}
