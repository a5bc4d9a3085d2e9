import { localDate } from '../../domain/calendar.ts';
import { fileBucket } from '../../functions/files/lazy-bucket.ts';
import type { Finding } from '../../store/audit.ts';
import { AuditPage, auditBegins, auditPages } from '../../store/audit-pages.ts';
import type { Words } from '../../words/es/command-line.ts';
import { command } from '../command.ts';
import {
  administratorAt,
  type Installation,
  InstallationOptions,
  installationOf,
  installationOptions,
} from '../installation.ts';

/** What answers a page of the audit: the installation's own interface, or this program, which reads its table. */
function pagesOf(installation: Installation): (cursor: string) => Promise<AuditPage> {
  if (installation.kind === 'local') {
    const { api, info } = installation;
    const ask = api.as(administratorAt(info));
    return (cursor) => ask(AuditPage, 'GET', `/api/audit?cursor=${encodeURIComponent(cursor)}`);
  }
  const { table, files } = installation;
  const bucket = files === undefined ? undefined : fileBucket(files);
  const { page } = auditPages({
    table,
    anchor: async (day) => bucket?.anchor(day),
    // No municipality is further on in the calendar than UTC.
    today: localDate(new Date(), 'UTC'),
  });
  return page;
}

function subjectOf({ kind, id }: Finding, { verify: { findingKinds } }: Words): string {
  if (kind === 'municipality') return findingKinds.municipality;
  return kind === 'ranking' ? findingKinds.rankingOf(id) : findingKinds[kind](id);
}

/** `etapas verify`: the whole audit, as the app and `GET /api/audit` have it. */
export const verify = command(installationOptions, InstallationOptions, async (options, words) => {
  const installation = await installationOf(options);
  const page = pagesOf(installation);
  const findings: Finding[] = [];
  let checked = 0;
  for (let cursor: string | undefined = auditBegins; cursor !== undefined; ) {
    const next: AuditPage = await page(cursor);
    checked += next.checked;
    findings.push(...next.findings);
    cursor = next.nextCursor;
  }
  const said = words.verify;
  const anchors = installation.kind === 'local' || installation.files !== undefined;
  return {
    found: findings.length > 0,
    answer: { checked, anchors, findings },
    lines: [
      ...(findings.length === 0 ? [said.sound(checked)] : [said.found(findings.length)]),
      ...findings.map((one) => `- ${subjectOf(one, words)}: ${said.findings[one.code](one.about)}`),
      ...(anchors ? [] : [said.withoutAnchors]),
    ],
  };
});
