import { type Criterion, type CriterionOf, type CriterionType, criterionModules } from './index.ts';

/**
 * The keys of a gate's criteria, in their order; each begins with its type. A criterion without a key of its own goes
 * by what it is about: `commitments`, `people-trained/parents`, `survey-wave/baseline`. Where a gate asks twice about
 * the same, what is asked for is added: `commitments-fulfilled/50` and `commitments-fulfilled/90`. Overrides are kept
 * by these keys, so they follow from the programme version and nothing else.
 */
export function criterionKeys(criteria: readonly Criterion[]): string[] {
  const unnamed = criteria.filter(({ key }) => key === undefined).map((one) => subjectOf(one.type, one));
  return criteria.map((criterion) => {
    const { type, key } = criterion;
    if (key !== undefined) return `${type}/${key}`;
    const subject = subjectOf(type, criterion);
    const isShared = unnamed.filter((other) => other === subject).length > 1;
    return isShared ? joined(subject, thresholdOf(type, criterion)) : subject;
  });
}

const subjectOf = <Type extends CriterionType>(type: Type, criterion: CriterionOf[Type]) =>
  joined(type, criterionModules[type].about?.(criterion));

const thresholdOf = <Type extends CriterionType>(type: Type, criterion: CriterionOf[Type]) =>
  criterionModules[type].threshold?.(criterion);

const joined = (name: string, more: string | number | undefined) =>
  more === undefined ? name : `${name}/${more}`;
