import * as z from 'zod';
import { type Commitment, CommitmentStatus } from './commitment.ts';
import { Sector } from './stakeholder.ts';

/** What counts of a commitment. */
export type Promised = Pick<Commitment, 'status' | 'responsible' | 'dueOn' | 'sector'>;

/** Whose promise it is: a sector, or `none` where nobody is named. */
const Promising = z.enum([...Sector.options, 'none']);

/**
 * What a commitment matrix adds up to. It is kept on the locality and written in the transaction that changes a
 * commitment, so that whoever needs no more than this (a gate, a list, a page) reads none of the matrix.
 */
export const MatrixCounts = z.object({
  /** How many stand at each status, by the sector that promised them; those of which there are none are left out. */
  bySector: z.partialRecord(Promising, z.partialRecord(CommitmentStatus, z.int().min(1))),
  /** How many of those that are not cancelled lack somebody responsible, or a day. */
  blank: z.int().min(0),
});
export type MatrixCounts = z.infer<typeof MatrixCounts>;

/** Of a matrix that nothing was written in yet. */
export const emptyMatrix: MatrixCounts = { bySector: {}, blank: 0 };

const promisingOf = ({ sector }: Pick<Promised, 'sector'>) => sector ?? 'none';
const isBlank = ({ status, responsible, dueOn }: Promised) =>
  status !== 'cancelled' && !(responsible && dueOn);

function added({ bySector, blank }: MatrixCounts, one: Promised, by: 1 | -1): MatrixCounts {
  const promising = promisingOf(one);
  const { [promising]: before = {}, ...others } = bySector;
  const { [one.status]: count = 0, ...otherStatuses } = before;
  const statuses = count + by > 0 ? { ...otherStatuses, [one.status]: count + by } : otherStatuses;
  return {
    bySector: Object.keys(statuses).length > 0 ? { ...others, [promising]: statuses } : others,
    blank: blank + (isBlank(one) ? by : 0),
  };
}

/** The counts with a commitment as it is now, and no longer as it was before. */
export const recounted = (counts: MatrixCounts, is: Promised, was?: Promised): MatrixCounts =>
  added(was ? added(counts, was, -1) : counts, is, 1);

/** What all commitments of a matrix add up to. */
export const countMatrix = (matrix: readonly Promised[]): MatrixCounts =>
  matrix.reduce((counts, one) => recounted(counts, one), emptyMatrix);

/** How many commitments there are at any of these statuses: of one sector (`none`: of nobody), or of all. */
export function countOf(
  { bySector }: MatrixCounts,
  statuses: readonly CommitmentStatus[],
  of?: z.infer<typeof Promising>,
): number {
  const counted = of === undefined ? Object.values(bySector) : [bySector[of] ?? {}];
  return counted.reduce(
    (sum, counts) => statuses.reduce((more, status) => more + (counts[status] ?? 0), sum),
    0,
  );
}

/** The statuses of what was not cancelled. */
export const standing = CommitmentStatus.exclude(['cancelled']).options;

/** Which of the six sectors have promised nothing that still stands. */
export const missingSectors = (counts: MatrixCounts): Sector[] =>
  Sector.options.filter((sector) => countOf(counts, standing, sector) === 0);
