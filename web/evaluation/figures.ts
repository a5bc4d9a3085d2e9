import type { Grouping } from '../../domain/evaluation/grouping.ts';
import { changeIn, figureIn, inPoints } from '../../domain/evaluation/picture.ts';
import { Sex } from '../../domain/evaluation/questionnaire.ts';
import type { ApiResponse } from '../api/types.ts';
import type { Translation } from '../words/use-translation.ts';

export type Evaluation = ApiResponse<'GET /api/localities/{id}/evaluation'>;
/** One question and what became of it. */
export type Row = Evaluation['items'][number];
export type Compared = Exclude<Row, { verdict: 'not-comparable' }>;
export type Survey = NonNullable<Evaluation['baseline']>;
export type Measured = NonNullable<Row['baseline']>;

/** The figures of one question as people read them: shares in per cent, what lies between two shares in points. */
export function figuresOf({ kind }: Pick<Row, 'kind'>, { messages, formats }: Translation) {
  const isShare = kind === 'share';
  const whole = figureIn(formats.locale, kind);
  const plain = new Intl.NumberFormat(formats.locale, { maximumFractionDigits: 1 });
  const signed = changeIn(formats.locale, kind);
  const withUnit = (figure: string) => (isShare ? messages.evaluation.points(figure) : figure);
  return {
    whole,
    interval: ({ low, high }: { low: number; high: number }) =>
      messages.evaluation.interval(whole(low), whole(high)),
    change: (value: number) => withUnit(signed(value)),
    changeInterval: ({ low, high }: { low: number; high: number }) =>
      messages.evaluation.interval(signed(low), signed(high)),
    size: (value: number) => withUnit(plain.format(inPoints(value, kind))),
  };
}

const smallestP = 0.001;

/** A probability to three places. */
export function probability(
  p: number,
  { messages, formats }: Pick<Translation, 'messages' | 'formats'>,
): string {
  const format = new Intl.NumberFormat(formats.locale, {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  });
  return p < smallestP ? messages.evaluation.below(format.format(smallestP)) : format.format(p);
}

/** The groups that either survey tells, in an order of their own: stored ones come in none. */
export function groupsOf({ groups }: Pick<Row, 'groups'>, by: Grouping): string[] {
  const told = [groups?.baseline, groups?.followUp].flatMap((wave) => Object.keys(wave?.cells ?? {}));
  const known = [...new Set(told)].sort();
  return by === 'age' ? known : Sex.options.filter((sex) => known.includes(sex));
}
