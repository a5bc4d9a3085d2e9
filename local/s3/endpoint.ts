import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import type { Clock } from '../clock.ts';
import { html } from '../html.ts';
import { type Exchange, readBody, send } from '../http/exchange.ts';
import type { Objects, StoredObject } from './objects.ts';
import { type Credentials, isPresigned, verifyPresigned } from './signature.ts';

const largestObject = 64 * 1024 * 1024;

/** Of the errors that are not 400. */
const statuses: Record<string, number> = {
  AccessDenied: 403,
  InvalidAccessKeyId: 403,
  SignatureDoesNotMatch: 403,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  PreconditionFailed: 412,
  InvalidRange: 416,
  NotImplemented: 501,
};

interface Asked {
  exchange: Exchange;
  bucket: string;
  key: string;
  body: Buffer;
  now: number;
}

/** `bytes=0-99`, `bytes=100-`, `bytes=-100`; places of the first and the last byte. */
function rangeOf(header: string | undefined, size: number): [number, number] | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (first > last) throw new AwsError('InvalidRange', 'The requested range is not satisfiable');
  return [first, last];
}

/** What the address of a signed request may say of the answer's headers. */
const overridden = (query: URLSearchParams) =>
  Object.fromEntries(
    ['content-type', 'content-disposition', 'cache-control'].flatMap((name) => {
      const value = query.get(`response-${name}`);
      return value === null ? [] : [[name, value]];
    }),
  );

/**
 * S3 for the clients in the functions and for whoever holds an address that they have signed: objects are put, read
 * whole or in part, erased, and lose their tags. A signature in the address is verified; one in the headers is taken as given,
 * as that of every other service here is.
 */
export function startS3(objects: Objects, clock: Pick<Clock, 'now'>, credentials: Credentials) {
  async function found({ bucket, key, now }: Asked): Promise<StoredObject> {
    const object = await objects.find(bucket, key, now);
    if (!object) throw new AwsError('NoSuchKey', 'The specified key does not exist.');
    return object;
  }

  async function put(asked: Asked) {
    const { exchange, bucket, key, body, now } = asked;
    const { headers } = exchange.request;
    if (headers['content-encoding']?.includes('aws-chunked'))
      throw new AwsError('NotImplemented', 'Bodies in signed chunks are not taken here');
    if (headers['if-none-match'] === '*' && (await objects.find(bucket, key, now)))
      throw new AwsError('PreconditionFailed', 'There is an object under this key already');
    const tags = Object.fromEntries(new URLSearchParams(String(headers['x-amz-tagging'] ?? '')));
    const type = headers['content-type'] ?? 'binary/octet-stream';
    const { etag } = await objects.put(bucket, key, { type, tags, bytes: body }, now);
    send(exchange, 200, 'application/xml', '', { etag });
  }

  async function get(asked: Asked) {
    const { exchange } = asked;
    const object = await found(asked);
    const range = rangeOf(exchange.request.headers.range, object.size);
    const bytes = await objects.bytesOf(object);
    const [first, last] = range ?? [0, object.size - 1];
    send(exchange, range ? 206 : 200, object.type, bytes.subarray(first, last + 1), {
      'accept-ranges': 'bytes',
      etag: object.etag,
      'last-modified': new Date(object.stored).toUTCString(),
      ...(range && { 'content-range': `bytes ${first}-${last}/${object.size}` }),
      ...overridden(exchange.url.searchParams),
      // Here objects are of the same origin as the app, which they are not in the cloud.
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  }

  async function erase({ exchange, bucket, key }: Asked) {
    await objects.erase(bucket, key);
    exchange.response.writeHead(204).end();
  }

  /** An object has one version here, and goes with it. */
  async function versions({ exchange, bucket, now }: Asked) {
    const prefix = exchange.url.searchParams.get('prefix') ?? '';
    const found = await objects.find(bucket, prefix, now);
    const version = found
      ? html`<Version><Key>${prefix}</Key><VersionId>null</VersionId><IsLatest>true</IsLatest></Version>`
      : html``;
    const { text } = html`<?xml version="1.0" encoding="UTF-8"?>
<ListVersionsResult><Name>${bucket}</Name><Prefix>${prefix}</Prefix><IsTruncated>false</IsTruncated>${version}</ListVersionsResult>`;
    send(exchange, 200, 'application/xml', text);
  }

  async function untag(asked: Asked) {
    await found(asked);
    objects.untag(asked.bucket, asked.key);
    asked.exchange.response.writeHead(204).end();
  }

  function operationOf({ method, url }: Exchange): (asked: Asked) => Promise<void> {
    const isTagging = url.searchParams.has('tagging');
    if (method === 'DELETE' && isTagging) return untag;
    if (isTagging) throw new AwsError('NotImplemented', `${method} of tags is not served here`);
    if (method === 'GET' && url.searchParams.has('versions')) return versions;
    if (method === 'DELETE') return erase;
    if (method === 'PUT') return put;
    if (method === 'GET' || method === 'HEAD') return get;
    throw new AwsError('NotImplemented', `${method} of an object is not served here`);
  }

  function authorize({ method, url, request }: Exchange, now: number) {
    const { headers } = request;
    // A browser that is sent on to its own origin takes its sign-in along; to S3, another origin, it does not.
    if (isPresigned({ url })) return verifyPresigned({ method, url, headers }, credentials, now);
    if (!headers.authorization?.startsWith('AWS4-HMAC-SHA256'))
      throw new AwsError('AccessDenied', 'Access Denied');
  }

  /** @param path `<bucket>/<key>`, as it stands in the address */
  return async (exchange: Exchange, path: string): Promise<void> => {
    const [bucket = '', ...rest] = path.split('/').map(decodeURIComponent);
    const now = clock.now();
    const body = await readBody(exchange, largestObject);
    try {
      authorize(exchange, now);
      if (!objects.has(bucket)) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist');
      await operationOf(exchange)({ exchange, bucket, key: rest.join('/'), body, now });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const { text } = html`<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>${error.name}</Code><Message>${error.message}</Message><RequestId>${randomUUID()}</RequestId></Error>`;
      send(exchange, statuses[error.name] ?? 400, 'application/xml', text);
    }
  };
}
export type S3 = ReturnType<typeof startS3>;
