import { quantile, reach } from './distributions.ts';

const power = 0.8;

/** A sample of a share: how large a simple random sample says as much. */
interface ShareSample {
  share: number;
  size: number;
}

/** By how much a change of `change` exceeds what the test finds with the power; it does from 0 on. */
function excess(
  change: number,
  { share, size }: ShareSample,
  followUpSize: number,
  degreesOfFreedom: number,
) {
  const changed = share + change;
  const pooled = (share * size + changed * followUpSize) / (size + followUpSize);
  const underNone = Math.sqrt(pooled * (1 - pooled) * (1 / size + 1 / followUpSize));
  const underChange = Math.sqrt(
    (share * (1 - share)) / size + Math.max(0, changed * (1 - changed)) / followUpSize,
  );
  return (
    Math.abs(change) - reach(degreesOfFreedom) * underNone - quantile(power, degreesOfFreedom) * underChange
  );
}

/**
 * The smallest change of a share, up and down, that the pooled score test at 5 % finds with a power of 80 %; in the
 * direction that needs more, or the only one with room. Absent where no share is far enough.
 * Source: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (2003), section 4.2.
 */
export function detectableShare(
  baseline: ShareSample,
  followUpSize: number,
  degreesOfFreedom: number,
): number | undefined {
  const changes = [1 - baseline.share, -baseline.share].flatMap((room) => {
    if (!(excess(room, baseline, followUpSize, degreesOfFreedom) > 0)) return [];
    let tooSmall = 0;
    let enough = room;
    for (let step = 0; step < 50; step += 1) {
      const middle = (tooSmall + enough) / 2;
      if (excess(middle, baseline, followUpSize, degreesOfFreedom) > 0) enough = middle;
      else tooSmall = middle;
    }
    return [Math.abs(enough)];
  });
  return changes.length > 0 ? Math.max(...changes) : undefined;
}

/** The same of a mean, whose variance does not move with it. */
export function detectableMean(standardError: number, degreesOfFreedom: number): number | undefined {
  if (!(standardError > 0)) return undefined;
  return (reach(degreesOfFreedom) + quantile(power, degreesOfFreedom)) * standardError;
}
