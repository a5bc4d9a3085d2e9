import type { Caller } from '../caller.ts';
import { bumpRevision, type Change } from '../change.ts';
import { asksFor } from '../criteria/evaluate.ts';
import { Problem } from '../errors.ts';
import type { GatedPart } from '../gated-part.ts';
import type { Locality } from '../locality.ts';
import type { SurveyWave } from '../survey-wave.ts';
import type { Visit } from '../visit.ts';
import { type Office, voidReviews } from './void-reviews.ts';

/** A visit that is under way, with what stands before its gate. */
export interface OpenVisit {
  visit: Visit;
  part: GatedPart;
}

/** A survey that was read. */
export interface ReadSurvey {
  wave: SurveyWave;
  checksum: string;
  questionnaire: { id: string; version: number };
  respondents: number;
  /** By how many items it can be compared with the survey of the other wave. */
  compared: number;
}

/**
 * A survey of the locality was imported. It is evidence for the visits under way whose gate asks for it, and for no
 * visit that opens later: there it is imported again, on purpose. Reviews that waited at those gates are void.
 * @throws Problem `not-active` once the programme is over
 */
export function recordSurvey(
  locality: Locality,
  open: readonly OpenVisit[],
  { wave, checksum, questionnaire, respondents, compared }: ReadSurvey,
  caller: Caller,
  office: Office,
): Change {
  if (!locality.position) throw new Problem('not-active');
  const revision = locality.revision + 1;
  const visits = open.flatMap(({ visit, part }): Visit[] => {
    if (!asksFor(part, wave)) return [];
    const followUp = visit.surveys['follow-up'];
    const surveys = {
      ...visit.surveys,
      // A baseline that is mended changes what the follow-up can be compared with.
      ...(followUp && wave === 'baseline' ? { 'follow-up': { ...followUp, compared, revision } } : {}),
      [wave]: { checksum, respondents, compared: wave === 'follow-up' ? compared : 0, revision },
    };
    return [bumpRevision(visit, { surveys })];
  });
  const { voided, ...change } = voidReviews(bumpRevision(locality, {}), visits, office, caller);
  return {
    ...change,
    event: {
      actor: caller.user,
      action: 'survey-imported',
      detail: { wave, questionnaire, respondents, checksum, reviewsVoided: voided },
    },
  };
}

/** A ranking as it was frozen, and where the locality stands in it; a place with blanks has no rank. */
export interface FrozenRanking {
  id: string;
  hash: string;
  rank?: number;
}

/**
 * A ranking that the locality is among was frozen. Reviews that waited at gates that ask for one are void.
 * @throws Problem `not-active` once the programme is over
 */
export function recordTargeting(
  locality: Locality,
  open: readonly OpenVisit[],
  { id: ranking, hash, rank }: FrozenRanking,
  caller: Caller,
  office: Office,
): Change {
  if (!locality.position) throw new Problem('not-active');
  const targeting = { ranking, revision: locality.revision + 1 };
  const visits = open
    .filter(({ part }) => asksFor(part, 'targeting'))
    .map(({ visit }) => bumpRevision(visit, { targeting }));
  const { voided, ...change } = voidReviews(bumpRevision(locality, {}), visits, office, caller);
  return {
    ...change,
    event: {
      actor: caller.user,
      action: 'targeting-decided',
      detail: { ranking, hash, rank, reviewsVoided: voided },
    },
  };
}
