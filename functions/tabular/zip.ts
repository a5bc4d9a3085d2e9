import { rejectedFile } from './rejected-file.ts';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const mostEntries = 500;

/** One entry of an archive, by what its directory says. */
interface Entry {
  name: string;
  unpacked: number;
}

/**
 * Adds up what the entries of a zip file say they are unpacked, without unpacking anything: the reader gives each entry
 * that much room and no more, so that a small file cannot fill the memory.
 */
export const unpackedSize = (bytes: Uint8Array): number =>
  entriesOf(bytes).reduce((total, { unpacked }) => total + unpacked, 0);

/** The names of what is in a zip file: they tell workbooks of different kinds apart. */
export const namesIn = (bytes: Uint8Array): Set<string> => new Set(entriesOf(bytes).map(({ name }) => name));

/** Source: APPNOTE.TXT of PKWARE, 4.3.12 and 4.3.16. Archives of more than 4 GB (zip64) are refused. */
function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, end - 65_535);
  while (end >= first && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < first) throw rejectedFile('not-a-workbook');
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) throw rejectedFile('unpacked-too-large');
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry)
      throw rejectedFile('not-a-workbook');
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    entries.push({ name, unpacked: view.getUint32(at + 24, true) });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
