import * as z from 'zod';
import { maySee, seesEverything } from '../../domain/caller.ts';
import { Geometry } from '../../domain/geometry.ts';
import { outlineOf } from '../../domain/outline.ts';
import { policies } from '../../domain/policies.ts';
import type { LocalityPage } from '../../store/localities.ts';
import { noInput, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { placeAsked } from './paged.ts';
import { listOf, Paging } from './representations.ts';
import { ownLocalities } from './their-localities.ts';

const Territory = z.object({ locality: z.string(), outline: Geometry });

/**
 * GET /api/territories: where the localities are that the caller may see, as outlines for a map, page by page. Those
 * without a territory are left out, so that a page may hold few, or none, and others still follow.
 */
export const listTerritories = route({
  method: 'GET',
  path: '/api/territories',
  summary: 'Outlines of the localities for a map, less detailed than their territories',
  policy: policies.locality.list,
  params: noInput,
  query: Paging.extend({ limit: z.coerce.number().int().min(1).max(100).default(100) }),
  body: noInput,
  responses: { 200: listOf(Territory) },
  run:
    ({ localities, lists }: ApiDependencies) =>
    async ({ query: { limit, cursor }, caller }) => {
      const after = placeAsked(cursor);
      const page = seesEverything(caller) ? await localities.page(after, limit) : await ownPage(after);
      const ids = page.items.filter((locality) => maySee(caller, locality)).map(({ id }) => id);
      const territories = await localities.geometries(ids);
      const items = ids.flatMap((locality) => {
        const geometry = territories.get(locality);
        return geometry ? [{ locality, outline: outlineOf(geometry) }] : [];
      });
      return { response: { status: 200, body: { items, nextCursor: page.next } } };

      async function ownPage(from: string | undefined): Promise<LocalityPage> {
        const found = await ownLocalities({ localities, lists }, caller)(from, limit);
        const next = found.length < limit ? undefined : found.at(-1)?.place;
        return { items: found.flatMap(({ thing }) => thing ?? []), next };
      }
    },
});
