import { whyIncomparable } from './comparable.ts';
import { compare } from './compare.ts';
import type { Estimate } from './estimate.ts';
import { type EvaluationRow, Shown } from './evaluation-row.ts';
import { holm } from './holm.ts';
import type { Item, Questionnaire } from './questionnaire.ts';
import { verdictOf } from './verdict.ts';
import type { WaveSummary } from './wave-summary.ts';

/** A wave with the questionnaire it was read by. */
export interface Wave {
  summary: WaveSummary;
  questionnaire: Questionnaire;
}

/** A wave that lacks the item: none of it is known. */
const nothing = { estimate: undefined, tooFew: true };

function pairOf(key: string, baseline: Wave, followUp: Wave) {
  const find = ({ summary, questionnaire }: Wave) => ({
    item: questionnaire.items.find((item) => item.key === key),
    ...(summary.items[key] ?? nothing),
  });
  const [before, after] = [find(baseline), find(followUp)];
  const reason = whyIncomparable(before.item, after.item);
  if (reason) return { before, after, reason };
  if (before.tooFew || after.tooFew || !before.estimate || !after.estimate)
    return { before, after, reason: 'too-few-answers' as const };
  return { before, after, compared: compare(before.estimate, after.estimate) };
}

const shown = (estimate: Estimate | undefined) => estimate && Shown.parse(estimate);

/**
 * Compares the follow-up of a locality with its baseline, question by question, in the order of the indicators. What
 * cannot be compared is reported with the reason.
 */
export function evaluate(baseline: Wave, followUp: Wave): EvaluationRow[] {
  const items = new Map<string, Item>();
  for (const { questionnaire } of [baseline, followUp])
    for (const item of questionnaire.items) items.set(item.key, item);
  const pairs = [...items.values()]
    .map((item) => ({ item, ...pairOf(item.key, baseline, followUp) }))
    .sort((a, b) => a.item.indicator.localeCompare(b.item.indicator));
  const adjusted = holm(pairs.flatMap(({ compared }) => compared?.p ?? []));
  let next = 0;
  return pairs.map(({ item, before, after, compared, reason }): EvaluationRow => {
    const { indicator: code, key, aspect, type, unit, direction } = item;
    const common = {
      code,
      item: key,
      aspect,
      kind: type === 'share' ? ('share' as const) : ('mean' as const),
      unit,
      direction,
      baseline: shown(before.estimate),
      followUp: shown(after.estimate),
    };
    if (!compared) return { ...common, verdict: 'not-comparable', reason };
    const adjustedP = adjusted[next] ?? 1;
    next += 1;
    return { ...common, ...compared, adjustedP, verdict: verdictOf(compared, adjustedP, direction) };
  });
}
