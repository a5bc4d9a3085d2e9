import type { Locality } from '../domain/locality.ts';
import { countMatrix, emptyMatrix, type MatrixCounts } from '../domain/matrix-counts.ts';
import type { CommitmentStore } from './commitments.ts';
import type { LocalityStore } from './localities.ts';

interface Stores {
  localities: Pick<LocalityStore, 'keepCounts'>;
  commitments: Pick<CommitmentStore, 'ofLocality'>;
}

/**
 * What the matrix of a locality adds up to, as it stands with the locality that was read. A matrix that is older than
 * its counts is counted here, once: they are kept from then on.
 */
export async function matrixCountsOf(
  { localities, commitments }: Stores,
  locality: Locality,
): Promise<MatrixCounts> {
  if (locality.matrixCounts) return locality.matrixCounts;
  if (locality.commitments === 0) return emptyMatrix;
  const counts = countMatrix(await commitments.ofLocality(locality.id));
  await localities.keepCounts(locality, counts);
  return counts;
}
