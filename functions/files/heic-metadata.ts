/*
 * Photos of Apple's cameras: boxes of ISO/IEC 14496-12, in which items lie that `iinf` names and `iloc` locates (ISO/IEC 23008-12).
 * An item cannot be taken out without moving all others, so the bytes of those that tell of more than the picture are blanked. The way
 * up is a property of the picture itself, and stays.
 */

interface Box {
  type: string;
  /** Where what is in it begins and ends. */
  from: number;
  to: number;
}

function* boxesIn(bytes: Buffer, from: number, to: number): Generator<Box> {
  for (let at = from; at + 8 <= to; ) {
    const short = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const head = short === 1 ? 16 : 8;
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    if (size < head || at + size > to) throw new RangeError(`${type} is cut off`);
    yield { type, from: at + head, to: at + size };
    at += size;
  }
}

function boxOf(bytes: Buffer, { from, to }: Pick<Box, 'from' | 'to'>, type: string): Box {
  for (const box of boxesIn(bytes, from, to)) if (box.type === type) return box;
  throw new RangeError(`there is no ${type}`);
}

/** What an item must be so that the picture is what it is; Exif, XMP (`mime`), links (`uri `) and whatever else are not. */
const pictures = new Set(['hvc1', 'hev1', 'av01', 'jpeg', 'grid', 'iovl', 'iden', 'tmap', 'lhv1']);

/** The ids of the items that are no picture. */
function othersIn(bytes: Buffer, meta: Box): Set<number> {
  const info = boxOf(bytes, { from: meta.from + 4, to: meta.to }, 'iinf');
  const first = info.from + 4 + (bytes.readUInt8(info.from) === 0 ? 2 : 4);
  const others = new Set<number>();
  for (const { type, from } of boxesIn(bytes, first, info.to)) {
    const version = bytes.readUInt8(from);
    if (type !== 'infe' || version < 2) throw new RangeError('items are named in an older form');
    const id = version === 2 ? bytes.readUInt16BE(from + 4) : bytes.readUInt32BE(from + 4);
    const kind = from + 4 + (version === 2 ? 2 : 4) + 2;
    if (!pictures.has(bytes.toString('latin1', kind, kind + 4))) others.add(id);
  }
  return others;
}

/** Where these items lie in the file, each piece of them. */
function* extentsOf(
  bytes: Buffer,
  meta: Box,
  ids: ReadonlySet<number>,
): Generator<[from: number, to: number]> {
  const inside = { from: meta.from + 4, to: meta.to };
  const { from } = boxOf(bytes, inside, 'iloc');
  const version = bytes.readUInt8(from);
  if (version > 2) throw new RangeError('items are located in a newer form');
  const [sizes, more] = [bytes.readUInt8(from + 4), bytes.readUInt8(from + 5)];
  const [offsetSize, lengthSize] = [sizes >> 4, sizes & 15];
  const [baseSize, indexSize] = [more >> 4, version === 0 ? 0 : more & 15];
  let at = from + 6;
  const read = (size: number): number => {
    const value =
      size === 8 ? Number(bytes.readBigUInt64BE(at)) : size === 0 ? 0 : bytes.readUIntBE(at, size);
    at += size;
    return value;
  };
  const idSize = version < 2 ? 2 : 4;
  const items = read(idSize);
  for (let item = 0; item < items; item += 1) {
    const id = read(idSize);
    const method = version === 0 ? 0 : read(2) & 15;
    read(2);
    const base = read(baseSize);
    const extents = read(2);
    for (let extent = 0; extent < extents; extent += 1) {
      read(indexSize);
      const offset = read(offsetSize);
      const length = read(lengthSize);
      if (!ids.has(id)) continue;
      if (method > 1) throw new RangeError('an item is made from others');
      const begin = base + offset + (method === 1 ? boxOf(bytes, inside, 'idat').from : 0);
      // All of the file, where no length is told.
      const end = begin + length;
      if (length === 0 || end > bytes.length) throw new RangeError('an item is cut off');
      yield [begin, end];
    }
  }
}

/** Boxes at the top of a file that hold no more than pictures. */
const neededBoxes = new Set(['ftyp', 'meta', 'mdat', 'free', 'skip', 'wide']);

/** A HEIC photo in which all items that are no picture are blank. @throws RangeError where its parts cannot be told apart */
export function heicWithout(photo: Uint8Array): Buffer {
  const bytes = Buffer.from(photo);
  for (const { type } of boxesIn(bytes, 0, bytes.length))
    if (!neededBoxes.has(type)) throw new RangeError(`${type} may tell more than the picture`);
  const meta = boxOf(bytes, { from: 0, to: bytes.length }, 'meta');
  for (const [from, to] of [...extentsOf(bytes, meta, othersIn(bytes, meta))]) bytes.fill(0, from, to);
  return bytes;
}
