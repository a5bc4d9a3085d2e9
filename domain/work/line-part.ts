import type { ValidationError } from '../errors.ts';
import { gatedParts } from '../gated-part.ts';
import type { Stage } from '../programme.ts';

/** Why a line of a locality whose programme has these stages cannot belong to a stage, or to a track of it. */
export function partFault(
  stages: readonly Stage[],
  stage: string | undefined,
  track: string | undefined,
): ValidationError | undefined {
  if (stage === undefined && track === undefined) return undefined;
  const known = stages.find(({ key }) => key === stage);
  if (!known) return { path: 'stage', message: 'unknown-stage' };
  return track !== undefined && !gatedParts(known).some((part) => part.track === track)
    ? { path: 'track', message: 'unknown-track' }
    : undefined;
}
