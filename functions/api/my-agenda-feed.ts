import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { type AgendaFeed, agendaFeedStore } from '../../store/agenda-feeds.ts';
import { linksOn } from '../runtime/links.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

export const AgendaFeedView = z.object({
  /** Where calendars read it, below the address of the app; absent where there is none, or it was revoked. */
  path: z.string().optional(),
});

async function feedView(
  user: string,
  feed: AgendaFeed | undefined,
  { table, municipality, clock }: ApiDependencies,
): Promise<z.infer<typeof AgendaFeedView>> {
  if (!feed?.isActive) return {};
  const links = linksOn({ table, municipality, publicUrl: '', clock });
  return { path: await links.urlFor('agenda', { id: user, linkVersion: feed.revision }) };
}

/** GET /api/me/agenda-feed: where the caller's calendar reads their agenda. */
export const getMyAgendaFeed = route({
  method: 'GET',
  path: '/api/me/agenda-feed',
  summary: 'Where calendars read the agenda of the caller, without signing in',
  policy: policies.agenda.feed,
  params: noInput,
  query: noInput,
  body: noInput,
  responses: { 200: AgendaFeedView },
  run:
    (dependencies: ApiDependencies) =>
    async ({ caller: { user } }) => {
      const feed = await agendaFeedStore(dependencies.table).find(user);
      return { response: { status: 200, body: await feedView(user, feed, dependencies) } };
    },
});

/** POST /api/me/agenda-feed: a link of one's own, made or renewed, or none any more. Earlier ones are dead from then on. */
export const saveMyAgendaFeed = route({
  method: 'POST',
  path: '/api/me/agenda-feed',
  summary: 'Make, renew or revoke the link by which calendars read one’s agenda; earlier ones end',
  policy: policies.agenda.feed,
  params: noInput,
  query: noInput,
  body: z.strictObject({ active: z.boolean() }),
  responses: { 200: AgendaFeedView },
  run:
    (dependencies: ApiDependencies) =>
    async ({ body, caller: { user } }) => {
      const feeds = agendaFeedStore(dependencies.table);
      const before = await feeds.find(user);
      const feed = { revision: (before?.revision ?? 0) + 1, isActive: body.active };
      await feeds.save(user, feed);
      return { response: { status: 200, body: await feedView(user, feed, dependencies) } };
    },
});
