import type { InstallationEvent, WorkEvent } from '../audit-events.ts';
import { bumpRevision, type Change } from '../change.ts';
import { requireUnderWay } from '../locality.ts';
import type { OutboxMessage } from '../outbox-message.ts';
import type { Board, MunicipalHead } from './board.ts';
import type { Work } from './work.ts';

/** A change of the municipality's own work, or of the installation, written whole or not at all. */
export interface MunicipalChange {
  /** As it was read. */
  head: MunicipalHead;
  work: Work;
  event: WorkEvent | InstallationEvent;
  outbox?: OutboxMessage[];
}

/** A change of a locality, or of the municipality's own work. */
export type WorkChange = Change | MunicipalChange;

/**
 * The change that writes this of a board's work, and tells of it in the board's history.
 * @throws Problem `not-active` where the locality is completed or closed
 */
export function workChange(
  { locality, head }: Board,
  work: Work,
  event: WorkEvent,
  outbox: OutboxMessage[] = [],
): WorkChange {
  if (!locality) return { head, work, event, outbox };
  requireUnderWay(locality);
  return { locality: bumpRevision(locality, {}), visits: [], work, event, outbox };
}
