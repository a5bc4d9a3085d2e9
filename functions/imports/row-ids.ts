import { createHash } from 'node:crypto';

const hour = 3_600_000;

/**
 * Ids for what the rows of a file make: by the hour and by the row, the same whenever the same file is sent within the
 * hour. Two requests with one file at once then stand in each other's way instead of both making everything.
 */
export function rowIds(digest: string, now: Date, taken: ReadonlySet<string>) {
  const time = (Math.floor(now.getTime() / hour) * hour).toString(36).padStart(9, '0');
  return (row: number): string => {
    for (let attempt = 0; ; attempt += 1) {
      const hash = createHash('sha256')
        .update(JSON.stringify([digest, row, attempt]))
        .digest('hex');
      const random = BigInt(`0x${hash}`).toString(36).slice(0, 8);
      const id = `${time}-${row.toString(36).padStart(4, '0')}${random}`;
      if (!taken.has(id)) return id;
    }
  };
}
