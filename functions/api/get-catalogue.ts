import * as z from 'zod';
import { Role } from '../../domain/caller.ts';
import {
  commitmentStatusNames,
  levelNames,
  policyAreas,
  sectorNames,
  supportingProgrammes,
} from '../../domain/catalogue.ts';
import { Text } from '../../domain/language.ts';
import { none, route } from '../runtime/route.ts';

const Named = z.object({ key: z.string(), name: Text });
const named = (names: Record<string, Text>) => Object.entries(names).map(([key, name]) => ({ key, name }));

/** GET /api/catalogue: what commitments and stakeholders may name, in both languages. */
export const getCatalogue = route({
  method: 'GET',
  path: '/api/catalogue',
  summary: 'Supporting programmes, policy areas, sectors and levels, by key and name',
  roles: Role.options,
  params: none,
  query: none,
  body: none,
  answers: {
    200: z.object({
      supportingProgrammes: z.array(Named.extend({ ministry: z.string().optional(), anchor: z.boolean() })),
      policyAreas: z.array(Named),
      sectors: z.array(Named),
      levels: z.array(Named),
      commitmentStatuses: z.array(Named),
    }),
  },
  run: () => async () => {
    const body = {
      supportingProgrammes,
      policyAreas: named(policyAreas),
      sectors: named(sectorNames),
      levels: named(levelNames),
      commitmentStatuses: named(commitmentStatusNames),
    };
    return { answer: { status: 200, body } };
  },
});
