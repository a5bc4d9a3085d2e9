import { type Commitment, isOpen } from './commitment.ts';
import type { Missing } from './errors.ts';
import type { Text } from './language.ts';
import type { Criterion, GatedPart, SurveyWave } from './programme.ts';
import { Sector } from './stakeholder.ts';
import type { Visit } from './visit.ts';

/** One criterion of a gate and whether it holds, with the figures it was judged by. */
export interface CriterionResult {
  type: Criterion['type'];
  met: boolean;
  /** The activity it is about, by key and name, where it is about one. */
  activity?: string;
  /** The survey it is about. */
  wave?: SurveyWave;
  name?: Text;
  have: number;
  needed: number;
}

/** Names a criterion within its gate: its type, with the activity or survey that it is about. */
export const criterionKey = ({ type, activity, wave }: Pick<CriterionResult, 'type' | 'activity' | 'wave'>) =>
  [type, activity ?? wave].filter(Boolean).join('/');

export interface GateResult {
  ready: boolean;
  criteria: CriterionResult[];
  missing: Missing[];
}

interface Judgement {
  result: CriterionResult;
  missing: Missing[];
}

type Evidence = Pick<Visit, 'activities' | 'surveys' | 'targeting'>;
export type Promised = Pick<Commitment, 'status' | 'responsible' | 'dueOn' | 'sector'>;

/** Whether a gate is judged by the locality's commitment matrix too. */
export const asksForCommitments = ({ criteria }: Pick<GatedPart, 'criteria'>) =>
  criteria.some(({ type }) => type === 'commitments' || type === 'commitments-fulfilled');

/**
 * Judges a gate by the evidence of one visit, and of no other (what an earlier visit showed does not count), and by
 * the locality's commitments. The same function makes the screen's list of what is missing and guards the decision.
 */
export function evaluateGate(
  part: GatedPart,
  visit: Evidence,
  commitments: readonly Promised[] = [],
): GateResult {
  const judged = part.criteria.map((criterion) => judge(criterion, part, visit, commitments));
  const criteria = judged.map(({ result }) => result);
  return {
    ready: criteria.every(({ met }) => met),
    criteria,
    missing: judged.flatMap(({ missing }) => missing),
  };
}

function judge(
  criterion: Criterion,
  part: GatedPart,
  visit: Evidence,
  commitments: readonly Promised[],
): Judgement {
  switch (criterion.type) {
    case 'required-activities':
      return requiredActivities(part, visit);
    case 'commitments':
      return matrix(criterion, commitments);
    case 'commitments-fulfilled':
      return fulfilled(criterion, commitments);
    case 'targeting-decided':
      return targeted(visit);
    case 'survey-wave':
      return surveyed(criterion, visit);
    case 'baseline-compared':
      return compared(visit);
    default:
      return figure(criterion, part, visit);
  }
}

function requiredActivities({ activities }: GatedPart, visit: Evidence): Judgement {
  const type = 'required-activities';
  const required = activities.filter((activity) => activity.required);
  const missing = required.flatMap(({ key, name, evidence }): Missing[] => {
    const record = visit.activities[key];
    const lack = { criterion: type, activity: key, name, have: 0, needed: 1 };
    if (!record || record.status === 'open') return [{ ...lack, code: 'activity-open' }];
    return evidence && record.status === 'done' && record.evidence.length === 0
      ? [{ ...lack, code: 'evidence-missing' }]
      : [];
  });
  const needed = required.length;
  return { result: { type, met: missing.length === 0, have: needed - missing.length, needed }, missing };
}

/**
 * Meetings held and people trained. Where nobody wrote a figure down, a completed activity with its minutes or
 * attendance list attached shows that there was one: the sources of the programmes name no larger minimum.
 */
function figure(
  criterion: Extract<Criterion, { type: 'meeting-held' | 'people-trained' }>,
  part: GatedPart,
  visit: Evidence,
): Judgement {
  const { type, activity, minimum: needed } = criterion;
  const record = visit.activities[activity];
  const counted = type === 'meeting-held' ? record?.figures?.meetingsHeld : record?.figures?.peopleTrained;
  const shown = record?.status === 'done' && record.evidence.length > 0 ? 1 : 0;
  const have = counted ?? shown;
  const met = have >= needed;
  const code = type === 'meeting-held' ? 'too-few-meetings' : 'too-few-people';
  const name = part.activities.find(({ key }) => key === activity)?.name;
  const missing: Missing[] = met ? [] : [{ criterion: type, code, activity, name, have, needed }];
  return { result: { type, met, activity, name, have, needed }, missing };
}

/** Which of the six sectors have promised nothing that still stands. */
export const missingSectors = (commitments: readonly Pick<Promised, 'status' | 'sector'>[]): Sector[] =>
  Sector.options.filter(
    (sector) => !commitments.some((one) => one.status !== 'cancelled' && one.sector === sector),
  );

/** Enough commitments, every one of them with somebody responsible and a day, from every sector where that is asked. */
function matrix(
  criterion: Extract<Criterion, { type: 'commitments' }>,
  commitments: readonly Promised[],
): Judgement {
  const { type, minimum: needed, sectors } = criterion;
  const standing = commitments.filter(({ status }) => status !== 'cancelled');
  const have = standing.length;
  const whole = standing.filter(({ responsible, dueOn }) => responsible && dueOn).length;
  const missing: Missing[] = [
    ...(have < needed ? [{ criterion: type, code: 'too-few-commitments', have, needed } as const] : []),
    ...(whole < have
      ? [{ criterion: type, code: 'commitments-blank', have: whole, needed: have } as const]
      : []),
    ...(sectors ? missingSectors(commitments) : []).map(
      (sector) => ({ criterion: type, code: 'sector-missing', sector, have: 0, needed: 1 }) as const,
    ),
  ];
  return { result: { type, met: missing.length === 0, have, needed }, missing };
}

/** Of the commitments that still stand, how many per cent are fulfilled; with none there is nothing to wait for. */
function fulfilled(
  criterion: Extract<Criterion, { type: 'commitments-fulfilled' }>,
  commitments: readonly Promised[],
): Judgement {
  const { type, minimumPercent: needed } = criterion;
  const kept = commitments.filter(({ status }) => status === 'fulfilled').length;
  const standing = kept + commitments.filter(isOpen).length;
  const have = standing === 0 ? 100 : Math.floor((kept / standing) * 100);
  const met = have >= needed;
  const missing: Missing[] = met ? [] : [{ criterion: type, code: 'too-few-fulfilled', have, needed }];
  return { result: { type, met, have, needed }, missing };
}

/** Whether a gate is judged by a survey of this wave. */
export const asksForSurvey = ({ criteria }: Pick<GatedPart, 'criteria'>, wave: SurveyWave) =>
  criteria.some(
    (criterion) =>
      (criterion.type === 'survey-wave' && criterion.wave === wave) || criterion.type === 'baseline-compared',
  );

/** Whether a gate is judged by a frozen ranking. */
export const asksForTargeting = ({ criteria }: Pick<GatedPart, 'criteria'>) =>
  criteria.some(({ type }) => type === 'targeting-decided');

function targeted({ targeting }: Evidence): Judgement {
  const type = 'targeting-decided';
  const have = targeting ? 1 : 0;
  const missing: Missing[] = targeting
    ? []
    : [{ criterion: type, code: 'targeting-undecided', have, needed: 1 }];
  return { result: { type, met: missing.length === 0, have, needed: 1 }, missing };
}

function surveyed(
  { type, wave, minimumRespondents: needed }: Extract<Criterion, { type: 'survey-wave' }>,
  { surveys }: Evidence,
): Judgement {
  const have = surveys[wave]?.respondents ?? 0;
  const met = have >= needed;
  const missing: Missing[] = met
    ? []
    : [{ criterion: type, code: 'too-few-respondents', wave, have, needed }];
  return { result: { type, met, wave, have, needed }, missing };
}

function compared({ surveys }: Evidence): Judgement {
  const type = 'baseline-compared';
  const have = surveys['follow-up']?.compared ?? 0;
  const met = have > 0;
  const missing: Missing[] = met ? [] : [{ criterion: type, code: 'not-compared', have, needed: 1 }];
  return { result: { type, met, have, needed: 1 }, missing };
}
