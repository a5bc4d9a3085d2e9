import * as z from 'zod';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { commitmentTable } from '../../domain/tabular/commitments.ts';
import { localityTable } from '../../domain/tabular/localities.ts';
import { stakeholderTable } from '../../domain/tabular/stakeholders.ts';
import { noInput, route } from '../runtime/route.ts';
import { commitmentRows, localityRows, stakeholderRows } from '../tabular/rows.ts';
import { formats, typeOf, writeFile } from '../tabular/write-file.ts';
import type { ApiDependencies } from './dependencies.ts';

const kinds = {
  localities: { columns: localityTable.columns, rows: localityRows },
  stakeholders: { columns: stakeholderTable.columns, rows: stakeholderRows },
  commitments: { columns: commitmentTable.columns, rows: commitmentRows },
} as const;

/** `localities.geojson`, `stakeholders.csv`; only localities have a place on a map. */
const FileName = z
  .templateLiteral([z.enum(['localities', 'stakeholders', 'commitments']), '.', z.enum(formats)])
  .refine((name) => name.startsWith('localities') || !name.endsWith('.geojson'));

/** GET /api/exports/{file}: what the caller may see, as a file that can be imported again as it is. */
export const exportFile = route({
  method: 'GET',
  path: '/api/exports/{file}',
  summary: 'Localities, stakeholders or commitments as CSV, XLSX or GeoJSON',
  policy: policies.table.export,
  readsPersonalData: true,
  params: z.object({ file: FileName }),
  /** The id of a locality: only what belongs to it. */
  query: z.strictObject({ locality: LocalityId.optional() }),
  body: noInput,
  responses: { 200: z.unknown() },
  produces: Object.values(typeOf),
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { file }, query: { locality }, caller }) => {
      const kind = z.enum(['localities', 'stakeholders', 'commitments']).parse(file.split('.')[0]);
      const format = z.enum(formats).parse(file.split('.')[1]);
      const { columns, rows } = kinds[kind];
      const written = rows(dependencies, caller, {
        territories: format === 'geojson',
        only: locality,
      });
      const bytes = await writeFile(format, columns, written);
      return {
        response: {
          status: 200,
          file: { name: ['etapas', locality, file].filter(Boolean).join('-'), type: typeOf[format], bytes },
        },
      };
    },
});
