import { createHash } from 'node:crypto';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import type {
  APIGatewayProxyStructuredResultV2,
  APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent,
} from 'aws-lambda';
import * as z from 'zod';
import { Conflict, Problem } from '../../domain/errors.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { may } from '../../domain/policies.ts';
import { commit, commitStakeholder } from '../../store/commit.ts';
import { type IdempotencyStore, idempotencyItem } from '../../store/idempotency-records.ts';
import type { Table, TransactItem } from '../../store/transaction.ts';
import type { Clock } from './clock.ts';
import { callerOf, fileBody, jsonBody, languageOf, versionOf } from './http-request.ts';
import { logger } from './logger.ts';
import { problemResponse } from './problem-response.ts';
import { untilCommitted } from './retry.ts';
import type { FileResponse, RawRequest, RedirectResponse, Route, RouteResult } from './route.ts';

/** What the chain itself needs, whatever the routes need beside it. */
export interface HttpDependencies {
  table: Table;
  idempotencyRecords: IdempotencyStore;
  municipality: Municipality;
  clock: Clock;
}

type Response = APIGatewayProxyStructuredResultV2;

/** A response that anyone may ask for, such as the description of the interface. */
export interface OpenPage {
  path: `/${string}`;
  body(): object;
}

/** The one chain of every signed-in request: log, route, authorise, parse, decide, commit, answer. */
export function httpHandler<Dependencies extends HttpDependencies>(
  routes: Route<Dependencies>[],
  pages: OpenPage[],
  dependencies: Dependencies,
) {
  const { municipality } = dependencies;
  const signedIn = routes.map(({ method, path, ...route }) => ({
    method,
    path,
    handler: endpoint({ method, path, ...route }, dependencies),
  }));
  const open = pages.map(({ path, body }) => ({
    method: 'GET' as const,
    path,
    handler: async () => jsonResponse(200, JSON.stringify(body())),
  }));
  return middy<HttpEvent, Response>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(requestLog())
    .use(problemsAnswered(municipality))
    .handler(
      httpRouter({
        routes: [...signedIn, ...open],
        notFoundResponse: () => {
          throw new Problem('not-found');
        },
      }),
    );
}

function endpoint<Dependencies extends HttpDependencies>(
  route: Route<Dependencies>,
  dependencies: Dependencies,
) {
  const run = route.run(dependencies);
  return async (event: HttpEvent): Promise<Response> => {
    const caller = callerOf(event);
    if (!may(route.policy, caller)) throw new Problem('forbidden');
    const { headers } = event;
    const ifMatch = versionOf(headers['if-match']);
    if (route.needsVersion && ifMatch === undefined) throw new Problem('version-required');
    const request: Omit<RawRequest, 'attempt'> = {
      params: event.pathParameters,
      query: event.queryStringParameters ?? {},
      body: bodyOf(route, event),
      caller,
      language: languageOf(headers['accept-language'], dependencies.municipality.language),
      ifMatch,
    };
    const once = route.method === 'GET' ? undefined : onceOnly(event, caller.user);
    let attempts = 0;
    return untilCommitted(() => {
      attempts += 1;
      return attempt({ ...request, attempt: attempts }, run, once, dependencies);
    });
  };
}

function bodyOf({ method, consumes }: Pick<Route<never>, 'method' | 'consumes'>, event: HttpEvent): unknown {
  if (method === 'GET') return undefined;
  return consumes ? fileBody(event, consumes) : (jsonBody(event) ?? {});
}

/** The caller's key for a command, with the digest of what it was used for. */
interface Once {
  user: string;
  key: string;
  request: string;
}

function onceOnly(
  { headers, requestContext, rawPath, rawQueryString, body }: HttpEvent,
  user: string,
): Once | undefined {
  const header = headers['idempotency-key'];
  if (header === undefined) return undefined;
  const { success, data: key } = z.string().min(1).max(255).safeParse(header);
  if (!success)
    throw new Problem('invalid-request', { errors: [{ path: 'Idempotency-Key', message: '1–255' }] });
  const request = createHash('sha256')
    .update(JSON.stringify([requestContext.http.method, rawPath, rawQueryString, body]))
    .digest('hex');
  return { user, key, request };
}

async function attempt(
  request: RawRequest,
  run: ReturnType<Route<HttpDependencies>['run']>,
  once: Once | undefined,
  { table, idempotencyRecords, clock }: HttpDependencies,
): Promise<Response> {
  const previous = once && (await idempotencyRecords.find(once.user, once.key));
  if (previous && previous.request !== once.request) throw new Problem('key-reused');
  if (previous) return jsonResponse(previous.status, previous.body);
  const outcome = await run(request).catch(async (error: unknown) => {
    // The same command may have been carried out since it was looked for: it then answers as it did.
    const concurrent =
      error instanceof Problem && once && (await idempotencyRecords.find(once.user, once.key));
    if (concurrent && concurrent.request === once.request) return concurrent;
    throw error;
  });
  if ('request' in outcome) return jsonResponse(outcome.status, outcome.body);
  const { response } = outcome;
  if ('file' in response) return fileResponse(response);
  if ('location' in response) return redirect(response);
  const body = JSON.stringify(response.body);
  const now = clock();
  const record =
    once &&
    idempotencyItem(
      table,
      once.user,
      once.key,
      { request: once.request, status: response.status, body },
      now,
    );
  await write(table, outcome, now, record ? [record] : []);
  return jsonResponse(response.status, body);
}

/** Commits what an outcome changes, whichever kind of change it is; `also` stands or falls with it. */
async function write(table: Table, outcome: RouteResult, now: Date, also: TransactItem[]): Promise<void> {
  const { change } = outcome;
  if (outcome.commit) await outcome.commit(also);
  else if (change && 'stakeholder' in change) await commitStakeholder(table, change, now, also);
  else if (change) await commit(table, change, now, also);
}

const fileResponse = ({ status, file: { name, type, bytes } }: FileResponse): Response => ({
  statusCode: status,
  headers: {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
  body: Buffer.from(bytes).toString('base64'),
  isBase64Encoded: true,
});

/** The address is a key to what is there: nobody on the way is to keep it, or to be told of it. */
const redirect = ({ status, location }: RedirectResponse): Response => ({
  statusCode: status,
  headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  body: '',
});

const jsonResponse = (statusCode: number, body: string): Response => ({
  statusCode,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
  body,
});

/** One line per request: what was asked by its route's shape and how it ended; no ids of persons, no bodies. */
function requestLog(): middy.MiddlewareObj<HttpEvent, Response> {
  const line = ({ event, response }: { event: HttpEvent; response?: Response | null }) => {
    const { method } = event.requestContext.http;
    logger.info('request', { method, path: event.rawPath, status: response?.statusCode });
  };
  return {
    before: ({ event }) => logger.appendKeys({ requestId: event.requestContext.requestId }),
    after: line,
    onError: line,
  };
}

/** Named problems are answered as such; anything else is logged whole, and answered without telling of it. */
function problemsAnswered({ language }: Municipality): middy.MiddlewareObj<HttpEvent, Response, Error> {
  return {
    onError: (request) => {
      const { error, event } = request;
      const problem = problemOf(error);
      if (problem.code === 'internal') logger.error('unexpected', problem);
      request.response = problemResponse(problem, languageOf(event.headers['accept-language'], language));
    },
  };
}

function problemOf(error?: Error | null): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Conflict) return new Problem('changed-meanwhile', { cause: error });
  return new Problem('internal', { cause: error });
}
