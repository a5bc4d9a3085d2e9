import { randomBytes, timingSafeEqual } from 'node:crypto';
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream/promises';
import { type Exchange, HttpProblem } from './exchange.ts';

/** What is between two neighbours on the way, and what would let other pages read the answer. */
const notPassedOn = /^(connection|keep-alive|host|transfer-encoding|access-control-.*)$/;

const passedOn = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !notPassedOn.test(name)));

/**
 * DynamoDB for scripts and tests on this machine, who sign by whatever they like: the table's own server answers everybody
 * whom it hears, other web pages too, so that it is heard here alone, at an address which carries a secret. The functions
 * do not come this way.
 */
export function startTableEntrance(endpoint: string) {
  const secret = randomBytes(24).toString('base64url');
  const { protocol, href } = new URL(endpoint);
  const { request: ask, Agent } = protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true });

  const isSecret = (given: string) => {
    const [one, other] = [Buffer.from(given), Buffer.from(secret)];
    return one.length === other.length && timingSafeEqual(one, other);
  };

  /** @throws HttpProblem for whoever does not say the secret, and for web pages whatever they say */
  async function answer({ request, response, method, messages }: Exchange, given: string): Promise<void> {
    const { origin, 'sec-fetch-site': fromPage } = request.headers;
    if (origin !== undefined || fromPage !== undefined || !isSecret(given))
      throw new HttpProblem(403, 'forbidden', messages.forbidden);
    const onward = ask(href, { method, headers: passedOn(request.headers), agent });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      onward.once('response', resolve);
      onward.once('error', reject);
    });
    const [answering] = await Promise.all([answered, pipeline(request, onward)]).catch(() => {
      // The table's server has died and is started again: clients try once more.
      throw new HttpProblem(500, 'internal', messages.failed);
    });
    response.writeHead(answering.statusCode ?? 502, passedOn(answering.headers));
    // Whoever has hung up is told nothing.
    await pipeline(answering, response).catch(() => response.destroy());
  }

  return { path: `/local/dynamodb/${secret}`, answer, stop: () => agent.destroy() };
}
export type TableEntrance = ReturnType<typeof startTableEntrance>;
