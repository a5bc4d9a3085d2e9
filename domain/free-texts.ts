import type { AuditAction } from './audit-events.ts';

/**
 * Where in the details of an event somebody wrote as they liked, whatever stands there: by the names that lead to it, parted by
 * dots, `*` for each of a list. The hash of a line covers a digest of each such text instead of the text itself, so that what is
 * written of a person can be erased and the chain still holds (`store/history.ts`). What is not named here cannot be.
 */
export const freeTexts: { readonly [Action in AuditAction]: readonly string[] } = {
  'locality-created': [],
  'locality-edited': [],
  'stage-opened': [],
  'activity-recorded': ['note', 'evidence'],
  'review-requested': ['note', 'override.reason'],
  'gate-decided': ['reason', 'override.reason'],
  'objective-created': [],
  'line-created': ['reason'],
  'lines-imported': [],
  'line-edited': ['reason'],
  'entries-recorded': [],
  'group-created': [],
  'group-edited': ['evidence'],
  'report-missing': [],
  'session-planned': [],
  'session-edited': ['agenda', 'minutes'],
  'session-convened': [],
  'session-answered': [],
  'session-cancelled': ['reason'],
  'session-held': ['agreements.*.action'],
  resumed: [],
  'handed-over': [],
  repaired: [],
  'commitment-created': ['action', 'note', 'evidence'],
  'commitments-imported': ['commitments.*.action'],
  'commitment-edited': ['action', 'note', 'evidence'],
  'commitment-answered': ['note'],
  'commitment-escalated': [],
  'commitment-to-tell-in-person': [],
  'task-done': ['note'],
  'survey-imported': [],
  'targeting-decided': [],
  'texts-erased': [],
  'locality-continues': [],
  'coordinator-replaced': [],
  'mail-sent': [],
  'mail-failed': [],
  'mail-kept': [],
  'stakeholder-created': [],
  'stakeholder-edited': [],
  'stakeholder-erased': [],
  'stakeholder-suppressed': [],
  'stakeholder-subscribed-again': [],
  'links-revoked': [],
  'link-key-rotated': [],
  'privacy-request-received': [],
  'privacy-request-answered': [],
};
const isKnown = (action: string): action is AuditAction => Object.hasOwn(freeTexts, action);

/** A part of a value, by the names that lead to it; `undefined` where there is none. */
export function partAt(value: unknown, path: string): unknown {
  let part = value;
  for (const name of path.split('.')) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, name)) return undefined;
    part = Reflect.get(part, name);
  }
  return part;
}

function places(value: unknown, [name, ...rest]: string[], at: string[]): string[] {
  if (name === undefined) return value === undefined || value === null ? [] : [at.join('.')];
  if (typeof value !== 'object' || value === null) return [];
  const names = name === '*' ? Object.keys(value) : [name];
  return names.flatMap((one) =>
    Object.hasOwn(value, one) ? places(Reflect.get(value, one), rest, [...at, one]) : [],
  );
}

/** The places in a detail at which there is free text, each by the names that lead to it. */
export const freeTextsIn = (action: string, detail: Record<string, unknown>): string[] =>
  isKnown(action) ? freeTexts[action].flatMap((path) => places(detail, path.split('.'), [])) : [];

/** A value in which some parts are others; it is not changed itself. */
export function withParts<T>(value: T, parts: ReadonlyMap<string, unknown>): T {
  const copy = structuredClone(value);
  for (const [path, part] of parts) {
    const names = path.split('.');
    const holder = names.length === 1 ? copy : partAt(copy, names.slice(0, -1).join('.'));
    if (typeof holder === 'object' && holder !== null) Reflect.set(holder, names.at(-1) ?? '', part);
  }
  return copy;
}
