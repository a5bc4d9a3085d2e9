import type { Locality } from '../../domain/locality.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { anchorOf } from '../../store/anchors.ts';
import type { Table } from '../../store/transaction.ts';
import type { FileBucket } from '../files/bucket.ts';
import { type Clock, momentOf } from '../runtime/clock.ts';

export interface AnchorDependencies {
  table: Table;
  municipality: Municipality;
  /** Where anchors lie. */
  anchors: Pick<FileBucket, 'anchor' | 'layAnchor'>;
  clock: Clock;
}

/**
 * Lays down the heads of all chains, once a day, while the reconciler looks at every locality (`store/anchors.ts`). The
 * first run of a day does it.
 */
export function anchorKeeper({ table, municipality, anchors, clock }: AnchorDependencies) {
  const seen: Pick<Locality, 'id' | 'revision' | 'headHash'>[] = [];
  return {
    see: ({ id, revision, headHash }: Locality) => void seen.push({ id, revision, headHash }),
    /** Answers whether it was this run. */
    async finish(): Promise<boolean> {
      const { now: at, today: day } = momentOf(clock(), municipality);
      if (seen.length === 0 || (await anchors.anchor(day)) !== undefined) return false;
      await anchors.layAnchor(day, JSON.stringify(await anchorOf(table, seen, { day, at })));
      return true;
    },
  };
}
