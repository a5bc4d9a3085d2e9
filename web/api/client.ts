import { reached, unreached } from '../offline/connection.ts';
import { accessToken, signInAgain } from '../session/session.ts';
import { currentLanguage } from '../words/language.ts';
import { NoConnection, problemOf } from './problem.ts';
import type { ApiRequest, ApiResponse, RouteName } from './types.ts';

/** On a poor signal a request may hang for good: after this it counts as not answered. A file takes its time. */
const patience = 30_000;
const patienceWithFiles = 5 * 60_000;

interface Anything {
  params?: Record<string, string>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  version?: number;
}

/** How much of an answer has arrived, in bytes, and of how much, where that is told. */
export interface Received {
  bytes: number;
  of?: number;
}

interface More {
  signal?: AbortSignal;
  /** Whether making and fetching the answer may take as long as sending a file. */
  isLong?: boolean;
  /** Told as the answer arrives, which is then one that takes its time. */
  onReceived?: (received: Received) => void;
  /** Makes a repeated write safe for a day; one is made up unless given. */
  key?: string;
}

function addressOf(path: string, { params = {}, query = {} }: Anything): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  return search.size > 0 ? `${filled}?${search}` : filled;
}

async function send(
  method: string,
  address: string,
  init: RequestInit,
  { signal, isLong, onReceived }: More,
) {
  const takesTime = isLong || onReceived || init.body instanceof Blob;
  const timeout = AbortSignal.timeout(takesTime ? patienceWithFiles : patience);
  try {
    const response = await fetch(address, {
      method,
      ...init,
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    reached();
    return response;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    unreached();
    throw new NoConnection('the interface was not reached', { cause });
  }
}

/**
 * Asks a route of the interface, typed by its name: `api('GET /api/localities/{id}', { params: { id } })`. A write goes
 * with a key of its own, so that repeating it after a lost answer does it once; one that meets an expired session is
 * held, and goes on once the person has signed in again.
 * @throws ProblemError for what the interface refuses, NoConnection when it is not reached
 */
export async function api<Name extends RouteName>(
  route: Name,
  asked: ApiRequest<Name>,
  more?: More,
): Promise<ApiResponse<Name>>;
export async function api(
  route: RouteName,
  asked: Anything,
  { key = crypto.randomUUID(), ...more }: More = {},
): Promise<unknown> {
  const [method = 'GET', path = ''] = route.split(' ');
  const { body, version } = asked;
  const isFile = body instanceof Blob;
  const attempt = async () => {
    const token = await accessToken();
    const headers = {
      'accept-language': currentLanguage(),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(method !== 'GET' && { 'idempotency-key': key }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...(body !== undefined && { 'content-type': isFile ? body.type : 'application/json' }),
    };
    const content = isFile ? body : body === undefined ? undefined : JSON.stringify(body);
    return send(method, addressOf(path, asked), { headers, body: content }, more);
  };
  let response = await attempt();
  if (response.status === 401) {
    await signInAgain();
    response = await attempt();
  }
  if (!response.ok) throw await problemOf(response);
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/json')) return response.json();
  return more.onReceived ? followed(response, more.onReceived) : response.blob();
}

/** The answer as a file, telling how much of it has arrived. */
async function followed(response: Response, onReceived: (received: Received) => void): Promise<Blob> {
  const length = Number(response.headers.get('content-length'));
  let bytes = 0;
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      bytes += piece.length;
      // What is sent compressed is longer than it says.
      onReceived({ bytes, of: length >= bytes ? length : undefined });
      controller.enqueue(piece);
    },
  });
  const { headers } = response;
  return new Response(response.body?.pipeThrough(counting), { headers }).blob();
}
