import { crc32, deflateSync } from 'node:zlib';

/** What cameras write and nobody is to find: a place, an owner, the number of a device. */
export const secrets = ['19.4326N 99.1332W', 'Teléfono de Rosa Pérez', 'SERIE-8842-X'];

const latin = (text: string) => Buffer.from(text, 'latin1');
const short = (value: number) => Buffer.from([value >> 8, value & 255]);
const long = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const littleLong = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** A block of Exif, big-endian or little, that says which way up the picture is, and all else that is secret. */
export function exif(orientation = 6, isLittle = false): Buffer {
  const text = Buffer.from(secrets.join('\0'));
  const tiff = Buffer.alloc(8 + 2 + 24 + 4);
  const [u16, u32]: [(value: number, at: number) => void, (value: number, at: number) => void] = isLittle
    ? [(value, at) => tiff.writeUInt16LE(value, at), (value, at) => tiff.writeUInt32LE(value, at)]
    : [(value, at) => tiff.writeUInt16BE(value, at), (value, at) => tiff.writeUInt32BE(value, at)];
  tiff.write(isLittle ? 'II' : 'MM', 'latin1');
  u16(42, 2);
  u32(8, 4);
  u16(2, 8);
  // The maker of the device, as text that follows; then the way up.
  u16(0x010f, 10);
  u16(2, 12);
  u32(text.length, 14);
  u32(tiff.length, 18);
  u16(0x0112, 22);
  u16(3, 24);
  u32(1, 26);
  u16(orientation, 30);
  return Buffer.concat([tiff, text]);
}

const segment = (marker: number, ...data: Buffer[]) => {
  const all = Buffer.concat(data);
  return Buffer.concat([Buffer.from([0xff, marker]), short(all.length + 2), all]);
};

const xmp = () => Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${secrets.join(' ')}</x:xmpmeta>`);

/** One grey point as JPEG, with restart markers and stuffed bytes among its data, and what a telephone writes around it. */
export function jpeg(orientation = 6, isLittle = false): Buffer {
  const tables = Buffer.concat([
    segment(0xdb, Buffer.from([0]), Buffer.alloc(64, 1)),
    segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    segment(0xc4, Buffer.from([0, 1, ...Array(15).fill(0), 0])),
    segment(0xc4, Buffer.from([0x10, 1, ...Array(15).fill(0), 0])),
  ]);
  const scan = Buffer.concat([
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0x00, 0xff, 0xd0, 0x3f]),
  ]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, latin('JFIF\0'), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])),
    segment(0xe1, latin('Exif\0\0'), exif(orientation, isLittle)),
    segment(0xe1, xmp()),
    segment(0xe2, latin('ICC_PROFILE\0'), Buffer.from([1, 1]), latin('colours')),
    segment(0xe2, latin('MPF\0'), latin(secrets.join())),
    segment(0xed, latin('Photoshop 3.0\0'), Buffer.from(secrets.join())),
    segment(0xfe, Buffer.from(secrets.join())),
    tables,
    scan,
    Buffer.from([0xff, 0xd9]),
    // A second picture, or a film, as some telephones append it.
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, latin('Exif\0\0'), exif()),
    Buffer.from([0xff, 0xd9]),
    Buffer.from(`SEFT ${secrets.join()}`),
  ]);
}

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([latin(type), data]);
  return Buffer.concat([long(data.length), body, long(crc32(body))]);
};

/** One grey point as PNG, with what programs write into it. */
export const png = (orientation = 6): Buffer =>
  Buffer.concat([
    latin('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('gAMA', long(45_455)),
    chunk('eXIf', exif(orientation)),
    chunk('tEXt', Buffer.from(`Author\0${secrets.join()}`)),
    chunk('zTXt', Buffer.concat([latin('Comment\0\0'), deflateSync(secrets.join())])),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${secrets.join()}`)),
    chunk('tIME', Buffer.from([7, 234, 1, 12, 9, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(secrets.join()),
  ]);

const piece = (type: string, data: Buffer) =>
  Buffer.concat([latin(type), littleLong(data.length), data, Buffer.alloc(data.length % 2)]);

/** A WebP in the extended form, with Exif, XMP and a chunk that nobody knows. */
export const webp = (orientation = 6): Buffer =>
  piece(
    'RIFF',
    Buffer.concat([
      latin('WEBP'),
      piece('VP8X', Buffer.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
      piece('VP8L', Buffer.from([0x2f, 0, 0, 0, 0])),
      piece('EXIF', exif(orientation, true)),
      piece('XMP ', xmp()),
      piece('NOTE', Buffer.from(secrets.join())),
    ]),
  );

const box = (type: string, ...data: Buffer[]) => {
  const all = Buffer.concat(data);
  return Buffer.concat([long(all.length + 8), latin(type), all]);
};
const fullBox = (type: string, version: number, ...data: Buffer[]) =>
  box(type, Buffer.from([version, 0, 0, 0]), ...data);

/** The bytes of the picture of a HEIC. */
export const heicPicture = latin('the picture itself');

/** A HEIC of three items: a picture, Exif and XMP; the latter two in the file, or one of them beside the description. */
export function heic({ inIdat = false, more = Buffer.alloc(0) } = {}): Buffer {
  const [picture, exifItem, xmpItem] = [heicPicture, Buffer.concat([long(0), exif()]), xmp()];
  const items = [
    { type: 'hvc1', data: picture, method: 0 },
    { type: 'Exif', data: exifItem, method: inIdat ? 1 : 0 },
    { type: 'mime', data: xmpItem, method: 0 },
  ];
  const infos = items.map(({ type }, at) =>
    fullBox(
      'infe',
      2,
      short(at + 1),
      short(0),
      latin(type),
      latin(type === 'mime' ? '\0application/rdf+xml\0' : '\0'),
    ),
  );
  const ftyp = box('ftyp', latin('heic'), long(0), latin('mif1heic'));
  const made = (start: number) => {
    let inFile = start;
    const places = items.map(({ data, method }, at) => {
      const offset = method === 1 ? 0 : inFile;
      if (method === 0) inFile += data.length;
      return Buffer.concat([
        short(at + 1),
        short(method),
        short(0),
        short(1),
        long(offset),
        long(data.length),
      ]);
    });
    const iloc = fullBox('iloc', 1, Buffer.from([0x44, 0x00]), short(items.length), ...places);
    const idat = box('idat', ...items.filter(({ method }) => method === 1).map(({ data }) => data));
    return fullBox('meta', 0, fullBox('iinf', 0, short(items.length), ...infos), iloc, idat);
  };
  const start = ftyp.length + made(0).length + 8;
  const mdat = box('mdat', ...items.filter(({ method }) => method === 0).map(({ data }) => data));
  return Buffer.concat([ftyp, made(start), mdat, more]);
}
export const moreBox = box('uuid', Buffer.from(secrets.join()));
