import type { Sector } from '../stakeholder.ts';
import type { SessionStanding, VisitEvidence } from './facts.ts';

/** What the sessions of a visit come to, of those that are asked about. */
export interface SessionsHeld {
  sessions: number;
  /** Heads in all of them; of one sector where one is asked about. */
  heads: number;
  /** So many more are planned or convened. */
  planned: number;
}

/** What the sessions held since a visit opened add up to, of those that `isAsked` about. */
export function sessionsHeld(
  sessions: readonly SessionStanding[],
  { openedOn }: Pick<VisitEvidence, 'openedOn'>,
  isAsked: (session: SessionStanding) => boolean,
  sector?: Sector,
): SessionsHeld {
  const asked = sessions.filter((one) => one.on >= openedOn && isAsked(one));
  const held = asked.filter(({ state }) => state === 'held');
  const headsOf = ({ heads, bySector }: SessionStanding) => (sector ? (bySector[sector] ?? 0) : heads);
  return {
    sessions: held.length,
    heads: held.reduce((sum, one) => sum + headsOf(one), 0),
    planned: asked.length - held.length,
  };
}
