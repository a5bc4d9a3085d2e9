import * as z from 'zod';
import { Problem } from '../../domain/errors.ts';
import { policies } from '../../domain/policies.ts';
import { AuditCursor, AuditPage, auditBegins, auditPages } from '../../store/audit-pages.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

/** GET /api/audit: whether every history is whole and every record agrees with the others, some at a time. */
export const auditRecords = route({
  method: 'GET',
  path: '/api/audit',
  summary: 'Check histories and records for what contradicts itself',
  policy: policies.audit.read,
  params: noInput,
  query: z.strictObject({ cursor: z.string().max(80).default(auditBegins) }),
  body: noInput,
  responses: { 200: AuditPage },
  run:
    ({ table, bucket, moment }: ApiDependencies) =>
    async ({ query }) => {
      const cursor = AuditCursor.safeParse(query.cursor).data;
      if (cursor === undefined)
        throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
      const { page } = auditPages({ table, anchor: (day) => bucket.anchor(day), today: moment().today });
      return { response: { status: 200, body: await page(cursor) } };
    },
});
