import type { Missing } from './errors.ts';
import type { Text } from './language.ts';
import type { Criterion, GatedPart } from './programme.ts';
import type { Visit } from './visit.ts';

/** One criterion of a gate and whether it holds, with the figures it was judged by. */
export interface CriterionResult {
  type: Criterion['type'];
  met: boolean;
  /** The activity it is about, by key and name, where it is about one. */
  activity?: string;
  name?: Text;
  have: number;
  needed: number;
}

export interface GateResult {
  ready: boolean;
  criteria: CriterionResult[];
  missing: Missing[];
}

/**
 * Judges a gate by the evidence of one visit, and of no other: what an earlier visit showed does not count.
 * The same function makes the screen's list of what is missing and guards the decision.
 */
export function evaluateGate(part: GatedPart, visit: Pick<Visit, 'activities'>): GateResult {
  const judged = part.criteria.map((criterion) => judge(criterion, part, visit));
  const criteria = judged.map(({ result }) => result);
  return {
    ready: criteria.every(({ met }) => met),
    criteria,
    missing: judged.flatMap(({ missing }) => missing),
  };
}

function judge(criterion: Criterion, part: GatedPart, visit: Pick<Visit, 'activities'>) {
  return criterion.type === 'required-activities'
    ? requiredActivities(part, visit)
    : figure(criterion, part, visit);
}

function requiredActivities({ activities }: GatedPart, visit: Pick<Visit, 'activities'>) {
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
  return {
    result: { type, met: missing.length === 0, have: needed - missing.length, needed } as const,
    missing,
  };
}

/**
 * Meetings held and people trained. Where nobody wrote a figure down, a completed activity with its minutes or
 * attendance list attached shows that there was one: the sources of the programmes name no larger minimum.
 */
function figure(
  criterion: Exclude<Criterion, { type: 'required-activities' }>,
  part: GatedPart,
  visit: Pick<Visit, 'activities'>,
) {
  const { type, activity, minimum: needed } = criterion;
  const record = visit.activities[activity];
  const counted = type === 'meeting-held' ? record?.figures?.meetingsHeld : record?.figures?.peopleTrained;
  const shown = record?.status === 'done' && record.evidence.length > 0 ? 1 : 0;
  const have = counted ?? shown;
  const met = have >= needed;
  const code = type === 'meeting-held' ? 'too-few-meetings' : 'too-few-people';
  const name = part.activities.find(({ key }) => key === activity)?.name ?? { es: activity, en: activity };
  const missing: Missing[] = met ? [] : [{ criterion: type, code, activity, name, have, needed }];
  return { result: { type, met, activity, name, have, needed } as const, missing };
}
