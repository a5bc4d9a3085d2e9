import type { GateKeys, Matter, MatterKind } from '../domain/mail.ts';

/**
 * The addresses of the app that mails lead to. The app is at the root of the origin that people know, since sign-in
 * leads back to there; `test/web/mail-links.test.ts` holds these against the screens of the app.
 */

/** A place in the app, from its root. */
export type AppPath = `/${string}`;

/** A locality, at the stage where it stands. */
export const localityPath = (locality: string): AppPath => `/localities/${encodeURIComponent(locality)}`;

/** A gate of a locality: what it asks for, the review that waits, or what was decided. */
export function gatePath(locality: string, gate: GateKeys | undefined): AppPath {
  // What an earlier version queued does not say which gate.
  if (!gate) return localityPath(locality);
  const { stage, track } = gate;
  const stagePath: AppPath = `${localityPath(locality)}/stages/${encodeURIComponent(stage)}`;
  return track ? `${stagePath}#track-${encodeURIComponent(track)}` : stagePath;
}

/** What is to be done today, of all localities. */
export const todayPath: AppPath = '/';

/** Where somebody chooses which mails they get. */
export const accountPath: AppPath = '/account';

/** In which part of a locality a matter is seen to; `gate` where it is at the gate itself. */
const matterPlaces: Record<MatterKind, 'gate' | 'matrix' | 'people' | 'plan'> = {
  'review-waiting': 'gate',
  'gate-overdue': 'gate',
  'override-expired': 'gate',
  'missing-sectors': 'matrix',
  'commitment-due': 'matrix',
  escalated: 'matrix',
  cannot: 'matrix',
  'tell-in-person': 'matrix',
  'responsible-erased': 'matrix',
  'report-missing': 'plan',
  bounced: 'people',
  complained: 'people',
};

/** Where a matter is seen to. */
export function matterPath({ kind, locality, gate }: Pick<Matter, 'kind' | 'locality' | 'gate'>): AppPath {
  const place = matterPlaces[kind];
  return place === 'gate' ? gatePath(locality.id, gate) : `${localityPath(locality.id)}/${place}`;
}

/** A place in the app as the outside reaches it; `publicUrl` is any address of that outside. */
export const appLink = (publicUrl: string, path: AppPath): string => new URL(publicUrl).origin + path;
