import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { mailReleaseItem } from '../../store/mail-release.ts';
import { writeAll } from '../../store/transaction.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

const Released = z.object({ released: z.literal(true) });

/** POST /api/mail/release: what was restored from a backup has been looked at, and its mail may leave again. */
export const releaseMail = route({
  method: 'POST',
  path: '/api/mail/release',
  summary: 'Let mail leave from a restored table',
  policy: policies.mail.release,
  params: noInput,
  query: noInput,
  body: z.strictObject({}),
  responses: { 200: Released },
  run:
    ({ table, clock }: ApiDependencies) =>
    async ({ caller }) => ({
      response: { status: 200, body: { released: true as const } },
      commit: (also) => writeAll(table, [mailReleaseItem(table, caller.user, clock()), ...also]),
    }),
});
