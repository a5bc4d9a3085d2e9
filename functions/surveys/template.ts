import { columnsOf, type Item, type Questionnaire } from '../../domain/evaluation/questionnaire.ts';

/** An answer that may stand in an item's column: the first, or one within the bounds. */
const exampleOf = (item: Item): string =>
  'answers' in item ? (item.answers[0]?.codes[0] ?? '') : String(Math.min(item.minimum + 1, item.maximum));

/**
 * The columns of a questionnaire as a file of comma-separated values: the titles and one made-up row. Columns of the
 * sample that a file need not have are left out.
 */
export async function surveyTemplate(questionnaire: Questionnaire): Promise<Uint8Array> {
  const { stringify } = await import('csv-stringify/sync');
  const { design, sex, age, items, unread } = questionnaire;
  const needed = { design: design?.required ? design : undefined, sex, age, items };
  const { weight, stratum, cluster } = needed.design ?? {};
  const sample = [weight && '1', stratum && 'A', cluster && '1'];
  const person = [
    sex && Object.keys(sex.codes)[0],
    age && (age.bands ? String(age.bands[0]?.from) : Object.keys(age.codes ?? {})[0]),
  ];
  const example = [...sample, ...person].filter((cell) => cell !== undefined);
  return Buffer.from(
    stringify(
      [
        [...unread, ...columnsOf(needed)],
        [...unread.map(() => '1'), ...example, ...items.map(exampleOf)],
      ],
      { bom: true, record_delimiter: 'windows' },
    ),
  );
}
