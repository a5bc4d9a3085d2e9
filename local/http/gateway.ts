import * as z from 'zod';
import type { Assembly } from '../assembly/specs.ts';
import type { Clock } from '../clock.ts';
import { FunctionError } from '../functions/error.ts';
import { type Functions, tooLarge } from '../functions/functions.ts';
import type { Claims, Tokens } from '../sign-in/tokens.ts';
import { eventOf } from './event.ts';
import { type Exchange, HttpProblem, readBody, send } from './exchange.ts';
import { type Match, routerOf } from './routes.ts';

const largestRequest = 10 * 1024 * 1024;

/** What a function answers; anything that does not say a status is itself the body. */
const Result = z.object({
  statusCode: z.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

export interface GatewayOptions {
  routes: Assembly['routes'];
  functions: Functions;
  tokens: Tokens;
  clock: Clock;
}

async function authorize(
  { request, messages }: Exchange,
  { spec }: Match,
  tokens: Tokens,
): Promise<Claims | undefined> {
  if (!spec.audience) return undefined;
  const [, token] = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const claims = token && (await tokens.verify(token, spec.audience));
  if (!claims) {
    const challenge = token ? 'Bearer error="invalid_token"' : 'Bearer';
    throw new HttpProblem(401, 'unauthorized', messages.unauthorized, { 'www-authenticate': challenge });
  }
  const scopes = claims.scope.split(' ');
  if (spec.scopes.length > 0 && !spec.scopes.some((scope) => scopes.includes(scope)))
    throw new HttpProblem(403, 'forbidden', messages.forbidden, {
      'www-authenticate': 'Bearer error="insufficient_scope"',
    });
  return claims;
}

/** API Gateway's HTTP API: the routes of the assembly, their JWT authorizer, their functions. */
export function startGateway({ routes, functions, tokens, clock }: GatewayOptions) {
  const route = routerOf(routes);
  // API Gateway decodes the path before it matches it and hands it on.
  const pathOf = ({ url }: Exchange) => decodeURIComponent(url.pathname);

  /** @throws HttpProblem */
  const answer = async (exchange: Exchange): Promise<void> => {
    const { messages, requestId, response, method } = exchange;
    const path = pathOf(exchange);
    const match = route(method, path);
    if (!match) throw new HttpProblem(404, 'not-found', messages.notFound);
    const claims = await authorize(exchange, match, tokens);
    const body = await readBody(exchange, largestRequest);
    const event = eventOf({ exchange, match, path, body, claims, now: clock.now() });
    const result = await functions.invoke(match.spec.functionArn, event).catch((error: unknown) => {
      const isTooLarge = error instanceof FunctionError && error.name === tooLarge;
      throw isTooLarge
        ? new HttpProblem(413, 'too-large', messages.tooLarge)
        : new HttpProblem(500, 'internal', messages.failed);
    });
    const parsed = Result.safeParse(result);
    if (!parsed.success) return send(exchange, 200, 'application/json', JSON.stringify(result));
    const { statusCode, headers, cookies, body: text, isBase64Encoded } = parsed.data;
    const content = Buffer.from(text, isBase64Encoded ? 'base64' : 'utf8');
    const given = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
    if (cookies.length > 0) response.setHeader('set-cookie', cookies);
    response.writeHead(statusCode, {
      'content-type': 'text/plain; charset=utf-8',
      'apigw-requestid': requestId,
      ...given,
      ...(statusCode >= 200 && ![204, 304].includes(statusCode) && { 'content-length': content.length }),
    });
    response.end(content);
  };
  /** Whether the request is for one of its routes. */
  const serves = (exchange: Exchange) => route(exchange.method, pathOf(exchange)) !== undefined;
  return { answer, serves };
}
export type Gateway = ReturnType<typeof startGateway>;
