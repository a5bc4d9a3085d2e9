import { describe, expect, it } from 'vitest';
import { CommitmentStatus } from '../../domain/commitment.ts';
import {
  countMatrix,
  countOf,
  emptyMatrix,
  missingSectors,
  type Promised,
  recounted,
  standing,
} from '../../domain/matrix-counts.ts';
import { Sector } from '../../domain/stakeholder.ts';
import { randomFrom } from '../../domain/targeting/random.ts';

describe('what a matrix adds up to', () => {
  it('is the same whether it was counted at once or change by change, in any order of changes', () => {
    const random = randomFrom(7);
    const one = <Of>(of: readonly Of[]): Of | undefined => of[Math.floor(random() * of.length)];
    const some = (): Promised => ({
      status: one(CommitmentStatus.options) ?? 'pending',
      sector: one([...Sector.options, undefined]),
      responsible: one(['maria', undefined]),
      dueOn: one(['2026-12-05', undefined]),
    });
    const matrix: Promised[] = [];
    let counts = emptyMatrix;
    for (let change = 0; change < 2_000; change += 1) {
      const at = Math.floor(random() * 60);
      const now = some();
      counts = recounted(counts, now, matrix[at]);
      // What is not there yet is added at the end.
      matrix[matrix[at] ? at : matrix.length] = now;
      expect(counts).toEqual(countMatrix(matrix));
    }
    for (const status of CommitmentStatus.options)
      expect(countOf(counts, [status])).toBe(matrix.filter((one) => one.status === status).length);
    expect(counts.blank).toBe(
      matrix.filter((one) => one.status !== 'cancelled' && !(one.responsible && one.dueOn)).length,
    );
  });

  it('tells which sectors have promised nothing that still stands', () => {
    const counts = countMatrix([
      { status: 'cancelled', sector: 'school', responsible: 'maria', dueOn: '2026-12-05' },
      { status: 'fulfilled', sector: 'social' },
      { status: 'pending' },
    ]);
    expect(missingSectors(counts)).toEqual(Sector.options.filter((sector) => sector !== 'social'));
    expect([countOf(counts, standing), counts.blank]).toEqual([2, 2]);
  });
});
