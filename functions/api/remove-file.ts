import * as z from 'zod';
import { isCaller, permitted } from '../../domain/caller.ts';
import { Problem } from '../../domain/errors.ts';
import { FileId } from '../../domain/file-id.ts';
import { policies } from '../../domain/policies.ts';
import { fileGone } from '../../store/files.ts';
import { writeAll } from '../../store/transaction.ts';
import type { ApiDependencies } from './dependencies.ts';
import { eraseTracesIn } from './erase-traces.ts';
import { noInput, route } from './route.ts';

/**
 * DELETE /api/files/{id}: a file is taken away for good, with all its versions, and is evidence of nothing any more. The history
 * tells that it was, and not what it was called; a review of what it was evidence for is void.
 */
export const removeFile = route({
  method: 'DELETE',
  path: '/api/files/{id}',
  summary: 'Remove a file of evidence for good',
  policy: policies.evidence.remove,
  params: z.object({ id: FileId }),
  query: noInput,
  body: noInput,
  responses: { 200: z.object({ id: FileId, removed: z.literal(true) }) },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, caller }) => {
      const { table, files, localities, bucket, clock } = dependencies;
      const file = await files.find(id, clock());
      if (!file) throw new Problem('not-found');
      const place = file.locality && (await localities.find(file.locality));
      if (place) permitted(policies.evidence.remove, caller, place);
      else if (!isCaller(caller, file.by)) throw new Problem('not-found');
      return {
        response: { status: 200, body: { id, removed: true as const } },
        async commit(also) {
          if (place) await eraseTracesIn(dependencies, place.id, { files: new Set([id]) }, caller);
          // One that was replaced as evidence, or never was, is named by nothing that would take it away.
          await bucket.erase(id);
          await writeAll(table, [fileGone(table, id), ...also]);
        },
      };
    },
});
