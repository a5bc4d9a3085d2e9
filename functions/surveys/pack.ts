import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { keptLine } from '../../domain/evaluation/kept-rows.ts';

/** What one item of the table can hold, with room for its keys. In bytes. */
export const largestPack = 300_000;
/** Text to begin with; what follows goes by how well the text before it was compressed. In characters. */
const [firstGuess, least, most] = [600_000, 50_000, 4_000_000];

const compressed = promisify(gzip);

/**
 * Packs the columns that were read of every accepted row into compressed pieces that fit into items of the table, each a
 * file of comma-separated values without header. The checksum is that of the titles and all rows in one, whatever the pieces are.
 */
export function newPacker() {
  const hash = createHash('sha256');
  const packs: Buffer[] = [];
  let lines: string[] = [];
  let length = 0;
  let enough = firstGuess;
  /** The piece before, which is compressed while further rows are read. */
  let under = Promise.resolve();

  async function pack(some: string[]): Promise<void> {
    const text = some.join('');
    const bytes = await compressed(text);
    if (bytes.length <= largestPack || some.length === 1) {
      packs.push(bytes);
      const fitting = Math.floor((text.length * largestPack * 0.8) / bytes.length);
      enough = Math.min(most, Math.max(least, fitting));
      return;
    }
    const half = Math.ceil(some.length / 2);
    await pack(some.slice(0, half));
    await pack(some.slice(half));
  }

  async function flush(): Promise<void> {
    await under;
    if (lines.length === 0) return;
    hash.update(lines.join(''));
    under = pack(lines);
    lines = [];
    length = 0;
  }

  return {
    /** What the cells are called: a part of the checksum. */
    begin: (columns: readonly string[]) => void hash.update(keptLine(columns)),
    add(cells: readonly string[]): void {
      const line = keptLine(cells);
      lines.push(line);
      length += line.length;
    },
    /** Packs what has come, once it is enough for a piece. */
    settle: async () => {
      if (length >= enough) await flush();
    },
    end: async () => {
      await flush();
      await under;
      return { packs, checksum: hash.digest('hex') };
    },
  };
}

/** The rows of a piece, as they were packed. */
export const unpacked = (pack: Uint8Array): string => gunzipSync(pack).toString();
