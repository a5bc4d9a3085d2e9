import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type {
  APIGatewayProxyStructuredResultV2 as Answer,
  APIGatewayProxyEventV2 as PageEvent,
} from 'aws-lambda';
import { Problem } from '../../domain/errors.ts';
import { Language } from '../../domain/language.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { queueFreshLink } from '../../store/fresh-links.ts';
import { languageOf } from '../runtime/language-of.ts';
import type { Audience } from '../runtime/links.ts';
import { logger } from '../runtime/logger.ts';
import { router } from '../runtime/router.ts';
import { ownCommitment, recordAnswer } from './answer.ts';
import { ownSession, recordAttending } from './answer-session.ts';
import { commitmentsPage } from './commitments-page.ts';
import type { PageDependencies } from './dependencies.ts';
import { formOf } from './form.ts';
import { framed } from './frame.ts';
import { type LinkHolder, linkHolderOf, readerOf } from './link-holder.ts';
import type { Page, Reader } from './page.ts';
import { privacyPage } from './privacy-page.ts';
import { expiredPage, freshLink, freshLinkSentPage, pageProblemOf, problemPage } from './problem-pages.ts';
import { receiptPage } from './receipt-page.ts';
import { reportPage } from './report.ts';
import { sessionReceipt } from './session-cards.ts';
import { recordUnsubscribe, unsubscribePage } from './unsubscribe.ts';

type Query = Record<string, string | undefined>;
type Form = Record<string, string>;

/** The routes, as API Gateway writes them, and what each is for. */
const paths: Record<string, Audience> = { '/c/{token}': 'commitments', '/u/{token}': 'unsubscribe' };

/** What is asked for in the address, whoever asks: our own links say `lang`, an address written by hand `language`. */
const chosenIn = ({ queryStringParameters: query = {} }: PageEvent): Language | undefined =>
  Language.safeParse(query.lang ?? query.language).data;

/** For whom to write while it is not known who asks. */
const strangerOf = (event: PageEvent, { language }: Pick<Municipality, 'language'>): Reader =>
  readerOf(chosenIn(event), languageOf(event.headers['accept-language'], language));

/** The page that a link leads to. It only reads: programs that look at mail open every link in it. */
async function shown(
  audience: Audience,
  visitor: LinkHolder,
  query: Query,
  dependencies: PageDependencies,
): Promise<Page> {
  if (audience === 'unsubscribe') return unsubscribePage(visitor, dependencies);
  if (query.session) {
    const placed = await ownSession(visitor.stakeholder.id, query.session, dependencies);
    const receipt = sessionReceipt(visitor, placed, dependencies.moment().today);
    if (receipt) return receipt;
  }
  if (query.receipt) {
    const placed = await ownCommitment(visitor.stakeholder.id, query.receipt, dependencies);
    const receipt = receiptPage(visitor, placed, dependencies);
    if (receipt) return receipt;
  }
  return commitmentsPage(visitor, query, dependencies);
}

/** What a pressed button does, and the page that says so. */
async function done(
  audience: Audience,
  visitor: LinkHolder,
  form: Form,
  dependencies: PageDependencies,
): Promise<Page> {
  if (audience === 'unsubscribe') return recordUnsubscribe(visitor, form, dependencies);
  if (form.line !== undefined) return reportPage(visitor, form, dependencies);
  if (form.session !== undefined) {
    const placed = await recordAttending(visitor.stakeholder.id, form, dependencies);
    return (
      sessionReceipt(visitor, placed, dependencies.moment().today) ??
      commitmentsPage(visitor, {}, dependencies)
    );
  }
  const placed = await recordAnswer(visitor.stakeholder.id, form, dependencies);
  return receiptPage(visitor, placed, dependencies) ?? commitmentsPage(visitor, {}, dependencies);
}

/** What is left of a link that has expired: the one button of its page. */
async function late(
  { stakeholder }: LinkHolder,
  form: Form | undefined,
  reader: Reader,
  { table, clock }: PageDependencies,
): Promise<Page> {
  if (form?.[freshLink.name] !== freshLink.value) return expiredPage(reader);
  const queued = await queueFreshLink(table, stakeholder.id, clock());
  logger.info('fresh link', { stakeholder: stakeholder.id, queued });
  return freshLinkSentPage(reader);
}

/** One request: who holds the link, and what they get to see. Its token stays in here. */
function endpoint(audience: Audience, dependencies: PageDependencies) {
  const { municipality } = dependencies;
  return async (event: PageEvent): Promise<Answer> => {
    const { method } = event.requestContext.http;
    const form = method === 'POST' ? await formOf(event) : undefined;
    const stranger = strangerOf(event, municipality);
    const token = event.pathParameters?.token ?? '';
    const visitor = await linkHolderOf(audience, token, chosenIn(event), dependencies);
    if (!visitor) throw new Problem('forbidden');
    const query = event.queryStringParameters ?? {};
    // A link that is over tells no more of whom it was for than one that never was.
    if (visitor.state === 'expired')
      return framed(await late(visitor, form, stranger, dependencies), stranger, municipality.name);
    const page = await (form
      ? done(audience, visitor, form, dependencies)
      : shown(audience, visitor, query, dependencies)
    ).catch(toVisitor(visitor));
    return framed(page, visitor.reader, municipality.name);
  };
}

/** The pages that everybody may read, by their routes. What only one of them needs is loaded with it. */
const openPages: Record<string, (event: PageEvent, reader: Reader, d: PageDependencies) => Promise<Page>> = {
  '/p/{locality}': async (event, reader, dependencies) => {
    // Everybody's page compares surveys; a person's own does without their schemas.
    const { publicPage } = await import('./public-page.ts');
    return publicPage(event.pathParameters?.locality ?? '', reader, dependencies);
  },
  '/v/{locality}/{seq}/{hash}': async (event, reader, dependencies) => {
    const { checkPage } = await import('./check-page.ts');
    return checkPage(event.pathParameters ?? {}, reader, dependencies);
  },
  '/privacy': async (_event, reader, { municipality }) => privacyPage(municipality, reader),
};

/** One request for what everybody may read. */
function openEndpoint(pageOf: (typeof openPages)[string], dependencies: PageDependencies) {
  const { municipality } = dependencies;
  return async (event: PageEvent): Promise<Answer> => {
    const reader = strangerOf(event, municipality);
    return framed(await pageOf(event, reader, dependencies), reader, municipality.name);
  };
}

/** Whoever holds a link is told of problems in their own language. */
const toVisitor =
  ({ reader }: LinkHolder) =>
  (error: unknown): Page => {
    const told = pageProblemOf(error);
    if (told === 'internal') throw error;
    return problemPage(told, reader);
  };

/** The pages for people without an account. */
export function pagesHandler(dependencies: PageDependencies) {
  const routes = Object.entries(paths).flatMap(([path, audience]) =>
    (['GET', 'HEAD', 'POST'] as const).map((method) => ({
      method,
      path,
      handler: endpoint(audience, dependencies),
    })),
  );
  const open = Object.entries(openPages).flatMap(([path, pageOf]) =>
    (['GET', 'HEAD'] as const).map((method) => ({
      method,
      path,
      handler: openEndpoint(pageOf, dependencies),
    })),
  );
  const feed = (['GET', 'HEAD'] as const).map((method) => ({
    method,
    path: '/agenda/{token}',
    handler: async (event: PageEvent): Promise<Answer> => {
      const { agendaFeed } = await import('./agenda-feed.ts');
      return agendaFeed(event.pathParameters?.token ?? '', dependencies);
    },
  }));
  return middy<PageEvent, Answer>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(pageLog())
    .use(bodiless())
    .use(problemsTold(dependencies.municipality))
    .handler(router([...routes, ...open, ...feed], 'forbidden'));
}

/** One line per request, by the shape of its route: a path would tell the token. */
function pageLog(): middy.MiddlewareObj<PageEvent, Answer> {
  const line = ({ event, response }: { event: PageEvent; response?: Answer | null }) => {
    const { method } = event.requestContext.http;
    logger.info('page', { method, route: event.routeKey, status: response?.statusCode });
  };
  return {
    before: ({ event }) => logger.appendKeys({ requestId: event.requestContext.requestId }),
    after: line,
    onError: line,
  };
}

/** HEAD is answered as GET, without the page. */
function bodiless(): middy.MiddlewareObj<PageEvent, Answer> {
  const drop = ({ event, response }: { event: PageEvent; response?: Answer | null }) => {
    if (event.requestContext.http.method === 'HEAD' && response) response.body = '';
  };
  return { after: drop, onError: drop };
}

/** Every problem becomes a page that tells nothing of whom or what it was about. */
function problemsTold(municipality: Municipality): middy.MiddlewareObj<PageEvent, Answer, Error> {
  return {
    onError: (request) => {
      const { error, event } = request;
      const told = pageProblemOf(error);
      if (told === 'internal') logger.error('unexpected', error ?? 'unknown');
      const reader = strangerOf(event, municipality);
      request.response = framed(problemPage(told, reader), reader, municipality.name);
    },
  };
}
