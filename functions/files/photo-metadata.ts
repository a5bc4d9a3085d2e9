import { crc32 } from 'node:zlib';
import type { FileType } from '../../domain/file.ts';
import { heicWithout } from './heic-metadata.ts';

/*
 * What a camera writes beside a picture: where it was taken, when, by which device, whose it is. None of it is needed to look at
 * the picture but the way up, and no more than what is needed is kept: parts that are not known are left out with the rest.
 */

/** A photo whose parts could not be told apart: it is not known what it would tell. */
export class UnreadablePhoto extends Error {
  override name = 'UnreadablePhoto';
}

const latin = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** The tag that says which way up a picture is, and the values it may have beside 1, "as it is" (Exif 3.0, 4.6.5.1.2). */
const orientationTag = 0x0112;
const isTurned = (value: number | undefined): value is number =>
  value !== undefined && value >= 2 && value <= 8;

/** Which way up a block of Exif says that a picture is; `undefined` where it says nothing of it, or nothing that can be read. */
function orientationIn(tiff: Uint8Array): number | undefined {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const order = latin(tiff, 0, 2);
  if (tiff.length < 14 || (order !== 'II' && order !== 'MM')) return undefined;
  const isLittle = order === 'II';
  const directory = view.getUint32(4, isLittle);
  if (view.getUint16(2, isLittle) !== 42 || directory + 2 > tiff.length) return undefined;
  const entries = view.getUint16(directory, isLittle);
  for (let entry = 0, at = directory + 2; entry < entries && at + 12 <= tiff.length; entry += 1, at += 12)
    if (view.getUint16(at, isLittle) === orientationTag) return view.getUint16(at + 8, isLittle);
  return undefined;
}

/** A block of Exif that says which way up a picture is, and nothing else. */
function exifOf(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(orientationTag, 10);
  // One short number.
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}

const exifSign = 'Exif\0\0';

/** Markers of JPEG (ITU-T T.81, B.1.1.3): start and end of an image, start of a scan, application data, comments. */
const jpeg = { start: 0xd8, end: 0xd9, scan: 0xda, app0: 0xe0, app1: 0xe1, app15: 0xef, comment: 0xfe };
/** The application data that a picture looks otherwise without: density, colours. */
const neededApps: Record<number, string> = { [jpeg.app0]: 'JFIF\0', 226: 'ICC_PROFILE\0', 238: 'Adobe' };

/** Where the coded data of a scan end: at the next marker that is none of those within them. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    const isWithin = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (bytes[at] === 0xff && next !== 0xff && !isWithin) return at;
  }
  throw new UnreadablePhoto('a scan has no end');
}

/** What follows the end of the image goes too: other pictures, films and notes that some telephones append. */
function jpegWithout(bytes: Uint8Array): Buffer {
  if (latin(bytes, 0, 2) !== '\xff\xd8') throw new UnreadablePhoto('not a JPEG');
  const kept: Uint8Array[] = [];
  let orientation: number | undefined;
  for (let at = 2; ; ) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw new UnreadablePhoto('a marker is expected');
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === jpeg.end) break;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw new UnreadablePhoto('a segment is cut off');
    const sign = neededApps[marker];
    const isApp = marker >= jpeg.app0 && marker <= jpeg.app15;
    const says = (text: string) => latin(bytes, at + 4, at + 4 + text.length) === text;
    if (marker === jpeg.app1 && says(exifSign))
      orientation ??= orientationIn(bytes.subarray(at + 4 + exifSign.length, end));
    const isKept = isApp ? sign !== undefined && says(sign) : marker !== jpeg.comment;
    const until = marker === jpeg.scan ? endOfScan(bytes, end) : end;
    if (isKept) kept.push(bytes.subarray(at, until));
    at = until;
  }
  const turned = isTurned(orientation)
    ? [Buffer.from('\xff\xe1\0\x22Exif\0\0', 'latin1'), exifOf(orientation)]
    : [];
  return Buffer.concat([Buffer.from([0xff, jpeg.start]), ...turned, ...kept, Buffer.from([0xff, jpeg.end])]);
}

const pngSign = '\x89PNG\r\n\x1a\n';
/** The chunks that a picture looks otherwise without (PNG, third edition, 5.6 and 11.3), animations among them. */
const neededChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT'.split(' '),
);

function pngChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8);
  return chunk;
}

function pngWithout(bytes: Uint8Array): Buffer {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (latin(all, 0, 8) !== pngSign) throw new UnreadablePhoto('not a PNG');
  const kept: Buffer[] = [];
  let turned: Buffer[] = [];
  for (let at = 8, type = ''; type !== 'IEND'; ) {
    if (at + 12 > all.length) throw new UnreadablePhoto('a chunk is cut off');
    const end = at + 12 + all.readUInt32BE(at);
    type = latin(all, at + 4, at + 8);
    if (end > all.length) throw new UnreadablePhoto('a chunk is cut off');
    const orientation = type === 'eXIf' ? orientationIn(all.subarray(at + 8, end - 4)) : undefined;
    if (isTurned(orientation)) turned = [pngChunk('eXIf', exifOf(orientation))];
    if (neededChunks.has(type)) kept.push(all.subarray(at, end));
    at = end;
  }
  const [header, ...others] = kept;
  if (!header) throw new UnreadablePhoto('a PNG has chunks');
  return Buffer.concat([all.subarray(0, 8), header, ...turned, ...others]);
}

/** The chunks that a picture looks otherwise without (RFC 9649, 2.7), and the flags that say of two others that they are there. */
const neededOfWebp = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const webpFlags = { exif: 0x08, xmp: 0x04 };

function webpChunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

function webpWithout(bytes: Uint8Array): Buffer {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (latin(all, 0, 4) !== 'RIFF' || latin(all, 8, 12) !== 'WEBP') throw new UnreadablePhoto('not a WebP');
  const end = 8 + all.readUInt32LE(4);
  if (end > all.length) throw new UnreadablePhoto('a WebP is cut off');
  const kept: { type: string; data: Buffer }[] = [];
  let orientation: number | undefined;
  for (let at = 12; at + 8 <= end; ) {
    const type = latin(all, at, at + 4);
    const length = all.readUInt32LE(at + 4);
    if (at + 8 + length > end) throw new UnreadablePhoto('a chunk is cut off');
    const data = all.subarray(at + 8, at + 8 + length);
    if (type === 'EXIF') {
      const hasSign = latin(data, 0, exifSign.length) === exifSign;
      orientation = orientationIn(hasSign ? data.subarray(exifSign.length) : data);
    }
    if (neededOfWebp.has(type)) kept.push({ type, data });
    at += 8 + length + (length % 2);
  }
  const chunks = kept.map(({ type, data }) => {
    if (type !== 'VP8X') return webpChunk(type, data);
    const flags = (data[0] ?? 0) & ~(webpFlags.exif | webpFlags.xmp);
    const told = isTurned(orientation) ? flags | webpFlags.exif : flags;
    return webpChunk(type, Buffer.concat([Buffer.from([told]), data.subarray(1)]));
  });
  if (isTurned(orientation) && kept.some(({ type }) => type === 'VP8X'))
    chunks.push(webpChunk('EXIF', exifOf(orientation)));
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  return webpChunk('RIFF', body);
}

/** By media type, how metadata are taken out; what is no photo stays as it was sent. */
const without: { readonly [Type in FileType]: ((bytes: Uint8Array) => Buffer) | undefined } = {
  'image/jpeg': jpegWithout,
  'image/png': pngWithout,
  'image/webp': webpWithout,
  'image/heic': heicWithout,
  'application/pdf': undefined,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': undefined,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': undefined,
  'application/vnd.oasis.opendocument.spreadsheet': undefined,
  'application/vnd.oasis.opendocument.text': undefined,
  'text/csv': undefined,
};

/** Whether files of this type are photos, in which a camera may have written more than the picture. */
export const isPhoto = (type: FileType): boolean => without[type] !== undefined;

/**
 * A photo without anything that its camera or a program wrote beside the picture, never longer than it was; done again, it stays
 * as it is.
 * @throws UnreadablePhoto where its parts cannot be told apart
 */
export function withoutMetadata(type: FileType, bytes: Uint8Array): Uint8Array {
  try {
    return without[type]?.(bytes) ?? bytes;
  } catch (error) {
    // Whatever points beyond its end is no photo that can be read.
    if (error instanceof RangeError) throw new UnreadablePhoto('points beyond its end', { cause: error });
    throw error;
  }
}
