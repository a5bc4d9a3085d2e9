import { deflateSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FileType } from '../../domain/file.ts';
import { withoutMetadata } from '../../functions/files/photo-metadata.ts';
import { announced } from '../support/file-bucket.ts';
import { exif, heic, heicPicture, jpeg, moreBox, png, secrets, webp } from '../support/photos.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, locality, seeing } from '../support/walk.ts';

let here: TestApp;
let place: string;
beforeEach(async () => {
  here = await testApp();
  place = await begin(here);
});

const photos: [string, FileType, Buffer][] = [
  ['JPEG', 'image/jpeg', jpeg()],
  ['JPEG, little-endian', 'image/jpeg', jpeg(8, true)],
  ['PNG', 'image/png', png()],
  ['WebP', 'image/webp', webp()],
  ['HEIC', 'image/heic', heic()],
  ['HEIC, with Exif beside its description', 'image/heic', heic({ inIdat: true })],
];

async function uploaded(type: FileType, bytes: Buffer, who: Call = ana): Promise<string> {
  const id = await announced(here, { name: 'Foto', type, size: bytes.length, locality: place }, who);
  here.bucket.put(id, type, bytes);
  return id;
}

async function attach(fileId: string) {
  const { version } = await locality(here, place);
  const path = `/api/localities/${place}/stages/capacity-building/activities/state-and-local`;
  const evidence = [{ title: 'Foto de la reunión', fileId }];
  return here.call('PUT', path, { status: 'done', evidence }, seeing(ana, version));
}

const lying = (id: string) => Buffer.from(here.bucket.bytesOf(id) ?? []);
/** Where it was taken, when, by whom: as it stands there, or compressed as PNG may have it. */
const tells = (bytes: Buffer) =>
  [...secrets.map((secret) => Buffer.from(secret)), deflateSync(secrets.join())].some((one) =>
    bytes.includes(one),
  );

describe('44: a photo that becomes evidence', () => {
  it.each(photos)('tells nothing but the picture: %s', async (_, type, bytes) => {
    expect(tells(bytes)).toBe(true);
    const id = await uploaded(type, bytes);
    expect((await attach(id)).status).toBe(200);
    const plain = lying(id);
    expect(tells(plain)).toBe(false);
    expect(plain.length).toBeGreaterThan(20);
    expect(plain.length).toBeLessThanOrEqual(bytes.length);
    const { body } = await here.call('GET', `/api/files/${id}?redirect=false`, undefined, boss);
    expect(body).toMatchObject({ type, size: plain.length });
    expect(here.bucket.isKept(id)).toBe(true);
    // Once more changes nothing, and what is attached is not looked at again.
    expect(Buffer.from(withoutMetadata(type, plain))).toEqual(plain);
    expect((await attach(id)).status).toBe(200);
    expect(lying(id)).toEqual(plain);
  });

  it('stays the same picture, the same way up', () => {
    const plain = (type: FileType, bytes: Buffer) => Buffer.from(withoutMetadata(type, bytes));
    const turned = (value: number) => Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value]);
    for (const [way, bytes] of [
      [6, jpeg()],
      [8, jpeg(8, true)],
    ] as const) {
      const made = plain('image/jpeg', bytes);
      expect(made.includes(turned(way))).toBe(true);
      expect(made.includes(Buffer.from('ICC_PROFILE\0'))).toBe(true);
      expect(made.includes(Buffer.from('JFIF\0'))).toBe(true);
      expect(made.subarray(-8)).toEqual(Buffer.from([0x3f, 0xff, 0x00, 0xff, 0xd0, 0x3f, 0xff, 0xd9]));
    }
    expect(plain('image/jpeg', jpeg(1)).includes(Buffer.from('Exif'))).toBe(false);
    const made = plain('image/png', png(3));
    expect(made.includes(turned(3))).toBe(true);
    for (const chunk of ['IHDR', 'gAMA', 'IDAT', 'IEND'])
      expect(made.includes(Buffer.from(chunk))).toBe(true);
    const web = plain('image/webp', webp(5));
    expect(web.includes(turned(5))).toBe(true);
    expect([web.readUInt32LE(4), web[20]]).toEqual([web.length - 8, 0x08]);
    expect(plain('image/webp', webp(1))[20]).toBe(0);
    expect(plain('image/heic', heic()).includes(heicPicture)).toBe(true);
    expect(plain('image/heic', heic()).length).toBe(heic().length);
  });

  it.each<[string, FileType, Buffer]>([
    ['a JPEG cut off in the middle', 'image/jpeg', jpeg().subarray(0, 120)],
    [
      'a JPEG whose scan has no end',
      'image/jpeg',
      jpeg().subarray(0, jpeg().indexOf(Buffer.from([0xff, 0xd0]))),
    ],
    ['a PNG cut off', 'image/png', png().subarray(0, 60)],
    ['a WebP longer than itself', 'image/webp', webp().subarray(0, 60)],
    ['a HEIC with boxes that may tell more', 'image/heic', heic({ more: moreBox })],
    ['a HEIC cut off', 'image/heic', heic().subarray(0, 100)],
    ['a HEIC of which nothing is described', 'image/heic', heic().subarray(0, 24)],
  ])('is refused where it cannot be told what it says, with the way out: %s', async (_, type, bytes) => {
    const id = await uploaded(type, Buffer.from(bytes));
    const { status, body } = await attach(id);
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ path: 'evidence.0.fileId', message: expect.stringMatching(/JPEG/) }]);
    expect(here.bucket.isKept(id)).toBe(false);
  });

  it('is seen by nobody but who sent it, before', async () => {
    const id = await uploaded('image/jpeg', jpeg());
    const read = (who: Call) => here.call('GET', `/api/files/${id}`, undefined, who);
    expect([(await read(boss)).status, (await read(ana)).status]).toEqual([404, 302]);
    await attach(id);
    expect((await read(boss)).status).toBe(302);
  });

  it('may be attached again after a command that came to nothing', async () => {
    const id = await uploaded('image/jpeg', jpeg());
    const { keep } = here.bucket;
    here.api.bucket.keep = async () => {
      here.api.bucket.keep = keep;
      throw new Error('the bucket is away');
    };
    expect((await attach(id)).status).toBe(500);
    expect(tells(lying(id))).toBe(false);
    expect((await attach(id)).status).toBe(200);
  });

  it('whose Exif says nothing that can be read loses it all the same', () => {
    const noise = exif().fill(0xff, 2, 8);
    const bytes = Buffer.concat([
      jpeg().subarray(0, 2),
      Buffer.from([0xff, 0xe1, 0, noise.length + 8]),
      Buffer.from('Exif\0\0'),
      noise,
      jpeg().subarray(2),
    ]);
    expect(tells(Buffer.from(withoutMetadata('image/jpeg', bytes)))).toBe(false);
  });
});
