import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FileBucket, UploadRequest } from '../../functions/files/bucket.ts';
import { fileBucket } from '../../functions/files/lazy-bucket.ts';
import { credentials } from '../../local/functions/environment.ts';
import type { Runner } from '../../local/runner.ts';
import { newFolder, startFixture } from './fixture/machine.ts';

const name = 'etapas-fixture-data-files';
const dataFolder = newFolder();
let runner: Runner;
let bucket: FileBucket;

async function start(options: { port?: number } = {}) {
  runner = await startFixture({ dataFolder, ...options });
  vi.stubEnv('AWS_ENDPOINT_URL_S3', `${runner.url}/local/aws`);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', credentials.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', credentials.secretAccessKey);
  bucket = fileBucket(name);
}
beforeAll(() => start());
afterAll(async () => {
  vi.unstubAllEnvs();
  await runner.stop();
});

const pdf = Buffer.from('%PDF-1.7\nuno dos tres');
let files = 0;
const fileOf = (some: object = {}) => {
  files += 1;
  const id = files.toString(16).padStart(32, '0');
  return { id, name: 'Reunión.pdf', type: 'application/pdf' as const, size: pdf.length, ...some };
};
const send = ({ method, url, headers }: UploadRequest, body: Uint8Array = pdf, more: object = {}) =>
  fetch(url, { method, body, headers: { ...headers, ...more } });
const codeIn = async (answer: Response) => [answer.status, /<Code>(\w+)</.exec(await answer.text())?.[1]];

describe('a file', () => {
  it('is sent by the request that was signed for it, and read at an address that was', async () => {
    const file = fileOf();
    const sent = await send(await bucket.uploadRequest(file));
    expect([sent.status, sent.headers.get('etag')]).toEqual([200, expect.stringMatching(/^"[0-9a-f]{32}"$/)]);
    const read = await fetch(await bucket.readAddress(file));
    expect(read.status).toBe(200);
    expect(Object.fromEntries(read.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Reunion.pdf"; filename*=UTF-8''Reuni%C3%B3n.pdf`,
      'cache-control': 'private, no-store',
    });
    expect(Buffer.from(await read.arrayBuffer())).toEqual(pdf);
  });

  it('is looked at by its first bytes, its length and its type', async () => {
    const file = fileOf({ size: 5_000 });
    expect(await bucket.look(file.id)).toBeUndefined();
    const bytes = Buffer.alloc(5_000, 'x');
    expect((await send(await bucket.uploadRequest(file), bytes)).status).toBe(200);
    expect(await bucket.look(file.id)).toEqual({
      type: 'application/pdf',
      size: 5_000,
      start: new Uint8Array(bytes.subarray(0, 1_024)),
    });
  });

  it('cannot be replaced once it is there', async () => {
    const request = await bucket.uploadRequest(fileOf());
    await send(request);
    expect(await codeIn(await send(request, Buffer.from('%PDF-1.7\nuno dos 3333')))).toEqual([
      412,
      'PreconditionFailed',
    ]);
  });

  it('may be replaced by another, of which the first is no part any more', async () => {
    const file = fileOf();
    await send(await bucket.uploadRequest(file));
    expect(Buffer.from((await bucket.read(file.id)) ?? [])).toEqual(pdf);
    await bucket.replace(file, Buffer.from('%PDF-1.7\nsolo'));
    expect(Buffer.from((await bucket.read(file.id)) ?? []).toString()).toBe('%PDF-1.7\nsolo');
    expect(await bucket.look(file.id)).toMatchObject({ type: 'application/pdf', size: 13 });
  });

  it('can be erased, and is gone; so is one that never was there', async () => {
    const [file, other] = [fileOf(), fileOf()];
    for (const one of [file, other]) await send(await bucket.uploadRequest(one));
    await bucket.erase(file.id);
    await bucket.erase(file.id);
    expect(await bucket.look(file.id)).toBeUndefined();
    expect(await bucket.look(other.id)).toBeDefined();
  });

  it('is there after a restart', async () => {
    const file = fileOf();
    await send(await bucket.uploadRequest(file));
    await runner.stop();
    await start();
    expect((await fetch(await bucket.readAddress(file))).status).toBe(200);
  });
});

describe('a request that is not the one that was signed', () => {
  const altered = (change: (url: URL) => void) => async () => {
    const request = await bucket.uploadRequest(fileOf());
    const url = new URL(request.url);
    change(url);
    return send({ ...request, url: url.href });
  };
  const cases: [string, () => Promise<Response>, string][] = [
    [
      'with a longer body',
      async () => send(await bucket.uploadRequest(fileOf()), Buffer.concat([pdf, pdf])),
      'SignatureDoesNotMatch',
    ],
    [
      'with a shorter body',
      async () => send(await bucket.uploadRequest(fileOf()), pdf.subarray(1)),
      'SignatureDoesNotMatch',
    ],
    [
      'of another type',
      async () => send(await bucket.uploadRequest(fileOf()), pdf, { 'content-type': 'text/html' }),
      'SignatureDoesNotMatch',
    ],
    [
      'without the mark of what is attached to nothing',
      async () => {
        const { method, url, headers } = await bucket.uploadRequest(fileOf());
        const { 'x-amz-tagging': _, ...rest } = headers;
        return send({ method, url, headers: rest });
      },
      'SignatureDoesNotMatch',
    ],
    [
      'with leave to replace what is there',
      async () => {
        const { method, url, headers } = await bucket.uploadRequest(fileOf());
        const { 'if-none-match': _, ...rest } = headers;
        return send({ method, url, headers: rest });
      },
      'SignatureDoesNotMatch',
    ],
    [
      'with more to it',
      async () => send(await bucket.uploadRequest(fileOf()), pdf, { 'x-amz-acl': 'public-read' }),
      'AccessDenied',
    ],
    [
      'for another file',
      altered((url) => {
        url.pathname = url.pathname.replace(/.$/, 'f');
      }),
      'SignatureDoesNotMatch',
    ],
    [
      'for another bucket',
      altered((url) => {
        url.pathname = url.pathname.replace(name, 'etapas-juarez-data-evidence');
      }),
      'SignatureDoesNotMatch',
    ],
    ['for longer', altered((url) => url.searchParams.set('X-Amz-Expires', '86400')), 'SignatureDoesNotMatch'],
    [
      'for a week and more',
      altered((url) => url.searchParams.set('X-Amz-Expires', '700000')),
      'AuthorizationQueryParametersError',
    ],
    [
      'by another key',
      altered((url) => url.searchParams.set('X-Amz-Credential', 'other/20260101/us-east-1/s3/aws4_request')),
      'AuthorizationQueryParametersError',
    ],
    ['without its signature', altered((url) => url.searchParams.delete('X-Amz-Signature')), 'AccessDenied'],
  ];
  it.each(cases)('is refused: %s', async (_, request, code) => {
    const [status, told] = await codeIn(await request());
    expect(told).toBe(code);
    expect(status).toBe(code.startsWith('Authorization') ? 400 : 403);
  });

  it('to read is refused as well: the address of one file is no address of another', async () => {
    const [one, other] = [fileOf(), fileOf()];
    for (const file of [one, other]) await send(await bucket.uploadRequest(file));
    const address = await bucket.readAddress(one);
    expect(await codeIn(await fetch(address.replace(one.id, other.id)))).toEqual([
      403,
      'SignatureDoesNotMatch',
    ]);
    const page = address.replace(
      'response-content-type=application%2Fpdf',
      'response-content-type=text%2Fhtml',
    );
    expect(page).not.toBe(address);
    expect(await codeIn(await fetch(page))).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await codeIn(await fetch(address, { method: 'DELETE' }))).toEqual([403, 'SignatureDoesNotMatch']);
  });

  it('is refused when another page of the same browser sends it', async () => {
    const request = await bucket.uploadRequest(fileOf());
    expect((await send(request, pdf, { origin: 'https://elsewhere.example' })).status).toBe(403);
  });

  it('is refused for a bucket that is not there, though it is signed', async () => {
    const elsewhere = fileBucket('etapas-juarez-data-evidence');
    expect(await codeIn(await send(await elsewhere.uploadRequest(fileOf())))).toEqual([404, 'NoSuchBucket']);
  });
});

describe('an ordinary client', () => {
  it('reads parts of an object, and is told what is not there', async () => {
    const file = fileOf();
    await send(await bucket.uploadRequest(file));
    const { GetObjectCommand, HeadObjectCommand } = await import('@aws-sdk/client-s3');
    const client = new S3Client({
      endpoint: `${runner.url}/local/aws`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    });
    const object = { Bucket: name, Key: `evidence/${file.id}` };
    const head = await client.send(new HeadObjectCommand(object));
    expect([head.ContentLength, head.ContentType]).toEqual([pdf.length, 'application/pdf']);
    const text = async (Range: string) =>
      (await client.send(new GetObjectCommand({ ...object, Range }))).Body?.transformToString();
    expect(await text('bytes=0-3')).toBe('%PDF');
    expect(await text('bytes=-4')).toBe('tres');
    expect(await text('bytes=9-')).toBe('uno dos tres');
    await expect(text('bytes=500-')).rejects.toMatchObject({ name: 'InvalidRange' });
    await expect(client.send(new HeadObjectCommand({ ...object, Key: 'none' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });
});

describe('time', () => {
  it('ends a request after a quarter of an hour, and what is attached to nothing after a week', async () => {
    const [kept, forgotten, late] = [fileOf(), fileOf(), fileOf()];
    for (const file of [kept, forgotten]) await send(await bucket.uploadRequest(file));
    await bucket.keep(kept.id);
    const request = await bucket.uploadRequest(late);
    await runner.clock.moveTo(runner.clock.now() + 16 * 60_000);
    const expired = await send(request);
    expect(expired.status).toBe(403);
    expect(await expired.text()).toContain('Request has expired');
    await runner.clock.moveTo(runner.clock.now() + 7 * 86_400_000);
    expect(await bucket.look(kept.id)).toBeDefined();
    expect(await bucket.look(forgotten.id)).toBeUndefined();
  });
});
