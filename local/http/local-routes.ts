import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { html, page, pagePolicy } from '../html.ts';
import { type MailEvents, MailEventType } from '../mail/events.ts';
import { mailboxPage, mailMarkup, mailMarkupPolicy, mailPage } from '../mail/page.ts';
import type { Ses } from '../mail/ses.ts';
import type { MailStore } from '../mail/store.ts';
import type { S3 } from '../s3/endpoint.ts';
import { Person } from '../sign-in/people.ts';
import type { Tokens } from '../sign-in/tokens.ts';
import type { StepFunctions } from '../step-functions/step-functions.ts';
import { answerAws } from './aws.ts';
import { instantAsked } from './clock-request.ts';
import { type Exchange, HttpProblem, readBody, sendJson, sendPage } from './exchange.ts';
import type { TableEntrance } from './table.ts';

/** Addresses and names that tests and scripts need to talk to this machine. */
export interface Info {
  dynamodbEndpoint: string;
  awsEndpoint: string;
  region: string;
  tableName: string;
  /** ARNs; the newest version of a programme by its id, the older ones as `<id>.v<N>`. */
  stateMachines: Record<string, string>;
  mailFrom: string;
  signIn: { authority: string; clientId: string };
}

export interface LocalServices {
  info: Info;
  clock: Clock;
  mails: MailStore;
  /** Absent where no function of the assembly hears of mails. */
  mailEvents?: MailEvents;
  tokens: Tokens;
  /** Writes down that somebody is a member of staff, as an account in the user pool would be. */
  registerStaff(user: string): Promise<void>;
  stepFunctions: StepFunctions;
  ses: Ses;
  s3: S3;
  table: TableEntrance;
}

type Answer = (exchange: Exchange, services: LocalServices) => Promise<unknown> | unknown;

async function readJson(exchange: Exchange): Promise<unknown> {
  const body = await readBody(exchange, 100_000);
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new HttpProblem(400, 'bad-request', exchange.messages.badRequest);
  }
}

const instant = (clock: Clock) => ({ now: new Date(clock.now()).toISOString() });

const moveClock: Answer = async (exchange, { clock }) => {
  await clock.moveTo(instantAsked(await readJson(exchange), clock.now(), exchange.messages));
  sendJson(exchange, 200, instant(clock));
};

const giveToken: Answer = async (exchange, { tokens, registerStaff }) => {
  const person = Person.safeParse(await readJson(exchange));
  if (!person.success) {
    const reasons = person.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; ');
    throw new HttpProblem(400, 'bad-request', `${exchange.messages.badRequest} ${reasons}`);
  }
  await registerStaff(person.data.user);
  sendJson(exchange, 200, { accessToken: await tokens.sign(person.data) });
};

const MailEventAsked = z.strictObject({ type: MailEventType, mailId: z.string() });

/** Tells of a mail what SES would; answers when that is dealt with. */
const tellOfMail: Answer = async (exchange, { mails, mailEvents }) => {
  const { messages } = exchange;
  const asked = MailEventAsked.safeParse(await readJson(exchange));
  if (!asked.success) throw new HttpProblem(400, 'bad-request', messages.badMailEvent);
  const mail = await mails.find(asked.data.mailId);
  if (!mail || !mailEvents) throw new HttpProblem(404, 'not-found', messages.notFound);
  await mailEvents.tell(asked.data.type, mail).catch(() => {
    throw new HttpProblem(500, 'internal', messages.failed);
  });
  sendJson(exchange, 200, asked.data);
};

/** `/local/mailbox/page`, `/local/mailbox/page/{id}` and `/local/mailbox/page/{id}/html` */
const showMailbox: Answer = async (exchange, { mails }) => {
  const [, , , , id, part] = exchange.url.pathname.split('/').map(decodeURIComponent);
  const to = exchange.url.searchParams.get('to') ?? '';
  if (!id) return sendPage(exchange, mailboxPage(await mails.list(to), to, exchange.language), pagePolicy);
  const mail = await mails.find(id);
  if (!mail) throw new HttpProblem(404, 'not-found', exchange.messages.notFound);
  if (part === 'html') return sendPage(exchange, mailMarkup(mail), mailMarkupPolicy);
  return sendPage(exchange, mailPage(mail, exchange.language), pagePolicy);
};

const showHome: Answer = (exchange) => {
  const { language, messages } = exchange;
  const links = Object.entries({
    '/local/mailbox/page': messages.homeMailbox,
    '/openapi.json': messages.homeDescription,
    '/local/info': messages.homeInfo,
    '/oidc/.well-known/openid-configuration': messages.homeSignIn,
  }).map(([address, text]) => html`<li><a href="${address}">${text}</a></li>`);
  sendPage(exchange, page(language, messages.home, html`<ul>${links}</ul>`), pagePolicy);
};

const routes: Record<string, Record<string, Answer>> = {
  '/': { GET: showHome },
  '/local': { GET: showHome },
  '/local/info': { GET: (exchange, { info }) => sendJson(exchange, 200, info) },
  '/local/token': { POST: giveToken },
  '/local/mailbox': {
    GET: async (exchange, { mails }) =>
      sendJson(exchange, 200, await mails.list(exchange.url.searchParams.get('to') ?? undefined)),
  },
  '/local/mailbox/page': { GET: showMailbox },
  '/local/clock': { GET: (exchange, { clock }) => sendJson(exchange, 200, instant(clock)), POST: moveClock },
  '/local/mail-events': { POST: tellOfMail },
  '/local/aws': {
    POST: (exchange, { stepFunctions, ses }) => answerAws(exchange, stepFunctions, ses),
  },
};

/** Objects go by their path, `<bucket>/<key>`; the other protocols know one address only. */
const objects = /^\/local\/aws\/(?<path>.+)$/;
/** The table goes by its secret. */
const tablePath = /^\/local\/dynamodb\/(?<secret>[^/]*)\/?$/;
const isMail = (path: string) => path.startsWith('/local/mailbox/page/');

/** Serves what exists on one machine only: `/local/*`, and at `/` the way to it where there is no app. @throws HttpProblem */
export async function answerLocal(exchange: Exchange, services: LocalServices): Promise<void> {
  const { url, method, messages } = exchange;
  const object = objects.exec(url.pathname)?.groups?.path;
  if (object) return services.s3(exchange, object);
  const secret = tablePath.exec(url.pathname)?.groups?.secret;
  if (secret !== undefined) return services.table.answer(exchange, secret);
  const path = isMail(url.pathname) ? '/local/mailbox/page' : url.pathname.replace(/(?<=.)\/$/, '');
  const methods = routes[path];
  if (!methods) throw new HttpProblem(404, 'not-found', messages.notFound);
  const answer = methods[method === 'HEAD' ? 'GET' : method];
  if (!answer) {
    const allow = Object.keys(methods)
      .flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name]))
      .join(', ');
    throw new HttpProblem(405, 'method-not-allowed', messages.methodNotAllowed, { allow });
  }
  await answer(exchange, services);
}
