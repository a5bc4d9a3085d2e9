import { type DatedKey, isOver } from '../link-key.ts';
import type { MunicipalHead } from '../work/board.ts';
import type { MunicipalChange } from '../work/work-change.ts';

/** What is decided on when the key of links is rotated. */
export interface RotationSituation {
  /** All there are. */
  keys: readonly DatedKey[];
  head: MunicipalHead;
  /** A user name, of the installation or of the machine that the command is given on. */
  actor: string;
  now: Date;
  /** A key was seen by who should not: none but the new one verifies, and every link that was mailed is dead. */
  dropOlder?: boolean;
}

/** A new key signs from now on; keys that no good link is left of are removed. */
export function rotateLinkKey({ keys, head, actor, now, dropOlder = false }: RotationSituation) {
  const version = Math.max(0, ...keys.map((key) => key.version)) + 1;
  const removed = keys.filter((key) => dropOlder || isOver(key, keys, now)).map((key) => key.version);
  const event = { actor, action: 'link-key-rotated', detail: { version, removed } } as const;
  const change: MunicipalChange = { head, work: {}, event };
  return { change, version, removed };
}
