import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '../../domain/language.ts';
import type { Words } from '../../words/es/local.ts';
import { localWords } from '../../words/languages.ts';
import { languageOf } from '../words.ts';

/** A request that cannot be served, to be answered as a problem (RFC 9457). */
export class HttpProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  /** @param code the stable suffix of its type, such as `not-found` */
  constructor(status: number, code: string, detail: string, headers: Record<string, string> = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** One request and its answer. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  method: string;
  url: URL;
  /** Finds the request in the logs. */
  requestId: string;
  language: Language;
  messages: Words;
}

/** @param requestId as the caller sent it, or a new one */
export function exchangeOf(request: IncomingMessage, response: ServerResponse, requestId: string): Exchange {
  const language = languageOf(request.headers['accept-language']);
  return {
    request,
    response,
    method: request.method ?? 'GET',
    // The host in a request line or header is the caller's to choose; only the path and the query count.
    url: new URL(`http://127.0.0.1${request.url?.startsWith('/') ? request.url : '/'}`),
    requestId,
    language,
    messages: localWords[language],
  };
}

export function send(
  { response }: Exchange,
  status: number,
  type: string,
  body: string | Buffer,
  headers = {},
) {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body), ...headers });
  response.end(body);
}

export const sendJson = (exchange: Exchange, status: number, body: unknown) =>
  send(exchange, status, 'application/json; charset=utf-8', JSON.stringify(body), {
    'cache-control': 'no-store',
  });

export const sendPage = (exchange: Exchange, body: string, policy: string) =>
  send(exchange, 200, 'text/html; charset=utf-8', body, {
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    vary: 'accept-language',
  });

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

export function sendProblem(exchange: Exchange, { status, code, message, headers }: HttpProblem) {
  const body = { type: `/problems/${code}`, title: titles[status] ?? code, status, detail: message };
  send(exchange, status, 'application/problem+json; charset=utf-8', JSON.stringify(body), {
    'cache-control': 'no-store',
    'content-language': exchange.language,
    ...headers,
  });
}

/** The whole body. @throws HttpProblem (413) when it is larger than allowed */
export async function readBody({ request, messages }: Exchange, limit: number): Promise<Buffer> {
  const tooLarge = () => new HttpProblem(413, 'too-large', messages.tooLarge, { connection: 'close' });
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  // Left open, so that the refusal can still be sent to whoever is sending too much.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
