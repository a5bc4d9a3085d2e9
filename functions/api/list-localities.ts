import * as z from 'zod';
import { addDays, type LocalDate } from '../../domain/calendar.ts';
import { maySee, seesEverything } from '../../domain/caller.ts';
import { wordsOfLocality } from '../../domain/listing.ts';
import { type Locality, LocalityStatus } from '../../domain/locality.ts';
import { dueSoonUntil, healthOf } from '../../domain/plan.ts';
import { policies } from '../../domain/policies.ts';
import { isFoundBy, wordsOf } from '../../domain/words.ts';
import type { Range } from '../../store/places.ts';
import { noInput, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { filledPage, isFirstWord, merged, named, placeAsked, rarest, type Source } from './paged.ts';
import { Health, LocalityView, listOf, localityView, Paging } from './representations.ts';
import { ownLocalities } from './their-localities.ts';

const Filter = Paging.extend({
  stage: z.string().max(60).optional(),
  status: LocalityStatus.optional(),
  health: Health.optional(),
  /** Words of the name or code, or their beginnings, all of which must be there; accents and case do not matter. */
  q: z.string().max(200).optional(),
});
type Filter = z.infer<typeof Filter>;

/** Whether a locality is among those asked for; what `q` asks is that each typed word begins one of its own. */
function matches(
  locality: Locality,
  { status, health, stage }: Filter,
  typed: readonly string[] | undefined,
  today: LocalDate,
): boolean {
  return (
    (!status || locality.status === status) &&
    (!health || healthOf(locality, today) === health) &&
    (!stage || locality.position?.stage === stage) &&
    (!typed || isFoundBy(wordsOfLocality(locality), typed))
  );
}

const underWay = ['active', 'on-hold'] as const;

/** The days by which gates are to be passed of localities that are late or soon due. */
const daysOf = (health: 'overdue' | 'due-soon', today: LocalDate): Range =>
  health === 'overdue' ? { to: today } : { from: today, to: addDays(dueSoonUntil(today), 1) };

/** Where to read what is asked for with as little else as can be: by word, by day, by stage, by status; else all. */
function sourceOf(
  { localities, lists }: ApiDependencies,
  { health, status, stage }: Filter,
  word: string | undefined,
  today: LocalDate,
): Source<Locality> {
  if (word !== undefined)
    return named((after, limit) => lists.named('locality', word, after, limit), localities.many);
  if (health === 'overdue' || health === 'due-soon')
    return named(async (after, limit) => {
      const range = { ...daysOf(health, today), after };
      const kinds = (['gate', 'waiting'] as const).map((kind) => lists.onAgenda(kind, range, limit));
      return merged(await Promise.all(kinds), limit);
    }, localities.many);
  if (stage !== undefined || status !== undefined)
    return named(async (after, limit) => {
      const statuses = status === undefined ? underWay : [status];
      const found = statuses.map((one) => lists.inPlace(one, stage, after, limit));
      return merged(await Promise.all(found), limit);
    }, localities.many);
  return async (after, limit) =>
    (await localities.first(after, limit)).map((thing) => ({ place: thing.id, thing }));
}

/**
 * GET /api/localities: those the caller may see, page by page. They come oldest first; those of a status or stage by stage,
 * those late or soon due by day, those found by name by the word. A page may be short although others follow.
 */
export const listLocalities = route({
  method: 'GET',
  path: '/api/localities',
  summary: 'Localities by stage, status, health or name',
  policy: policies.locality.list,
  params: noInput,
  query: Filter,
  body: noInput,
  responses: { 200: listOf(LocalityView) },
  run:
    (dependencies: ApiDependencies) =>
    async ({ query, caller }) => {
      const { lists, moment } = dependencies;
      const { today } = moment();
      const { limit, cursor, q } = query;
      placeAsked(cursor);
      const typed = q?.trim() ? wordsOf(q) : undefined;
      if (typed?.length === 0) return { response: { status: 200, body: { items: [] } } };
      const isWide = seesEverything(caller);
      const word =
        isWide && typed
          ? await rarest(typed, (one, most) => lists.named('locality', one, undefined, most))
          : undefined;
      const source = isWide
        ? sourceOf(dependencies, query, word, today)
        : ownLocalities(dependencies, caller);
      const page = await filledPage(
        source,
        (locality, place) =>
          maySee(caller, locality) &&
          matches(locality, query, typed, today) &&
          (word === undefined || isFirstWord(place, wordsOfLocality(locality), word)),
        { limit, cursor },
      );
      const items = page.items.map((locality) => localityView(locality, today));
      return { response: { status: 200, body: { items, nextCursor: page.nextCursor } } };
    },
});
