import * as z from 'zod';
import { Instant } from '../../domain/calendar.ts';
import { type Caller, isCaller, maySee } from '../../domain/caller.ts';
import { Problem } from '../../domain/errors.ts';
import { EvidenceFile } from '../../domain/file.ts';
import { FileId } from '../../domain/file-id.ts';
import { policies } from '../../domain/policies.ts';
import { municipal } from '../../domain/work/board.ts';
import type { LocalityStore } from '../../store/localities.ts';
import { readSeconds } from '../files/bucket.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

const FileAddress = EvidenceFile.pick({ name: true, type: true, size: true }).extend({
  url: z.url(),
  /** When the address expires. */
  until: Instant,
});

/** Who may see a locality may read its evidence; a file that is none yet, of which nothing was taken out, only whoever sent it. */
async function isFor(
  caller: Caller,
  { locality: id, by, attachedAt }: EvidenceFile,
  localities: LocalityStore,
) {
  if (id === undefined || attachedAt === undefined) return isCaller(caller, by);
  // Everybody may read what the municipality does itself.
  if (id === municipal) return true;
  const locality = await localities.find(id);
  return locality !== undefined && maySee(caller, locality);
}

/** GET /api/files/{id}: the way to a file, by an address that is good for some minutes. */
export const getFile = route({
  method: 'GET',
  path: '/api/files/{id}',
  summary: 'A file of evidence: redirects to it; with redirect=false, tells where it is',
  policy: policies.evidence.read,
  params: z.object({ id: FileId }),
  query: z.strictObject({
    redirect: z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(true),
  }),
  body: noInput,
  responses: { 200: FileAddress, 302: z.object({}) },
  problems: ['not-found'],
  run:
    ({ files, localities, bucket, clock }: ApiDependencies) =>
    async ({ params, query, caller }) => {
      const now = clock();
      const file = await files.find(params.id, now);
      if (!file || !(await isFor(caller, file, localities))) throw new Problem('not-found');
      const url = await bucket.readAddress(file);
      if (query.redirect) return { response: { status: 302, location: url } };
      const { name, type, size } = file;
      const until = new Date(now.getTime() + readSeconds * 1_000).toISOString();
      return { response: { status: 200, body: { name, type, size, url, until } } };
    },
});
