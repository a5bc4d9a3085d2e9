import * as z from 'zod';
import type { Sheet } from '../../domain/tabular/sheet.ts';
import { Candidate } from '../../domain/targeting/candidate.ts';
import { candidateColumns, readCandidates as read } from '../../domain/targeting/read-candidates.ts';
import { pointsIn } from '../../domain/territory/check-territory.ts';
import { territoryWords } from '../../words/languages.ts';
import { sayTerritory } from '../../words/territory.ts';
import { mostPointsInAll } from '../tabular/limits.ts';
import { readFile } from '../tabular/read-file.ts';
import { rejectedFile } from '../tabular/rejected-file.ts';
import { rejectedRows } from '../tabular/rejected-rows.ts';
import type { ApiDependencies } from './dependencies.ts';
import { placesFile } from './places-file.ts';
import { RejectedRow } from './representations.ts';
import { route } from './route.ts';

const Position = z.tuple([z.number(), z.number()]);

const Read = z.object({
  candidates: z.array(Candidate),
  /** The columns of figures; all others were words and are not read. */
  indicators: z.array(z.string()),
  ignored: z.array(z.string()),
  rejected: z.array(RejectedRow),
  /** Territories that are drawn wrong or lie elsewhere than in Mexico, and where: one sentence each. */
  invalid: z.array(z.object({ key: z.string(), message: z.string(), at: Position.optional() })),
  /** Pairs that claim the same ground, the largest shares first; `area` in square metres, `share` of the smaller one. */
  overlaps: z.array(
    z.object({ keys: z.tuple([z.string(), z.string()]), area: z.number(), share: z.number() }),
  ),
  /** How many such pairs were found; a thousand are listed at most. */
  overlapCount: z.int(),
  /** Whether all pairs were compared: so many may overlap that it would take too long. */
  overlapsComplete: z.boolean(),
});

const Drawn = z.object({ coordinates: z.unknown() });
const pointsOf = ({ rows }: Sheet): number =>
  rows.reduce((sum, { geometry }) => sum + pointsIn(Drawn.safeParse(geometry).data?.coordinates), 0);

/** POST /api/targeting/candidates: reads a file of places and looks at their territories; keeps nothing. */
export const readCandidates = route({
  method: 'POST',
  path: '/api/targeting/candidates',
  summary: 'Read candidate places from CSV, XLSX or GeoJSON',
  ...placesFile,
  responses: { 200: Read },
  run:
    (_: ApiDependencies) =>
    async ({ body: file, language }) => {
      const sheet = await readFile(file, candidateColumns);
      if (pointsOf(sheet) > mostPointsInAll) throw rejectedFile('too-many-points');
      const { rejected, invalid, ...found } = read(sheet);
      // Comparing territories is heavy, and few requests need it.
      const { overlapsOf } = await import('../../domain/targeting/overlaps.ts');
      const { overlaps, found: overlapCount, complete } = overlapsOf(found.candidates);
      const body = {
        ...found,
        rejected: rejectedRows(rejected, language),
        invalid: invalid.map(({ key, fault }) => ({
          key,
          message: sayTerritory(territoryWords[language], fault),
          at: 'at' in fault ? fault.at : undefined,
        })),
        overlaps,
        overlapCount,
        overlapsComplete: complete,
      };
      return { response: { status: 200, body } };
    },
});
