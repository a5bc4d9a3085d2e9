import type { Questionnaire } from '../domain/evaluation/questionnaire.ts';
import { columnsOf } from '../domain/evaluation/questionnaire.ts';
import { randomFrom } from '../domain/targeting/random.ts';

type Item = Questionnaire['items'][number];

/** What can be answered, from the worst answer to the best. */
function answersOf(item: Item): string[] {
  const answers =
    'answers' in item
      ? item.answers.toSorted((a, b) => a.value - b.value).map(({ codes }) => codes[0] ?? '')
      : [0, 1, 2, 3].map((step) =>
          String(Math.round(item.minimum + (step * Math.min(12, item.maximum - item.minimum)) / 3)),
        );
  return item.direction === 'higher-is-better' ? answers : answers.reverse();
}

/**
 * Made-up answers to a questionnaire, in comma-separated values: always the same for the same seed.
 * @param leaning 0 answers evenly; 1 gives the best answer only
 */
export function sampleSurvey(
  questionnaire: Questionnaire,
  respondents: number,
  seed: number,
  leaning = 0,
): string {
  const random = randomFrom(seed);
  const pick = <T>(choices: readonly T[], at: number) =>
    choices[Math.min(choices.length - 1, Math.floor(at * choices.length))];
  const { sex, age, items, design } = questionnaire;
  const needed = { sex, age, items, design: design?.required ? design : undefined };
  const ages = age?.bands ? age.bands.map(({ from }) => String(from)) : Object.keys(age?.codes ?? {});
  const rows = Array.from({ length: respondents }, (_, row) => [
    ...(needed.design?.weight ? ['1'] : []),
    ...(needed.design?.stratum ? ['A'] : []),
    ...(needed.design?.cluster ? [String(1 + (row % 10))] : []),
    ...(sex ? [pick(Object.keys(sex.codes), random()) ?? ''] : []),
    ...(age ? [pick(ages, random()) ?? ''] : []),
    ...items.map(
      (item) =>
        pick(answersOf(item), Math.min(0.999, random() * (1 - leaning) + leaning * random() ** 0.5)) ?? '',
    ),
  ]);
  return [columnsOf(needed), ...rows].map((cells) => cells.join(',')).join('\n');
}
