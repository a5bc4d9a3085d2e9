import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent } from 'aws-lambda';
import * as z from 'zod';
import { Problem } from '../../domain/errors.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { may } from '../../domain/policies.ts';
import { commit, commitStakeholder } from '../../store/commit.ts';
import {
  type IdempotencyStore,
  idempotencyItem,
  type KeyedRequest,
} from '../../store/idempotency-records.ts';
import { staffRegister } from '../../store/staff-register.ts';
import type { Table, TransactItem } from '../../store/transaction.ts';
import type { FileBucket } from '../files/bucket.ts';
import type { Clock } from './clock.ts';
import { callerOf, fileBody, jsonBody, subjectOf, versionOf } from './http-request.ts';
import { languageOf } from './language-of.ts';
import { logger } from './logger.ts';
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

/**
 * One route as it answers requests: authorise, parse, decide, commit, respond. Read with the first request: the stores it
 * commits by bring the schemas of all that is kept.
 */
export function endpoint<Dependencies extends HttpDependencies>(
  route: Route<Dependencies>,
  dependencies: Dependencies,
) {
  const { table, municipality, clock } = dependencies;
  const run = route.run(dependencies);
  const respond = responder(dependencies.bucket, dependencies.largestAnswer);
  return async (event: HttpEvent): Promise<Response> => {
    const caller = callerOf(event, municipality);
    if (!may(route.policy, caller)) throw new Problem('forbidden');
    await staffRegister(table).add(caller.user, municipality, clock());
    const { headers } = event;
    const ifMatch = versionOf(headers['if-match']);
    if (route.needsVersion && ifMatch === undefined) throw new Problem('version-required');
    const request: Omit<RawRequest, 'attempt'> = {
      params: event.pathParameters,
      query: event.queryStringParameters ?? {},
      body: readBody(route, event),
      caller,
      language: languageOf(headers['accept-language'], municipality.language),
      ifMatch,
      first: {},
    };
    const idempotencyKey = route.method === 'GET' ? undefined : idempotencyKeyOf(event, caller.user);
    let attempts = 0;
    const response = await untilCommitted(() => {
      attempts += 1;
      return attempt({ ...request, attempt: attempts }, run, idempotencyKey, dependencies, respond);
    });
    if (route.readsPersonalData) logReading(route, event);
    return response;
  };
}

/** Logs who was answered with personal data, and where: the address holds ids alone, and what was looked for is left out. */
function logReading({ method, path }: Pick<Route<never>, 'method' | 'path'>, event: HttpEvent): void {
  const about = {
    code: 'personal-data-read',
    sub: subjectOf(event.requestContext.authorizer.jwt.claims),
    route: `${method} ${path}`,
  };
  logger.info('personal data read', { ...about, path: event.rawPath });
}

function readBody(
  { method, consumes }: Pick<Route<never>, 'method' | 'consumes'>,
  event: HttpEvent,
): unknown {
  if (method === 'GET') return undefined;
  return consumes ? fileBody(event, consumes) : (jsonBody(event) ?? {});
}

/** The `Idempotency-Key` of a command: whose it is, and what it was used for. */
function idempotencyKeyOf(
  { headers, requestContext, rawPath, rawQueryString, body }: HttpEvent,
  user: string,
): KeyedRequest | undefined {
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
  keyed: KeyedRequest | undefined,
  { table, idempotencyRecords, clock }: HttpDependencies,
  respond: Responder,
): Promise<Response> {
  const previous = keyed && (await idempotencyRecords.find(keyed));
  if (previous === 'other') throw new Problem('key-reused');
  if (previous) return respond.json(previous.status, previous.body);
  const result = await run(request).catch(async (error: unknown) => {
    // The same request may have been carried out since the record was looked for: its response is given again.
    const concurrent = error instanceof Problem && keyed && (await idempotencyRecords.find(keyed));
    if (concurrent && concurrent !== 'other') return { previous: concurrent };
    throw error;
  });
  if ('previous' in result) return respond.json(result.previous.status, result.previous.body);
  const { response } = result;
  if ('file' in response) return respond.file(response);
  if ('location' in response) return respond.redirect(response);
  const body = JSON.stringify(response.body);
  const now = clock();
  const record = keyed && idempotencyItem(table, keyed, { status: response.status, body }, now);
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
