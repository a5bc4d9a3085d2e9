import * as z from 'zod';
import { supportingProgrammes } from '../../domain/catalogue.ts';
import { CommitmentStatus, PolicyArea, SupportingProgramme } from '../../domain/commitment.ts';
import { Text } from '../../domain/language.ts';
import { policies } from '../../domain/policies.ts';
import { Level, Sector } from '../../domain/stakeholder.ts';
import type { Words } from '../../words/es/names.ts';
import { textOf } from '../../words/names.ts';
import { noInput, route } from './route.ts';

const named = <Key extends string>(keys: readonly Key[], list: (names: Words) => Record<Key, string>) =>
  keys.map((key) => ({ key, name: textOf((names) => list(names)[key]) }));
const Named = <Key extends z.ZodType>(key: Key) => z.object({ key, name: Text });

/** GET /api/catalogue: what commitments and stakeholders may name, in every language. */
export const getCatalogue = route({
  method: 'GET',
  path: '/api/catalogue',
  summary: 'Supporting programmes, policy areas, sectors and levels, by key and name',
  policy: policies.catalogue.read,
  params: noInput,
  query: noInput,
  body: noInput,
  responses: {
    200: z.object({
      supportingProgrammes: z.array(
        Named(SupportingProgramme).extend({ ministry: z.string().optional(), anchor: z.boolean() }),
      ),
      policyAreas: z.array(Named(PolicyArea)),
      sectors: z.array(Named(Sector)),
      levels: z.array(Named(Level)),
      commitmentStatuses: z.array(Named(CommitmentStatus)),
    }),
  },
  run: () => async () => {
    const body = {
      supportingProgrammes: supportingProgrammes.map((programme) => ({
        ...programme,
        name: textOf((names) => names.supportingProgrammes[programme.key]),
      })),
      policyAreas: named(PolicyArea.options, ({ policyAreas }) => policyAreas),
      sectors: named(Sector.options, ({ sectors }) => sectors),
      levels: named(Level.options, ({ levels }) => levels),
      commitmentStatuses: named(CommitmentStatus.options, ({ commitmentStatuses }) => commitmentStatuses),
    };
    return { response: { status: 200, body } };
  },
});
