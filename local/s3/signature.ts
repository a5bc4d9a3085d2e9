import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { AwsError } from '../aws-error.ts';

/** A request as far as it is signed. */
export interface SignedRequest {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
}

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

const algorithm = 'AWS4-HMAC-SHA256';
/** A clock may be ahead of the signer's by so much. */
const skewMilliseconds = 15 * 60_000;

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const canonicalQuery = (query: URLSearchParams) =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort(byCode)
    .join('&');

/** `20261205T090000Z` → milliseconds */
const instantOf = (text: string) =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/** Whether the request carries its signature in its address. */
export const isPresigned = ({ url }: Pick<SignedRequest, 'url'>) => url.searchParams.has('X-Amz-Signature');

/**
 * Holds a request whose signature is in its address against that signature, as S3 does: *Authenticating Requests: Using
 * Query Parameters (AWS Signature Version 4)*.
 * @throws AwsError when it is not what was signed, or not signed for this moment
 */
export function verifyPresigned(
  { method, url, headers }: SignedRequest,
  { accessKeyId, secretAccessKey }: Credentials,
  now: number,
): void {
  const query = url.searchParams;
  const said = (name: string) => query.get(`X-Amz-${name}`) ?? '';
  const [id, day = '', region = '', service = '', end = ''] = said('Credential').split('/');
  const signedAt = instantOf(said('Date'));
  const seconds = Number(said('Expires'));
  const names = said('SignedHeaders').split(';');
  const wellFormed =
    said('Algorithm') === algorithm &&
    service === 's3' &&
    end === 'aws4_request' &&
    said('Date').startsWith(day) &&
    Number.isFinite(signedAt) &&
    seconds >= 1 &&
    seconds <= 604_800 &&
    names.includes('host');
  if (!wellFormed)
    throw new AwsError(
      'AuthorizationQueryParametersError',
      'The query parameters of the signature are wrong',
    );
  if (id !== accessKeyId) throw new AwsError('InvalidAccessKeyId', 'The access key id does not exist');
  if (signedAt > now + skewMilliseconds) throw new AwsError('AccessDenied', 'Request is not valid yet');
  if (now > signedAt + seconds * 1_000) throw new AwsError('AccessDenied', 'Request has expired');
  const unsigned = Object.keys(headers).filter((name) => name.startsWith('x-amz-') && !names.includes(name));
  if (unsigned.length > 0)
    throw new AwsError('AccessDenied', `There were headers present in the request which were not signed`);

  const scope = [day, region, service, end].join('/');
  const canonicalHeaders = names.map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`).join('');
  const canonical = [
    method,
    url.pathname,
    canonicalQuery(query),
    canonicalHeaders,
    names.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const text = [algorithm, said('Date'), scope, sha256(canonical)].join('\n');
  const key = [region, service, end].reduce(hmac, hmac(`AWS4${secretAccessKey}`, day));
  if (hmac(key, text).toString('hex') !== said('Signature'))
    throw new AwsError('SignatureDoesNotMatch', 'The request is not the one that was signed');
}
