import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Municipality } from '../../domain/municipality.ts';
import { contentPolicy } from '../../infra/constructs/content-policy.ts';
import { type Exchange, HttpProblem, send } from '../http/exchange.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json; charset=utf-8',
};

const policy = contentPolicy({ images: [], connections: [] });

const headers = {
  'content-security-policy': policy,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Names of assets carry the hash of their content; everything else is asked for anew. */
const cachingOf = (path: string) =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/** What the app is told of the place it is in. */
export interface AppConfig {
  issuer: string;
  clientId: string;
  municipality: Pick<Municipality, 'id' | 'name' | 'timeZone' | 'language'>;
}

interface File {
  whole: Buffer;
  /** As it travels to those who take it so. */
  small: Buffer;
}
const fileOf = (whole: Buffer): File => ({ whole, small: gzipSync(whole) });

/** By their addresses. */
function filesOf(folder: string): Map<string, File> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length).replaceAll(sep, '/'), fileOf(readFileSync(path))]),
  );
}

/** Addresses within the app have no ending; a file that is not there is not a page. */
const isPage = (path: string) => !extname(path);

/** What the app asks for at `/config.json`. */
export function configOf({ municipality, ...provider }: AppConfig) {
  const { id, name, timeZone, language } = municipality;
  return { ...provider, municipality: { id, name, timeZone, language } };
}

/**
 * Where a page is to be asked for instead: sign-in knows the machine under one name, and under another one the app would
 * be a stranger to it.
 */
export function elsewhere({ request, url }: Exchange, { issuer }: AppConfig): string | undefined {
  if (!isPage(url.pathname) || request.headers.host === new URL(issuer).host) return undefined;
  return new URL(url.pathname + url.search, issuer).href;
}

/**
 * Serves the app: its files, what it is told of this place, and its page on every address of its own.
 * @param built gives its folder, which may take a while: whoever asks for the page then waits
 */
export function appServer(built: () => Promise<string>, settings: AppConfig) {
  let files: Promise<Map<string, File>> | undefined;
  const config = fileOf(Buffer.from(JSON.stringify(configOf(settings))));

  /** @throws HttpProblem */
  return async (exchange: Exchange): Promise<void> => {
    const { messages, method, url } = exchange;
    const path = decodeURIComponent(url.pathname);
    if (method !== 'GET' && method !== 'HEAD') throw new HttpProblem(404, 'not-found', messages.notFound);
    const isSmall = /\bgzip\b/.test(String(exchange.request.headers['accept-encoding']));
    const answer = ({ whole, small }: File, name: string) =>
      send(exchange, 200, types[extname(name)] ?? 'application/octet-stream', isSmall ? small : whole, {
        ...headers,
        ...(isSmall && { 'content-encoding': 'gzip' }),
        'cache-control': cachingOf(name),
        vary: 'accept-encoding',
      });
    if (path === '/config.json') return answer(config, path);
    const away = elsewhere(exchange, settings);
    if (away) return send(exchange, 302, 'text/plain', '', { location: away, 'cache-control': 'no-store' });
    files ??= built().then(filesOf);
    const known = await files;
    const file = known.get(path);
    if (file) return answer(file, path);
    const page = isPage(path) ? known.get('/index.html') : undefined;
    if (!page) throw new HttpProblem(404, 'not-found', messages.notFound);
    return answer(page, '/index.html');
  };
}
export type AppServer = ReturnType<typeof appServer>;
