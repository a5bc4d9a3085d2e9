import * as z from 'zod';
import {
  commitmentStatusNames,
  levelNames,
  policyAreas,
  sectorNames,
  supportingProgrammes,
} from '../../domain/catalogue.ts';
import { CommitmentStatus, PolicyArea, SupportingProgramme } from '../../domain/commitment.ts';
import { Text } from '../../domain/language.ts';
import { policies } from '../../domain/policies.ts';
import { Level, Sector } from '../../domain/stakeholder.ts';
import { noInput, route } from '../runtime/route.ts';

const named = <Key extends string>(keys: readonly Key[], names: Record<Key, Text>) =>
  keys.map((key) => ({ key, name: names[key] }));
const Named = <Key extends z.ZodType>(key: Key) => z.object({ key, name: Text });

/** GET /api/catalogue: what commitments and stakeholders may name, in both languages. */
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
      supportingProgrammes,
      policyAreas: named(PolicyArea.options, policyAreas),
      sectors: named(Sector.options, sectorNames),
      levels: named(Level.options, levelNames),
      commitmentStatuses: named(CommitmentStatus.options, commitmentStatusNames),
    };
    return { response: { status: 200, body } };
  },
});
