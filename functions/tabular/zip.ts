import { rejectedFile } from './rejected-file.ts';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const mostEntries = 500;

/**
 * Adds up what the entries of a zip file say they are unpacked, without unpacking anything: the reader gives each entry
 * that much room and no more, so that a small file cannot fill the memory.
 * Source: APPNOTE.TXT of PKWARE, 4.3.12 and 4.3.16. Archives of more than 4 GB (zip64) are refused.
 */
export function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, end - 65_535);
  while (end >= first && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < first) throw rejectedFile('not-a-workbook');
  const entries = view.getUint16(end + 10, true);
  if (entries > mostEntries) throw rejectedFile('unpacked-too-large');
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry)
      throw rejectedFile('not-a-workbook');
    total += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}
