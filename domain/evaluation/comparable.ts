import * as z from 'zod';
import type { Item } from './questionnaire.ts';

/** Why a question's two waves cannot be compared. */
export const Incomparable = z.enum([
  'missing-item',
  'question-differs',
  'version-differs',
  'scale-differs',
  'too-few-answers',
]);
export type Incomparable = z.infer<typeof Incomparable>;

/** What a scale is made of. Codes may differ between waves as long as they stand for the same answers. */
function scaleOf(item: Item): string {
  const answers =
    'answers' in item
      ? item.answers.map(({ value, label }) => `${value} ${label.es}`).sort()
      : [item.minimum, item.maximum];
  return JSON.stringify([item.type, item.direction, item.unit.es, answers]);
}

/**
 * Says why an item of one questionnaire and that of the same key in another do not measure the same; nothing where they
 * do. The Spanish wording counts, since people are asked in Spanish.
 */
export function whyIncomparable(
  baseline: Item | undefined,
  followUp: Item | undefined,
): Incomparable | undefined {
  if (!baseline || !followUp) return 'missing-item';
  if (baseline.indicator !== followUp.indicator || baseline.question.es !== followUp.question.es)
    return 'question-differs';
  if (baseline.version !== followUp.version) return 'version-differs';
  return scaleOf(baseline) === scaleOf(followUp) ? undefined : 'scale-differs';
}
