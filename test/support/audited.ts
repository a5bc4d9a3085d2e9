import * as z from 'zod';
import type { TestApp } from './test-app.ts';
import { boss } from './walk.ts';

const Audited = z.object({
  checked: z.number(),
  findings: z.array(z.object({ kind: z.string(), id: z.string(), code: z.string(), about: z.string() })),
  nextCursor: z.string().optional(),
});

/** What an administrator who goes through the whole audit finds. */
export async function audited(here: TestApp) {
  const findings: z.infer<typeof Audited>['findings'] = [];
  let checked = 0;
  for (let cursor: string | undefined = 'localities'; cursor; ) {
    const { body } = await here.call('GET', `/api/audit?cursor=${cursor}`, undefined, boss);
    const page = Audited.parse(body);
    findings.push(...page.findings);
    checked += page.checked;
    cursor = page.nextCursor;
  }
  return { checked, findings };
}
