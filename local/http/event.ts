import { isUtf8 } from 'node:buffer';
import type { Claims } from '../sign-in/tokens.ts';
import type { Exchange } from './exchange.ts';
import type { Match } from './routes.ts';

/** API Gateway hands these over as text and everything else in base64, forms and bodies of no stated type too. */
const isText = (type: string) =>
  /^(text\/[^;]*|application\/(json|xml|javascript))\s*(;|$)/i.test(type.trim());

/** Claims reach functions as texts: arrays as `[a b]`. */
const claimText = (value: unknown) => (Array.isArray(value) ? `[${value.join(' ')}]` : String(value));

const apacheTime = (date: Date) => {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(date.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
};

/** Repeated parameters are joined with commas. */
function queryOf(search: URLSearchParams): Record<string, string> | undefined {
  const names = [...new Set(search.keys())];
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, search.getAll(name).join(',')]));
}

interface Request {
  exchange: Exchange;
  match: Match;
  /** Decoded. */
  path: string;
  body: Buffer;
  claims?: Claims;
  now: number;
}

/** The event of payload format 2.0 that API Gateway would call the function with. */
export function eventOf({ exchange, match, path, body, claims, now }: Request) {
  const { request, method, url, requestId } = exchange;
  const { cookie, ...rest } = request.headers;
  const headers = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
  // Text that is none in UTF-8 (Excel's Windows-1252) goes as the bytes it is, so that nothing is lost on the way.
  const text = isText(headers['content-type'] ?? '') && isUtf8(body);
  const scopes = match.spec.scopes.length > 0 ? match.spec.scopes : null;
  return {
    version: '2.0',
    routeKey: match.spec.key,
    rawPath: path,
    rawQueryString: url.search.slice(1),
    ...(cookie && { cookies: cookie.split(/;\s*/) }),
    headers: {
      'x-amzn-trace-id': `Root=1-${Math.floor(now / 1000).toString(16)}-${requestId.replaceAll('-', '').slice(0, 24)}`,
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-port': String(request.socket.localPort),
      'x-forwarded-proto': 'http',
      ...headers,
    },
    queryStringParameters: queryOf(url.searchParams),
    ...(Object.keys(match.parameters).length > 0 && { pathParameters: match.parameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? '127.0.0.1',
      domainPrefix: 'local',
      ...(claims && {
        authorizer: {
          jwt: {
            claims: Object.fromEntries(
              Object.entries(claims).map(([name, value]) => [name, claimText(value)]),
            ),
            scopes,
          },
        },
      }),
      http: {
        method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: match.spec.key,
      stage: '$default',
      time: apacheTime(new Date(now)),
      timeEpoch: now,
    },
    ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !text,
  };
}
