import * as z from 'zod';
import { maySee, seesEverything } from '../../domain/caller.ts';
import { Problem } from '../../domain/errors.ts';
import { folded } from '../../domain/folded.ts';
import { LocalityId, LocalityStatus } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { noInput, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { Health, LocalityView, listOf, localityView, Paging } from './representations.ts';

const Filter = Paging.extend({
  stage: z.string().max(60).optional(),
  status: LocalityStatus.optional(),
  health: Health.optional(),
  /** Part of the name or code; accents and case do not matter. */
  q: z.string().max(200).optional(),
});
type Filter = z.infer<typeof Filter>;

function matches(
  view: z.infer<typeof LocalityView>,
  stage: string | undefined,
  { status, health, q, ...asked }: Filter,
) {
  return (
    (!status || view.status === status) &&
    (!health || view.health === health) &&
    (!asked.stage || stage === asked.stage) &&
    (!q || folded(`${view.name} ${view.code ?? ''}`).includes(folded(q)))
  );
}

/** GET /api/localities: those the caller may see, oldest first, page by page. */
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
    ({ localities, moment }: ApiDependencies) =>
    async ({ query, caller }) => {
      if (query.cursor !== undefined && !LocalityId.safeParse(query.cursor).success)
        throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
      const { today } = moment();
      const items: z.infer<typeof LocalityView>[] = [];
      let after = query.cursor;
      const { limit, cursor: _, ...filters } = query;
      // Without a filter, and for who sees every locality, one page of the table is one page of the list.
      const isWhole =
        seesEverything(caller) && Object.values(filters).every((filter) => filter === undefined);
      do {
        const page = await localities.page(after, isWhole ? limit : undefined);
        for (const locality of page.items) {
          after = locality.id;
          const view = localityView(locality, today);
          if (maySee(caller, locality) && matches(view, locality.position?.stage, query)) items.push(view);
          if (items.length === query.limit)
            return { response: { status: 200, body: { items, nextCursor: after } } };
        }
        after = page.next;
      } while (after);
      return { response: { status: 200, body: { items } } };
    },
});
