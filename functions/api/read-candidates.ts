import * as z from 'zod';
import { Candidate } from '../../domain/targeting/candidate.ts';
import { candidateColumns, readCandidates as read } from '../../domain/targeting/read-candidates.ts';
import { functionWords } from '../../words/languages.ts';
import { validationMessage } from '../runtime/problem-response.ts';
import { readFile } from '../tabular/read-file.ts';
import { rejectedRows, toldWarnings } from '../tabular/rejected-rows.ts';
import type { ApiDependencies } from './dependencies.ts';
import { placesFile } from './places-file.ts';
import { FileWarning, RejectedRow } from './representations.ts';
import { route } from './route.ts';

const Position = z.tuple([z.number(), z.number()]);

const Read = z.object({
  candidates: z.array(Candidate),
  /** The columns of figures; all others were words and are not read. */
  indicators: z.array(z.string()),
  ignored: z.array(z.string()),
  rejected: z.array(RejectedRow),
  /** What is to be known of how the file was read; absent where there is nothing to tell. */
  warnings: z.array(FileWarning).optional(),
  /** Territories that are drawn wrong, and where. */
  invalid: z.array(z.object({ key: z.string(), message: z.string(), at: Position.optional() })),
  /** Pairs that claim the same ground; `area` in square metres, `share` of the smaller one. */
  overlaps: z.array(
    z.object({ keys: z.tuple([z.string(), z.string()]), area: z.number(), share: z.number() }),
  ),
});

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
      const words = functionWords[language];
      const sheet = await readFile(file, candidateColumns);
      const { rejected, ...found } = read(sheet);
      // Geometry is heavy, and few requests need it.
      const { checkTerritories } = await import('../../domain/targeting/check-territories.ts');
      const { invalid, overlaps } = checkTerritories(found.candidates);
      const body = {
        ...found,
        rejected: rejectedRows(rejected, language),
        warnings: toldWarnings(sheet.warnings, language),
        invalid: invalid.map(({ key, problem, at }) => ({
          key,
          message: validationMessage(problem, words),
          at,
        })),
        overlaps,
      };
      return { response: { status: 200, body } };
    },
});
