import type { GatedPart } from '../gated-part.ts';
import type { Judgement } from './criterion-module.ts';
import type { FactName, Finding, GateFacts, VisitEvidence } from './facts.ts';
import {
  type CodeOf,
  type CriterionOf,
  type CriterionType,
  criterionModules,
  type Missing,
  type MissingOf,
} from './index.ts';
import { criterionKeys } from './keys.ts';

/** One criterion of a gate and whether it holds, with the figures it was judged by. */
export interface CriterionResult extends Omit<Judgement<never>, 'missing'> {
  /** Names it within its gate: what an override covers. */
  key: string;
  type: CriterionType;
}

export interface GateResult {
  ready: boolean;
  criteria: CriterionResult[];
  missing: Missing[];
}

/**
 * Judges a gate by the evidence of one visit, and of no other (what an earlier visit showed does not count), and by
 * the facts that its criteria need. The same function makes the screen's list of what is missing and guards the
 * decision.
 */
export function evaluateGate(part: GatedPart, visit: VisitEvidence, facts: GateFacts): GateResult {
  const keys = criterionKeys(part.criteria);
  const judged = part.criteria.map((criterion, at) => {
    const by = { activities: part.activities, visit, ...facts };
    return judge(criterion.type, criterion, keys[at] ?? criterion.type, by);
  });
  const criteria = judged.map(({ result }) => result);
  return {
    ready: criteria.every(({ met }) => met),
    criteria,
    missing: judged.flatMap(({ missing }) => missing),
  };
}

function judge<Type extends CriterionType>(
  type: Type,
  criterion: CriterionOf[Type],
  key: string,
  by: { activities: GatedPart['activities']; visit: VisitEvidence } & GateFacts,
) {
  const { missing, ...figures }: Judgement<CodeOf[Type]> = criterionModules[type].judge(criterion, by);
  const result: CriterionResult = { key, type, ...figures };
  return { result, missing: missing.map((lack): MissingOf<Type> => ({ ...lack, criterion: type, key })) };
}

type Asked = Pick<GatedPart, 'criteria'>;

/** The facts to be read before a gate can be judged. */
export const factsNeeded = ({ criteria }: Asked): Set<FactName> =>
  new Set(criteria.flatMap(({ type }) => criterionModules[type].needs));

/** Whether a finding counts as evidence at a gate. */
export const asksFor = ({ criteria }: Asked, finding: Finding): boolean =>
  criteria.some((criterion) => findingsOf(criterion.type, criterion).includes(finding));

const findingsOf = <Type extends CriterionType>(
  type: Type,
  criterion: CriterionOf[Type],
): readonly Finding[] => criterionModules[type].findings?.(criterion) ?? [];
