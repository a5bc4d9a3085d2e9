import { createHash } from 'node:crypto';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent } from 'aws-lambda';
import * as z from 'zod';
import { Conflict, Problem } from '../../domain/errors.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { may } from '../../domain/policies.ts';
import { commit, commitStakeholder } from '../../store/commit.ts';
import { type IdempotencyStore, idempotencyItem } from '../../store/idempotency-records.ts';
import type { Table, TransactItem } from '../../store/transaction.ts';
import type { FileBucket } from '../files/bucket.ts';
import type { Clock } from './clock.ts';
import { callerOf, fileBody, jsonBody, languageOf, versionOf } from './http-request.ts';
import { logger } from './logger.ts';
import { problemResponse } from './problem-response.ts';
import { type Responder, type Response, responder } from './responses.ts';
import { untilCommitted } from './retry.ts';
import type { RawRequest, Route, RouteResult } from './route.ts';

/** What the middleware chain needs; routes may need more. */
export interface HttpDependencies {
  table: Table;
  idempotencyRecords: IdempotencyStore;
  /** Where answers lie that are too large to be sent. */
  bucket: Pick<FileBucket, 'lay'>;
  /** In bytes; as large as a function may hand over unless told. */
  largestAnswer?: number;
  municipality: Municipality;
  clock: Clock;
}

/** A page that needs no token, such as the description of the interface. */
export interface OpenPage {
  path: `/${string}`;
  body(): object;
}

/** The middleware chain of every signed-in request: log, route, authorise, parse, decide, commit, respond. */
export function httpHandler<Dependencies extends HttpDependencies>(
  routes: Route<Dependencies>[],
  pages: OpenPage[],
  dependencies: Dependencies,
) {
  const { municipality } = dependencies;
  const respond = responder(dependencies.bucket, dependencies.largestAnswer);
  const signedIn = routes.map(({ method, path, ...route }) => ({
    method,
    path,
    handler: endpoint({ method, path, ...route }, dependencies, respond),
  }));
  const open = pages.map(({ path, body }) => ({
    method: 'GET' as const,
    path,
    handler: () => respond.json(200, JSON.stringify(body())),
  }));
  return middy<HttpEvent, Response>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(requestLog())
    .use(problemHandler(municipality))
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
  respond: Responder,
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
      body: readBody(route, event),
      caller,
      language: languageOf(headers['accept-language'], dependencies.municipality.language),
      ifMatch,
      first: {},
    };
    const idempotencyKey = route.method === 'GET' ? undefined : idempotencyKeyOf(event, caller.user);
    let attempts = 0;
    return untilCommitted(() => {
      attempts += 1;
      return attempt({ ...request, attempt: attempts }, run, idempotencyKey, dependencies, respond);
    });
  };
}

function readBody(
  { method, consumes }: Pick<Route<never>, 'method' | 'consumes'>,
  event: HttpEvent,
): unknown {
  if (method === 'GET') return undefined;
  return consumes ? fileBody(event, consumes) : (jsonBody(event) ?? {});
}

/** The `Idempotency-Key` of a command: whose it is, and what it was used for. */
interface IdempotencyKey {
  user: string;
  key: string;
  /** SHA-256, hexadecimal, of method, address and body. */
  digest: string;
}

function idempotencyKeyOf(
  { headers, requestContext, rawPath, rawQueryString, body }: HttpEvent,
  user: string,
): IdempotencyKey | undefined {
  const header = headers['idempotency-key'];
  if (header === undefined) return undefined;
  const { success, data: key } = z.string().min(1).max(255).safeParse(header);
  if (!success)
    throw new Problem('invalid-request', { errors: [{ path: 'Idempotency-Key', message: '1–255' }] });
  const digest = createHash('sha256')
    .update(JSON.stringify([requestContext.http.method, rawPath, rawQueryString, body]))
    .digest('hex');
  return { user, key, digest };
}

async function attempt(
  request: RawRequest,
  run: ReturnType<Route<HttpDependencies>['run']>,
  idempotencyKey: IdempotencyKey | undefined,
  { table, idempotencyRecords, clock }: HttpDependencies,
  respond: Responder,
): Promise<Response> {
  const previousResponse =
    idempotencyKey && (await idempotencyRecords.find(idempotencyKey.user, idempotencyKey.key));
  if (previousResponse && previousResponse.request !== idempotencyKey.digest) throw new Problem('key-reused');
  if (previousResponse) return respond.json(previousResponse.status, previousResponse.body);
  const result = await run(request).catch(async (error: unknown) => {
    // The same request may have been carried out since the record was looked for: its response is given again.
    const concurrent =
      error instanceof Problem &&
      idempotencyKey &&
      (await idempotencyRecords.find(idempotencyKey.user, idempotencyKey.key));
    if (concurrent && concurrent.request === idempotencyKey.digest) return concurrent;
    throw error;
  });
  if ('request' in result) return respond.json(result.status, result.body);
  const { response } = result;
  if ('file' in response) return respond.file(response);
  if ('location' in response) return respond.redirect(response);
  const body = JSON.stringify(response.body);
  const now = clock();
  const record =
    idempotencyKey &&
    idempotencyItem(
      table,
      idempotencyKey.user,
      idempotencyKey.key,
      { request: idempotencyKey.digest, status: response.status, body },
      now,
    );
  await commitResult(table, result, now, record ? [record] : []);
  return respond.json(response.status, body);
}

/** Commits the change of a result, whichever kind it is, in one transaction with the items of `also`. */
async function commitResult(
  table: Table,
  result: RouteResult,
  now: Date,
  also: TransactItem[],
): Promise<void> {
  const { change } = result;
  if (result.commit) await result.commit(also);
  else if (change && 'stakeholder' in change) await commitStakeholder(table, change, now, also);
  else if (change) await commit(table, change, now, also);
}

/** Logs one line per request: method, path and status; neither who asked nor any body. */
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

/** Answers a `Problem` as itself; any other error is logged whole and answered as `internal`, without its text. */
function problemHandler({ language }: Municipality): middy.MiddlewareObj<HttpEvent, Response, Error> {
  return {
    onError: (request) => {
      const { error, event } = request;
      const problem = problemOf(error);
      if (problem.code === 'internal') logger.error('unexpected', problem);
      // Its cause names what is missing, for whoever runs the installation.
      if (problem.code === 'version-missing') logger.error('version missing', problem);
      request.response = problemResponse(problem, languageOf(event.headers['accept-language'], language));
    },
  };
}

function problemOf(error?: Error | null): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Conflict) return new Problem('changed-meanwhile', { cause: error });
  return new Problem('internal', { cause: error });
}
