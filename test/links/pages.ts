import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { pageDependencies } from '../../functions/links/dependencies.ts';
import { pagesHandler } from '../../functions/links/handler.ts';
import type { Audience, Holder } from '../../functions/runtime/links.ts';
import { context } from '../support/context.ts';
import { programmes } from '../support/programmes.ts';
import { questionnaires } from '../support/questionnaires.ts';
import type { TestApp } from '../support/test-app.ts';

export const publicUrl = 'https://etapas.juarez.example';

const Answered = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

export interface PageAnswer {
  status: number;
  headers: Record<string, string>;
  html: string;
}

interface More {
  headers?: Record<string, string>;
  /** In the place of a form. */
  body?: string;
}

/** What the parts of an address are called, by its first one. */
const namesOf: Record<string, string[]> = { p: ['locality'], v: ['locality', 'seq', 'hash'] };

/** The pages without an account over an office's table: asked as API Gateway asks. */
export function pagesOf({ table, municipality, clock }: Pick<TestApp, 'table' | 'municipality' | 'clock'>) {
  const dependencies = pageDependencies(
    table,
    municipality,
    publicUrl,
    { programmes, questionnaires },
    clock,
  );
  const handler = pagesHandler(dependencies);

  async function ask(method: string, address: string, form?: Record<string, string>, more: More = {}) {
    const { pathname, search, searchParams } = new URL(address, publicUrl);
    const [, kind = '', ...parts] = pathname.split('/');
    const names = namesOf[kind] ?? ['token'];
    const routeKey = `${method} /${[kind, ...names.map((name) => `{${name}}`)].join('/')}`;
    const body = more.body ?? (form && new URLSearchParams(form).toString());
    const event: APIGatewayProxyEventV2 = {
      version: '2.0',
      routeKey,
      rawPath: pathname,
      rawQueryString: search.slice(1),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...more.headers,
      },
      queryStringParameters: search ? Object.fromEntries(searchParams) : undefined,
      pathParameters: Object.fromEntries(names.map((name, at) => [name, parts[at] ?? ''])),
      requestContext: {
        accountId: '000000000000',
        apiId: 'test',
        domainName: 'test',
        domainPrefix: 'test',
        http: { method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
        requestId: 'test',
        routeKey,
        stage: '$default',
        time: '',
        timeEpoch: 0,
      },
      // Forms arrive from API Gateway in base64.
      body: body === undefined ? undefined : Buffer.from(body, 'latin1').toString('base64'),
      isBase64Encoded: body !== undefined,
    };
    const { statusCode, headers, body: html } = Answered.parse(await handler(event, context));
    const answer: PageAnswer = { status: statusCode, headers, html };
    return answer;
  }

  return {
    dependencies,
    get: (address: string, headers?: Record<string, string>) => ask('GET', address, undefined, { headers }),
    head: (address: string) => ask('HEAD', address),
    post: (address: string, form: Record<string, string>, more?: More) => ask('POST', address, form, more),
    /** The address that is mailed to somebody. */
    linkFor: (holder: Holder, audience: Audience = 'commitments') =>
      dependencies.links.urlFor(audience, holder),
  };
}
export type Pages = ReturnType<typeof pagesOf>;
