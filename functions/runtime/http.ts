import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type {
  APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent,
  APIGatewayProxyStructuredResultV2 as Response,
} from 'aws-lambda';
import { Conflict, Problem } from '../../domain/errors.ts';
import type { Municipality } from '../../domain/municipality.ts';
import type { HttpDependencies } from './endpoint.ts';
import { jsonResponse } from './json-response.ts';
import { languageOf } from './language-of.ts';
import { logger } from './logger.ts';
import type { LazyRoute } from './route.ts';
import { router } from './router.ts';

/** A page that needs no token, such as the description of the interface. */
export interface OpenPage {
  path: `/${string}`;
  body(): Promise<object>;
}

/**
 * The middleware chain of every signed-in request: log, route, and what `endpoint.ts` does. A route is read, and what
 * routes need is made, when one is first asked for.
 */
export function httpHandler<Dependencies extends HttpDependencies>(
  routes: LazyRoute<Dependencies>[],
  pages: OpenPage[],
  municipality: Municipality,
  dependencies: () => Promise<Dependencies>,
) {
  let made: Promise<Dependencies> | undefined;
  const opened = async ({ load }: LazyRoute<Dependencies>) => {
    made ??= dependencies();
    const [{ endpoint }, route, known] = await Promise.all([import('./endpoint.ts'), load(), made]);
    return endpoint(route, known);
  };
  const signedIn = routes.map((route) => {
    let answer: ReturnType<typeof opened> | undefined;
    const handler = async (event: HttpEvent) => {
      answer ??= opened(route);
      return (await answer)(event);
    };
    return { method: route.method, path: route.path, handler };
  });
  const open = pages.map(({ path, body }) => ({
    method: 'GET' as const,
    path,
    handler: async () => jsonResponse(200, JSON.stringify(await body())),
  }));
  return middy<HttpEvent, Response>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(requestLog())
    .use(problemHandler(municipality))
    .handler(router([...signedIn, ...open], 'not-found'));
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
    onError: async (request) => {
      const { error, event } = request;
      const { problemResponse } = await import('./problem-response.ts');
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
