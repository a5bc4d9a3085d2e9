import * as z from 'zod';
import { seesEverything } from '../../domain/caller.ts';
import { PolicyArea } from '../../domain/commitment.ts';
import { Text } from '../../domain/language.ts';
import { policies } from '../../domain/policies.ts';
import { rolledUp } from '../../domain/roll-up.ts';
import { textOf } from '../../words/names.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';
import { ownLocalityIds } from './their-localities.ts';

/** Budgets by currency, in units of it (pesos, not millions of them). */
export const Sums = z.object({ actions: z.int(), budget: z.record(z.string(), z.number()) });

/** GET /api/commitments/roll-up: actions and budget by policy area, of all localities the caller may see. */
export const rollUpCommitments = route({
  method: 'GET',
  path: '/api/commitments/roll-up',
  summary: 'Actions and budget by policy area',
  policy: policies.commitment.rollUp,
  params: noInput,
  query: noInput,
  body: noInput,
  responses: {
    200: z.object({
      policyAreas: z.array(Sums.extend({ policyArea: PolicyArea, name: Text })),
      /** Commitments that name no policy area. */
      without: Sums,
      total: Sums,
    }),
  },
  run:
    ({ counters, lists }: ApiDependencies) =>
    async ({ caller }) => {
      const sums = seesEverything(caller)
        ? await counters.all('matrix')
        : await counters.sumsOf([...(await ownLocalityIds(lists, caller))]);
      const body = {
        policyAreas: PolicyArea.options.map((policyArea) => ({
          policyArea,
          name: textOf((names) => names.policyAreas[policyArea]),
          ...rolledUp(sums, policyArea),
        })),
        without: rolledUp(sums, ''),
        total: rolledUp(sums),
      };
      return { response: { status: 200, body } };
    },
});
