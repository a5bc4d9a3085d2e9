import { folded } from '../folded.ts';
import type { Rejection } from '../tabular/sheet.ts';
import { isPersonal } from './personal-columns.ts';
import { columnsOf, type Questionnaire } from './questionnaire.ts';

const bare = (text: string) => folded(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Where a survey file has the columns of its questionnaire. */
export interface SurveyColumns {
  /** By a column's title in the questionnaire. */
  places: ReadonlyMap<string, number>;
  /** The titles as they stand in the file. */
  header: readonly string[];
}

/**
 * Finds the columns of a questionnaire in a file's header. Accents, case and signs do not matter, unless they tell two
 * columns apart: some surveys have both `Género` and `Genero`.
 */
export function surveyColumns(
  questionnaire: Questionnaire,
  titles: readonly string[],
): { columns: SurveyColumns; refused: Rejection[] } {
  const header = titles.map((title) => title.trim());
  const exact = new Set(header);
  const read = columnsOf(questionnaire);
  const byBareTitle = new Map(read.filter((column) => !exact.has(column)).map((one) => [bare(one), one]));
  const unread = new Set(questionnaire.unread.map(bare));
  const places = new Map<string, number>();
  const refused: Rejection[] = [];
  const refuse = (column: string, message: string) => refused.push({ row: 1, column, message });

  header.forEach((title, place) => {
    const column = read.includes(title) ? title : byBareTitle.get(bare(title));
    if (column !== undefined && title !== '') {
      if (places.has(column)) refuse(title, 'column-twice');
      places.set(column, place);
    } else if (isPersonal(title)) refuse(title, 'personal-column');
    else if (title !== '' && questionnaire.otherColumns === 'refused' && !unread.has(bare(title)))
      refuse(title, 'unknown-column');
  });
  const { weight, stratum, cluster, required = true } = questionnaire.design ?? {};
  const optional = new Set(required ? [] : [weight, stratum, cluster]);
  for (const column of read)
    if (!places.has(column) && !optional.has(column)) refuse(column, 'column-missing');
  return { columns: { places, header }, refused };
}
