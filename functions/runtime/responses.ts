import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { AnsweredFile, FileBucket } from '../files/bucket.ts';
import type { FileResponse, RedirectResponse } from './route.ts';

export type Response = APIGatewayProxyStructuredResultV2;

/**
 * What an answer may take unless told, in bytes: a function hands over 6 MB as JSON, some of which is for what stands
 * around the body. Source: Lambda quotas, *Invocation payload*.
 */
const largestAnswer = 6 * 1024 * 1024 - 64 * 1024;

/** What a text takes at most within JSON, for each of its signs: `\u001f`. */
const mostPerSign = 6;

/**
 * How everything is answered. What the gateway does not carry is laid into the bucket, and the answer says where (303):
 * so no answer is refused, or fails, for being large.
 */
export function responder(bucket: Pick<FileBucket, 'lay'>, most = largestAnswer) {
  const fitsAsJson = (text: string) =>
    text.length * mostPerSign <= most || Buffer.byteLength(JSON.stringify(text)) <= most;
  const fitsAsBase64 = ({ length }: Uint8Array) => 4 * Math.ceil(length / 3) <= most;
  const elsewhere = async (file: AnsweredFile) => moved(303, await bucket.lay(file));

  async function json(statusCode: number, body: string): Promise<Response> {
    const type = 'application/json; charset=utf-8';
    if (!fitsAsJson(body)) return elsewhere({ name: 'etapas.json', type, bytes: Buffer.from(body) });
    return {
      statusCode,
      headers: { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
      body,
    };
  }

  async function file({ status, file: answered }: FileResponse): Promise<Response> {
    const { name, type, bytes } = answered;
    if (!fitsAsBase64(bytes)) return elsewhere(answered);
    return {
      statusCode: status,
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
      body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64'),
      isBase64Encoded: true,
    };
  }

  const redirect = ({ status, location }: RedirectResponse): Response => moved(status, location);

  return { json, file, redirect };
}
export type Responder = ReturnType<typeof responder>;

/** Whoever has the address can read the file until it expires: caches do not keep it, and no `Referer` passes it on. */
const moved = (statusCode: number, location: string): Response => ({
  statusCode,
  headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  body: '',
});
