interface TargetedVisit {
  targeting?: { ranking: string; revision: number };
}

/** The last frozen ranking that a gate was passed, or can be passed, by. */
export const latestRanking = (visits: readonly TargetedVisit[]): string | undefined =>
  visits
    .flatMap(({ targeting }) => targeting ?? [])
    .sort((a, b) => a.revision - b.revision)
    .at(-1)?.ranking;

/** Where a locality stands in a ranking; `undefined` where figures of it were missing. */
export const placeIn = <Place extends { locality?: string }>(
  places: readonly Place[],
  locality: string,
): Place | undefined => places.find((one) => one.locality === locality);
