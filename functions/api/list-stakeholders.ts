import * as z from 'zod';
import { type Caller, seesEverything } from '../../domain/caller.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { Sector } from '../../domain/stakeholder.ts';
import { maySeeStakeholder } from '../../domain/stakeholder-access.ts';
import { isFoundBy, wordsOf } from '../../domain/words.ts';
import type { ListStore } from '../../store/lists.ts';
import type { PeopleOf } from '../../store/marks.ts';
import type { KnownStakeholder } from '../../store/stakeholders.ts';
import type { ApiDependencies } from './dependencies.ts';
import { filledPage, isFirstWord, merged, named, placeAsked, rarest, type Source } from './paged.ts';
import { listOf, Paging } from './representations.ts';
import { noInput, route } from './route.ts';
import { StakeholderView, stakeholderView } from './stakeholder-view.ts';
import { ownLocalityIds } from './their-localities.ts';

const Filter = Paging.extend({
  locality: LocalityId.optional(),
  sector: Sector.optional(),
  /** `false`: only those without an address, who have to be told in person. */
  reachable: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  /** `true`: only those whose address is not written to any more. */
  suppressed: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  /** Words of name or organization, or their beginnings, all of which must be there; accents and case do not matter. */
  q: z.string().max(200).optional(),
});

type Filter = z.infer<typeof Filter>;

const wordsOfPerson = ({ contact }: KnownStakeholder) => wordsOf(contact?.name, contact?.organization);

/** Whether a stakeholder is among those asked for; what `q` asks is that each typed word begins one of their own. */
function matches(
  known: KnownStakeholder,
  { locality, sector, reachable, suppressed }: Filter,
  typed: readonly string[] | undefined,
): boolean {
  const { stakeholder } = known;
  return (
    (!locality || stakeholder.localities.includes(locality)) &&
    (!sector || stakeholder.sector === sector) &&
    (reachable === undefined || stakeholder.reachable === reachable) &&
    (suppressed === undefined || (stakeholder.suppressed !== undefined) === suppressed) &&
    (!typed || isFoundBy(wordsOfPerson(known), typed))
  );
}

/** Of so many localities at most the people are looked up one locality after the other; of more, among all people. */
const mostLocalities = 40;

/** The people of some places, oldest first. */
const peopleOf =
  (lists: ListStore, places: readonly PeopleOf[]) => async (after: string | undefined, limit: number) =>
    merged(await Promise.all(places.map((of) => lists.people(of, after, limit))), limit);

/** Where those are who can be among the asked for: a locality, whom mail does not reach, what is the caller's own; else all. */
function placesOf(
  { locality, suppressed }: Filter,
  caller: Caller,
  own: ReadonlySet<string> | undefined,
): PeopleOf[] | undefined {
  if (locality !== undefined) return [{ locality }, 'many'];
  if (own && own.size <= mostLocalities)
    return [
      ...[...own].map((id) => ({ locality: id })),
      'many',
      ...[caller.user, caller.shortForm ?? []].flat().map((user) => ({ recordedBy: user })),
    ];
  return suppressed ? ['suppressed'] : undefined;
}

/**
 * GET /api/stakeholders: those the caller may see, page by page: oldest first, or by the word where they are found by name.
 * A page may be short although others follow.
 */
export const listStakeholders = route({
  method: 'GET',
  path: '/api/stakeholders',
  summary: 'Stakeholders by locality, sector or name',
  policy: policies.stakeholder.list,
  readsPersonalData: true,
  params: noInput,
  query: Filter,
  body: noInput,
  responses: { 200: listOf(StakeholderView) },
  run:
    ({ lists, stakeholders }: ApiDependencies) =>
    async ({ query, caller }) => {
      const { limit, cursor, q } = query;
      placeAsked(cursor);
      const typed = q?.trim() ? wordsOf(q) : undefined;
      if (typed?.length === 0) return { response: { status: 200, body: { items: [] } } };
      const own = seesEverything(caller) ? undefined : await ownLocalityIds(lists, caller);
      const places = placesOf(query, caller, own);
      const word =
        places === undefined && typed
          ? await rarest(typed, (one, most) => lists.named('person', one, undefined, most))
          : undefined;
      const page = await filledPage(
        sourceOf(word, places),
        (known, place) =>
          maySeeStakeholder(caller, known.stakeholder, (id) => own === undefined || own.has(id)) &&
          matches(known, query, typed) &&
          (word === undefined || isFirstWord(place, wordsOfPerson(known), word)),
        { limit, cursor },
      );
      const items = page.items.map((known) => stakeholderView(known, caller));
      return { response: { status: 200, body: { items, nextCursor: page.nextCursor } } };

      function sourceOf(
        letters: string | undefined,
        where: PeopleOf[] | undefined,
      ): Source<KnownStakeholder> {
        if (letters !== undefined)
          return named((after, most) => lists.named('person', letters, after, most), stakeholders.many);
        if (where !== undefined) return named(peopleOf(lists, where), stakeholders.many);
        return async (after, most) =>
          (await stakeholders.first(after, most)).map((thing) => ({ place: thing.stakeholder.id, thing }));
      }
    },
});
