import type { APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Municipality } from '../../domain/municipality.ts';
import type { Role } from '../../domain/policies.ts';
import type { Invitation } from '../../emails/invitation.ts';
import { apiDependencies } from '../../functions/api/dependencies.ts';
import { openApi } from '../../functions/api/openapi.ts';
import { operations } from '../../functions/api/operations.ts';
import { routes } from '../../functions/api/routes.ts';
import { dispatchDependencies, dispatcher } from '../../functions/events/dispatch.ts';
import type { Mailer } from '../../functions/events/mailer.ts';
import { reconcile } from '../../functions/events/reconcile.ts';
import { httpHandler } from '../../functions/runtime/http.ts';
import { linksOn } from '../../functions/runtime/links.ts';
import type { ProgrammeCatalogue } from '../../functions/runtime/programme-catalogue.ts';
import { armGate } from '../../functions/steps/arm-gate.ts';
import { handOver } from '../../functions/steps/hand-over.ts';
import { openStage } from '../../functions/steps/open-stage.ts';
import { stepDependencies } from '../../functions/steps/step-dependencies.ts';
import type { Table } from '../../store/transaction.ts';
import { context } from './context.ts';
import { fonts } from './fonts.ts';
import { memoryBucket } from './memory-bucket.ts';
import { programmes } from './programmes.ts';
import { expectPublished } from './published-contract.ts';
import { questionnaires } from './questionnaires.ts';
import { municipality as settings } from './settings.ts';
import { freshTable } from './table.ts';
import { workflowEngine } from './workflow-engine.ts';

export interface SentMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  outbox: string;
  /** What goes with it for a calendar. */
  invitation?: Invitation;
}

export interface Response {
  status: number;
  headers: Record<string, unknown>;
  body: Record<string, unknown>;
  /** A file, where one was asked for. */
  bytes?: Buffer;
}

export interface Call {
  user?: string;
  role?: Role | 'nobody';
  localities?: string[];
  headers?: Record<string, string>;
  /** Whether a token goes with the request. */
  signedIn?: boolean;
}

const Sent = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.unknown()),
  body: z.string(),
  isBase64Encoded: z.boolean().default(false),
});

/** The body of a request as the gateway hands it over: files in base64. */
function sent(body: unknown): { body?: string; isBase64Encoded: boolean } {
  if (body instanceof Uint8Array)
    return { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  return { body: text, isBase64Encoded: false };
}

/** A whole municipality in one process: the functions on a table of their own, with a clock, a mailbox and workflows. */
export async function testApp(
  some: Partial<Municipality> = {},
  start = '2026-01-12T15:00:00Z',
  table?: Table,
  /** What is too large to be answered, in bytes, where that is not what a function can hand over. */
  largestAnswer?: number,
) {
  const municipality = settings(some);
  const kept = table ?? (await freshTable());
  let now = new Date(start);
  const clock = () => new Date(now);
  const mails: SentMail[] = [];
  const mailer: { send: Mailer } = {
    send: async (to, { subject, text, html, invitation }, outbox) => {
      mails.push({ to, subject, text, html, outbox, invitation });
      return { outcome: 'sent', messageId: `ses-${mails.length}` };
    },
  };
  const deployed: ProgrammeCatalogue = { ...programmes };
  const step = stepDependencies(kept, municipality, deployed, clock);
  const steps = { open: openStage(step), arm: armGate(step), handOver: handOver(step) };
  const engine = workflowEngine(steps, clock, deployed);
  const publicUrl = 'https://etapas.juarez.example';
  const dispatch = dispatchDependencies(kept, municipality, {
    workflows: engine.workflows,
    send: (...mail) => mailer.send(...mail),
    links: linksOn({ table: kept, municipality, publicUrl, clock }),
    publicUrl,
    clock,
  });
  const bucket = memoryBucket();
  const served = { programmes: deployed, questionnaires, bucket, fonts, publicUrl };
  const api = apiDependencies(kept, municipality, served, clock);
  const handler = httpHandler(
    Object.values(operations),
    [{ path: '/openapi.json', body: async () => openApi(routes) }],
    municipality,
    async () => ({ ...api, largestAnswer }),
  );

  /** The answer as the gateway gets it, whatever the published description says. */
  async function ask(method: string, path: string, body?: unknown, who: Call = {}) {
    const {
      user = 'ana@juarez.example',
      role = 'coordinator',
      localities = [],
      headers = {},
      signedIn = true,
    } = who;
    const groups = { 'cognito:groups': `[${role}]`, localities: `[${localities.join(' ')}]` };
    const [rawPath = '', rawQueryString = ''] = path.split('?');
    const query = Object.fromEntries(new URLSearchParams(rawQueryString));
    const event: HttpEvent = {
      version: '2.0',
      routeKey: 'ANY /api/{proxy+}',
      rawPath,
      rawQueryString,
      headers: { 'content-type': 'application/json', ...headers },
      queryStringParameters: query,
      requestContext: {
        accountId: '000000000000',
        apiId: 'test',
        domainName: 'test',
        domainPrefix: 'test',
        http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
        requestId: 'test',
        routeKey: 'ANY /api/{proxy+}',
        stage: '$default',
        time: '',
        timeEpoch: 0,
        authorizer: {
          principalId: '',
          integrationLatency: 0,
          jwt: {
            claims: signedIn ? { sub: user, username: user, ...groups } : {},
            scopes: [],
          },
        },
      },
      ...sent(body),
    };
    return Sent.parse(await handler(event, context));
  }

  async function call(method: string, path: string, body?: unknown, who: Call = {}): Promise<Response> {
    const { statusCode, headers: answered, body: text, ...coded } = await ask(method, path, body, who);
    const [rawPath = ''] = path.split('?');
    if (coded.isBase64Encoded) {
      const type = String(answered['content-type']);
      expectPublished({ method, path: rawPath, sent: body, status: statusCode, type, answered: undefined });
      return { status: statusCode, headers: answered, body: {}, bytes: Buffer.from(text, 'base64') };
    }
    const parsed = z.record(z.string(), z.unknown()).parse(text === '' ? {} : JSON.parse(text));
    const type = String(answered['content-type'] ?? '');
    expectPublished({ method, path: rawPath, sent: body, status: statusCode, type, answered: parsed });
    return { status: statusCode, headers: answered, body: parsed };
  }

  /** Runs outbox messages until nothing is pending and every workflow has ended or waits. */
  let batches = 0;
  async function settle(): Promise<void> {
    const { run } = dispatcher(dispatch);
    for (let active = true; active; ) {
      active = false;
      await engine.idle();
      batches += 1;
      for await (const key of dispatch.outbox.pending()) active = (await run(key)) || active;
    }
  }

  return {
    table: kept,
    municipality,
    api,
    bucket,
    steps,
    dispatch,
    engine,
    mails,
    mailer,
    ask,
    call,
    settle,
    /** How often the outbox was looked through: each time stands for a call of the relay. */
    batches: () => batches,
    reconcile: reconcile({ ...dispatch, programmes: deployed, anchors: bucket }),
    clock,
    /** Another deployment: from now on the functions and the workflows that start know these programmes. */
    deploy: (newer: ProgrammeCatalogue) => {
      Object.assign(deployed, newer);
    },
    /** Moves the clock forward by days; gates that have waited as long as they may time out. */
    pass: (days: number) => {
      now = new Date(now.getTime() + days * 86_400_000);
      engine.lapse();
    },
  };
}
export type TestApp = Awaited<ReturnType<typeof testApp>>;
