import * as z from 'zod';
import { Problem } from '../../domain/errors.ts';
import { policies } from '../../domain/policies.ts';
import { auditOn, type Finding, Finding as FindingSchema } from '../../store/audit.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

/** How many items one request checks. */
const together = 20;

const Cursor = z.string().regex(/^(localities|stakeholders)(\/[0-9a-z-]{1,60})?$/);

const Audited = z.object({
  /** How many localities and stakeholders were checked. */
  checked: z.int(),
  findings: z.array(FindingSchema),
  nextCursor: z.string().optional(),
});

type Page = z.infer<typeof Audited>;

/** GET /api/audit: whether every history is whole and every record agrees with the others, some at a time. */
export const auditRecords = route({
  method: 'GET',
  path: '/api/audit',
  summary: 'Check histories and records for what contradicts itself',
  policy: policies.audit.read,
  params: noInput,
  query: z.strictObject({ cursor: z.string().max(80).default('localities') }),
  body: noInput,
  responses: { 200: Audited },
  run:
    ({ table, localities, stakeholders }: ApiDependencies) =>
    async ({ query }) => {
      const audit = auditOn(table);
      if (!Cursor.safeParse(query.cursor).success)
        throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
      const [kind, after] = query.cursor.split('/');
      const body = kind === 'localities' ? await auditLocalities(after) : await auditStakeholders(after);
      return { response: { status: 200, body } };

      async function auditLocalities(from?: string): Promise<Page> {
        const { items, next } = await localities.page(from, together);
        const findings = await Promise.all(items.map(({ id }) => ofLocality(id)));
        const nextCursor = next ? `localities/${next}` : 'stakeholders';
        return { checked: items.length, findings: findings.flat(), nextCursor };
      }

      /** A change during the check looks like a fault: a finding counts when two checks of one revision agree on it. */
      async function ofLocality(id: string): Promise<Finding[]> {
        for (;;) {
          const locality = await localities.get(id);
          const findings = await audit.ofLocality(locality);
          if (findings.length === 0 || (await localities.get(id)).revision === locality.revision)
            return findings;
        }
      }

      async function auditStakeholders(from?: string): Promise<Page> {
        const { items, next } = await stakeholders.page(from, together);
        const findings = await Promise.all(items.map((one) => audit.ofStakeholder(one)));
        const nextCursor = next && `stakeholders/${next}`;
        return { checked: items.length, findings: findings.flat(), nextCursor };
      }
    },
});
