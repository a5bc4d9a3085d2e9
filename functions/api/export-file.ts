import * as z from 'zod';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { TableKind } from '../../domain/tabular/table-kind.ts';
import { noInput, route } from '../runtime/route.ts';
import { tableKinds } from '../tabular/kinds.ts';
import { formats, typeOf, writeFile } from '../tabular/write-file.ts';
import type { ApiDependencies } from './dependencies.ts';

/** `localities.geojson`, `stakeholders.csv`; only localities have a place on a map. */
const FileName = z
  .templateLiteral([TableKind, '.', z.enum(formats)])
  .refine((name) => name.startsWith('localities') || !name.endsWith('.geojson'));

/** GET /api/exports/{file}: what the caller may see, as a file that can be imported again as it is. */
export const exportFile = route({
  method: 'GET',
  path: '/api/exports/{file}',
  summary: 'Localities, stakeholders, commitments, plan lines or entries as CSV, XLSX or GeoJSON',
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
      const kind = TableKind.parse(file.split('.')[0]);
      const format = z.enum(formats).parse(file.split('.')[1]);
      const { columns, rows } = tableKinds[kind];
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
