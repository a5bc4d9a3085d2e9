import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { type EvidenceFile, NewFile } from '../../domain/file.ts';
import { FileId } from '../../domain/file-id.ts';
import { policies } from '../../domain/policies.ts';
import { fileItem } from '../../store/files.ts';
import { writeAll } from '../../store/transaction.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

const Upload = z.object({
  method: z.literal('PUT'),
  url: z.url(),
  /** To be sent with the file, unchanged. */
  headers: z.record(z.string(), z.string()),
});

/** POST /api/files: a file is announced, and may then be sent straight to where files lie. */
export const createFile = route({
  method: 'POST',
  path: '/api/files',
  summary:
    'Announce a file of evidence; it is then sent by the request that is answered, within a quarter of an hour',
  policy: policies.evidence.upload,
  params: noInput,
  query: noInput,
  body: NewFile,
  responses: { 201: z.object({ fileId: FileId, upload: Upload }) },
  problems: ['not-found'],
  run:
    ({ table, localities, bucket, moment, newFileId }: ApiDependencies) =>
    async ({ body, caller }) => {
      if (body.locality) permitted(policies.evidence.upload, caller, await localities.get(body.locality));
      const file: EvidenceFile = {
        id: newFileId(),
        ...body,
        by: caller.user,
        at: moment().now,
        revision: 1,
      };
      const upload = await bucket.uploadRequest(file);
      return {
        response: { status: 201, body: { fileId: file.id, upload } },
        commit: (also) => writeAll(table, [fileItem(table, file), ...also]),
      };
    },
});
