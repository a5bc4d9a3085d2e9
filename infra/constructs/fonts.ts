import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

/** Letters of Spanish and English are in the first file of a weight, further Latin letters in the second. */
const files = {
  'regular-0.ttf': 'source-sans-3-latin-400-normal.woff',
  'regular-1.ttf': 'source-sans-3-latin-ext-400-normal.woff',
  'strong-0.ttf': 'source-sans-3-latin-600-normal.woff',
  'strong-1.ttf': 'source-sans-3-latin-ext-600-normal.woff',
};

/** Bytes of the header of a font, and of what says where a table lies, packed and unpacked. */
const [packedHeader, header] = [44, 12];
const [packedEntry, entry] = [20, 16];

/**
 * A font as it was before it was packed for the web: from WOFF 1.0 (W3C, 2012) to OpenType. Read packed, its tables are
 * unpacked anew for every letter, which takes as long as all the rest of the printing.
 */
function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, at) => {
    const from = packedHeader + at * packedEntry;
    const [offset, packed] = [woff.readUInt32BE(from + 4), woff.readUInt32BE(from + 8)];
    const length = woff.readUInt32BE(from + 12);
    const bytes = woff.subarray(offset, offset + packed);
    const tag = woff.subarray(from, from + 4);
    const checksum = woff.subarray(from + 16, from + 20);
    return { tag, checksum, bytes: packed < length ? inflateSync(bytes) : bytes };
  });
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(header + count * entry);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * (count - 2 ** power), 10);
  let offset = head.length;
  const parts: Uint8Array[] = [head];
  for (const [at, { tag, checksum, bytes }] of tables.entries()) {
    const to = header + at * entry;
    tag.copy(head, to);
    checksum.copy(head, to + 4);
    head.writeUInt32BE(offset, to + 8);
    head.writeUInt32BE(bytes.length, to + 12);
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
    parts.push(bytes, padding);
    offset += bytes.length + padding.length;
  }
  return Buffer.concat(parts);
}

/** Puts the fonts of printed documents into `fonts` within a folder. */
export function copyFonts(folder: string): void {
  const { resolve } = createRequire(import.meta.url);
  mkdirSync(join(folder, 'fonts'), { recursive: true });
  for (const [name, file] of Object.entries(files)) {
    const woff = readFileSync(resolve(`@fontsource/source-sans-3/files/${file}`));
    writeFileSync(join(folder, 'fonts', name), unpacked(woff));
  }
}
