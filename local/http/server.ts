import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerSignIn, type SignIn } from '../sign-in/page.ts';
import { codeOf, messageOf, StartupError } from '../startup-error.ts';
import type { AppServer } from '../web/serve-app.ts';
import { type Exchange, exchangeOf, HttpProblem, sendProblem } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { answerLocal, type LocalServices } from './local-routes.ts';

export interface Services {
  gateway: Gateway;
  local: LocalServices;
  signIn: SignIn;
  /** The coordinators' app, where it is to be served. */
  app?: AppServer;
}

const isLocal = (path: string) => path === '/local' || path.startsWith('/local/');

/** A web page must not come here under a name of its own that leads to this address. */
function refuseOtherNames({ request, messages }: Exchange) {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(name))
    throw new HttpProblem(403, 'foreign-origin', messages.foreignOrigin);
}

/** Other web pages open in the same browser must not use what needs no sign-in here: their requests carry their origin. */
function refuseOtherPages({ request, messages }: Exchange) {
  const { host = '', origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`)
    throw new HttpProblem(403, 'foreign-origin', messages.foreignOrigin);
}

function problemOf(error: unknown, { messages }: Exchange): HttpProblem {
  if (error instanceof HttpProblem) return error;
  // A path or a text of the request that is not well encoded.
  if (error instanceof URIError) return new HttpProblem(400, 'bad-request', messages.badRequest);
  return new HttpProblem(500, 'internal', messages.failed);
}

async function answer(exchange: Exchange, services: Services | undefined) {
  const { pathname } = exchange.url;
  refuseOtherNames(exchange);
  if (!services) throw new HttpProblem(503, 'starting', exchange.messages.starting, { 'retry-after': '1' });
  const { gateway, app, local } = services;
  if (isLocal(pathname) || (pathname === '/' && !app)) {
    refuseOtherPages(exchange);
    return answerLocal(exchange, local);
  }
  if (pathname.startsWith('/oidc/')) return answerSignIn(exchange, services.signIn);
  return app && !gateway.serves(exchange) ? app(exchange) : gateway.answer(exchange);
}

/** The one server of the machine, on loopback only. It answers 503 until it is given its services. */
export class HttpServer {
  readonly #server: Server;
  readonly #failed: (error: unknown) => void;
  services: Services | undefined;

  private constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
    this.#server = createServer((request, response) => void this.#onRequest(request, response));
    // A jump of the clock over a year takes longer than the usual five minutes might allow.
    this.#server.requestTimeout = 0;
    // Longer than the functions' clients keep theirs: a connection closed just as it is used again looks like a fault.
    this.#server.keepAliveTimeout = 75_000;
  }

  /** @throws Refusal when the port is taken */
  static async listen(port: number, failed: (error: unknown) => void): Promise<HttpServer> {
    const http = new HttpServer(failed);
    const server = http.#server;
    return new Promise((resolve, reject) => {
      server.once('error', (error) => {
        const reason = codeOf(error) === 'EADDRINUSE' ? 'is in use' : `cannot be used (${messageOf(error)})`;
        reject(new StartupError(`port ${port} ${reason}; another one: --port <number>`));
      });
      server.listen(port, '127.0.0.1', () => resolve(http));
    });
  }

  /** For whoever answers upgrades of its connections. */
  get server(): Server {
    return this.#server;
  }

  get url(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
  }

  async stop() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeIdleConnections();
    const hurry = setTimeout(() => this.#server.closeAllConnections(), 1000);
    await closed;
    clearTimeout(hurry);
  }

  async #onRequest(request: IncomingMessage, response: ServerResponse) {
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
    response.setHeader('x-request-id', requestId);
    const exchange = exchangeOf(request, response, requestId);
    try {
      await answer(exchange, this.services);
    } catch (error) {
      // Whoever asked has hung up.
      if (codeOf(error) === 'ECONNRESET') return;
      const problem = problemOf(error, exchange);
      if (problem.status === 500 && !(error instanceof HttpProblem)) this.#failed(error);
      if (!response.headersSent) sendProblem(exchange, problem);
      else response.destroy();
    }
  }
}
