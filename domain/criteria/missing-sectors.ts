import { Sector } from '../stakeholder.ts';
import type { Promised } from './facts.ts';

/** Which of the six sectors have promised nothing that still stands. */
export const missingSectors = (commitments: readonly Pick<Promised, 'status' | 'sector'>[]): Sector[] =>
  Sector.options.filter(
    (sector) => !commitments.some((one) => one.status !== 'cancelled' && one.sector === sector),
  );
