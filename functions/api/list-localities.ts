import * as z from 'zod';
import { maySee, seesEverything } from '../../domain/caller.ts';
import { Problem } from '../../domain/errors.ts';
import { folded } from '../../domain/folded.ts';
import { LocalityId, LocalityStatus } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import type { ApiDependencies } from './dependencies.ts';
import { Health, LocalityView, listOf, localityView, Paging } from './representations.ts';
import { noInput, route } from './route.ts';

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
      const { limit, cursor, ...filters } = query;
      // Where everything is shown there is no need to read further than that.
      const isWhole =
        seesEverything(caller) && Object.values(filters).every((filter) => filter === undefined);
      for await (const locality of localities.all(cursor, isWhole ? limit : undefined)) {
        const view = localityView(locality, today);
        if (maySee(caller, locality) && matches(view, locality.position?.stage, query)) items.push(view);
        if (items.length === limit)
          return { response: { status: 200, body: { items, nextCursor: locality.id } } };
      }
      return { response: { status: 200, body: { items } } };
    },
});
