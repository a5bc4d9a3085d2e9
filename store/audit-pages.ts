import * as z from 'zod';
import { addDays, type LocalDate } from '../domain/calendar.ts';
import type { Locality } from '../domain/locality.ts';
import { type Anchor, readAnchor, unreadableAnchor } from './anchors.ts';
import { auditOn, Finding } from './audit.ts';
import { localityStore } from './localities.ts';
import { rankingStore } from './rankings.ts';
import { stakeholderStore } from './stakeholders.ts';
import type { Table } from './transaction.ts';
import { workStore } from './work.ts';

/** How many localities or stakeholders one page checks at most, and after how many of their items it goes no further. */
const together = 20;
const mostItems = 20_000;
/** Of how many days the anchors are compared with. */
const anchorDays = 35;

/** Where a page of the audit begins. */
export const AuditCursor = z
  .string()
  .max(80)
  .regex(/^(?:(?:localities|stakeholders|rankings)(?:\/[0-9a-z-]{1,60})?|municipality|anchors)$/);
export const auditBegins = 'localities';

export const AuditPage = z.object({
  /** How many localities, histories of the municipality's own work, stakeholders and rankings were checked. */
  checked: z.int(),
  findings: z.array(Finding),
  nextCursor: z.string().optional(),
});
export type AuditPage = z.infer<typeof AuditPage>;

interface Audited {
  table: Table;
  /** What was laid down on a day, as it stands there; the days up to `today` are asked for. */
  anchor(day: LocalDate): Promise<string | undefined>;
  today: LocalDate;
}

/** Whether every history is whole and every record agrees with the others, some at a time; `page` answers what follows a cursor. */
export function auditPages({ table, anchor, today }: Audited) {
  const audit = auditOn(table);
  const localities = localityStore(table);
  const stakeholders = stakeholderStore(table);

  function page(cursor: z.infer<typeof AuditCursor>): Promise<AuditPage> {
    const [kind, after] = cursor.split('/');
    if (kind === 'localities') return auditLocalities(after);
    if (kind === 'municipality') return auditMunicipality();
    if (kind === 'stakeholders') return auditStakeholders(after);
    return kind === 'rankings' ? auditRankings(after) : auditAnchors();
  }

  async function auditRankings(from?: string): Promise<AuditPage> {
    const { items, next } = await rankingStore(table).page(from, together);
    const findings = await Promise.all(items.map(({ id }) => audit.ofRanking(id)));
    const nextCursor = next ? `rankings/${next}` : 'anchors';
    return { checked: items.length, findings: findings.flat(), nextCursor };
  }

  async function auditAnchors(): Promise<AuditPage> {
    return { checked: 0, findings: await audit.ofAnchors(latestAnchors()) };
  }

  /** Those of the last days, the newest first; one that cannot be read says nothing right of any head. */
  async function* latestAnchors(): AsyncGenerator<Anchor> {
    for (let days = 0; days < anchorDays; days += 1) {
      const day = addDays(today, -days);
      const text = await anchor(day);
      if (text !== undefined) yield readAnchor(text) ?? unreadableAnchor(day);
    }
  }

  async function auditLocalities(from?: string): Promise<AuditPage> {
    const { items, next } = await localities.page(from, together);
    const some = shorter(items);
    const findings = await Promise.all(some.map(({ id }) => ofLocality(id)));
    const after = some.length < items.length ? some.at(-1)?.id : next;
    const nextCursor = after ? `localities/${after}` : 'municipality';
    return { checked: some.length, findings: findings.flat(), nextCursor };
  }

  /** A change during the check looks like a fault: a finding counts when two checks of one revision agree on it. */
  async function ofLocality(id: string): Promise<Finding[]> {
    for (;;) {
      const locality = await localities.get(id);
      const findings = await audit.ofLocality(locality);
      if (findings.length === 0 || (await localities.get(id)).revision === locality.revision) return findings;
    }
  }

  async function auditMunicipality(): Promise<AuditPage> {
    const { head } = workStore(table);
    for (;;) {
      const known = await head();
      const findings = await audit.ofMunicipality(known);
      if (findings.length === 0 || (await head()).revision === known.revision)
        return { checked: known.revision > 0 ? 1 : 0, findings, nextCursor: 'stakeholders' };
    }
  }

  async function ofStakeholder(id: string): Promise<Finding[]> {
    for (;;) {
      const known = (await stakeholders.many([id])).get(id);
      if (!known) return [];
      const findings = await audit.ofStakeholder(known);
      const { revision } = known.stakeholder;
      if (findings.length === 0 || (await stakeholders.get(id)).revision === revision) return findings;
    }
  }

  /** As many as have few enough items together, each at least its history; one, however many it has. */
  function shorter(items: Locality[]): Locality[] {
    let sum = 0;
    const over = items.findIndex(({ revision, commitments }) => {
      sum += revision + commitments;
      return sum > mostItems;
    });
    return over === -1 ? items : items.slice(0, Math.max(1, over));
  }

  async function auditStakeholders(from?: string): Promise<AuditPage> {
    const { items, next } = await stakeholders.page(from, together);
    const findings = await Promise.all(items.map(({ stakeholder }) => ofStakeholder(stakeholder.id)));
    const nextCursor = next ? `stakeholders/${next}` : 'rankings';
    return { checked: items.length, findings: findings.flat(), nextCursor };
  }

  return { page };
}
