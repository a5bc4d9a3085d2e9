import * as z from 'zod';
import { Problem } from '../../domain/errors.ts';
import { folded } from '../../domain/folded.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { Sector, StakeholderId } from '../../domain/stakeholder.ts';
import { maySeeStakeholder } from '../../domain/stakeholder-access.ts';
import type { KnownStakeholder } from '../../store/stakeholders.ts';
import type { ApiDependencies } from './dependencies.ts';
import { listOf, Paging } from './representations.ts';
import { noInput, route } from './route.ts';
import { StakeholderView, stakeholderView } from './stakeholder-view.ts';
import { theirLocalities } from './their-localities.ts';

const Filter = Paging.extend({
  locality: LocalityId.optional(),
  sector: Sector.optional(),
  /** `false`: only those without an address, who have to be told in person. */
  reachable: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  /** `true`: only those whose address is not written to any more. */
  suppressed: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  /** Part of the name or organization; accents and case do not matter. */
  q: z.string().max(200).optional(),
});

function matches(
  { stakeholder, contact }: KnownStakeholder,
  { locality, sector, reachable, suppressed, q }: z.infer<typeof Filter>,
) {
  return (
    (!locality || stakeholder.localities.includes(locality)) &&
    (!sector || stakeholder.sector === sector) &&
    (reachable === undefined || stakeholder.reachable === reachable) &&
    (suppressed === undefined || (stakeholder.suppressed !== undefined) === suppressed) &&
    (!q || folded(`${contact?.name ?? ''} ${contact?.organization ?? ''}`).includes(folded(q)))
  );
}

/** GET /api/stakeholders: those the caller may see, oldest first, page by page. */
export const listStakeholders = route({
  method: 'GET',
  path: '/api/stakeholders',
  summary: 'Stakeholders by locality, sector or name',
  policy: policies.stakeholder.list,
  params: noInput,
  query: Filter,
  body: noInput,
  responses: { 200: listOf(StakeholderView) },
  run:
    ({ localities, stakeholders }: ApiDependencies) =>
    async ({ query, caller }) => {
      if (query.cursor !== undefined && !StakeholderId.safeParse(query.cursor).success)
        throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
      const isTheirs = await theirLocalities(localities, caller);
      const items: StakeholderView[] = [];
      let after = query.cursor;
      do {
        const page = await stakeholders.page(after);
        for (const known of page.items) {
          after = known.stakeholder.id;
          if (maySeeStakeholder(caller, known.stakeholder, isTheirs) && matches(known, query))
            items.push(stakeholderView(known, caller));
          if (items.length === query.limit)
            return { response: { status: 200, body: { items, nextCursor: after } } };
        }
        after = page.next;
      } while (after);
      return { response: { status: 200, body: { items } } };
    },
});
