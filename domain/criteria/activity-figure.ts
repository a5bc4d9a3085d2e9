import type { Figures } from '../visit.ts';
import type { JudgedBy, Judgement } from './criterion-module.ts';

/**
 * Judges by a figure recorded at an activity. Where nobody wrote a figure down, a completed activity with its minutes
 * or attendance list attached shows that there was one: the sources of the programmes name no larger minimum.
 */
export function judgeFigure<Code extends string>(
  { activity, minimum: needed }: { activity: string; minimum: number },
  { activities, visit }: JudgedBy<never>,
  figure: keyof Figures,
  code: Code,
): Judgement<Code> {
  const record = visit.activities[activity];
  const shown = record?.status === 'done' && record.evidence.length > 0 ? 1 : 0;
  const have = record?.figures?.[figure] ?? shown;
  const met = have >= needed;
  const name = activities.find(({ key }) => key === activity)?.name;
  return { met, activity, name, have, needed, missing: met ? [] : [{ code, activity, name, have, needed }] };
}
