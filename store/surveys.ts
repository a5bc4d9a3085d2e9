import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/calendar.ts';
import { WaveSummary } from '../domain/evaluation/wave-summary.ts';
import { SurveyWave } from '../domain/survey-wave.ts';
import { User } from '../domain/user.ts';
import { type PackedKey, packable, packedItems, unpacked } from './packed.ts';
import { batchRead } from './read.ts';
import type { Table, TransactItem } from './transaction.ts';

export const surveySortKey = (wave: SurveyWave) => `SURVEY#${wave}`;
const surveyKey = (locality: string, wave: SurveyWave) => ({
  pk: `LOCALITY#${locality}`,
  sk: surveySortKey(wave),
});
/** Rows are kept by what they are: a survey that is imported again in other words does not overwrite the one before. */
const rowsKey = (locality: string, survey: Pick<Survey, 'wave' | 'checksum'>): PackedKey => ({
  pk: `LOCALITY#${locality}`,
  prefix: surveyRowsPrefix(survey),
});
export const surveyRowsPrefix = ({ wave, checksum }: Pick<Survey, 'wave' | 'checksum'>) =>
  `SURVEY-ROWS#${wave}#${checksum.slice(0, 32)}#`;

/** A survey of a locality: what it says as a whole. Its rows are kept beside it. */
export const Survey = z.object({
  wave: SurveyWave,
  /** SHA-256, hexadecimal, of the rows as they were coded. */
  checksum: z.string(),
  /** The columns that are kept of its rows. */
  columns: z.array(z.string()),
  /** What it says of every question; names the questionnaire by which it was read. */
  summary: WaveSummary,
  importedBy: User,
  importedAt: Instant,
});
export type Survey = z.infer<typeof Survey>;

const ReadBy = z
  .object({ pk: z.string(), summary: WaveSummary.pick({ questionnaire: true }) })
  .transform(({ pk, summary }) => ({ locality: pk.slice('LOCALITY#'.length), ...summary }));

/** The surveys of localities. Reads are consistent. */
export function surveyStore(table: Table) {
  const { client, name: TableName } = table;

  async function find(locality: string, wave: SurveyWave): Promise<Survey | undefined> {
    const Key = surveyKey(locality, wave);
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && Survey.parse(Item);
  }

  /** The rows of a survey, its columns only: comma-separated values without a header. */
  const rows = (locality: string, survey: Survey): Promise<Buffer> =>
    unpacked(table, rowsKey(locality, survey));

  /** The questionnaires by which the surveys of localities were read, with the locality of each. */
  async function readBy(localities: readonly string[]): Promise<z.infer<typeof ReadBy>[]> {
    const keys = localities.flatMap((locality) =>
      SurveyWave.options.map((wave) => surveyKey(locality, wave)),
    );
    const summaries = await batchRead(table, keys, 'pk, summary.questionnaire');
    return z.array(ReadBy).parse(summaries);
  }

  return { find, rows, readBy };
}

/**
 * Writes a survey with its rows, compressed; goes with a change of the locality, whose condition guards it.
 * @throws Problem `body-too-large` when the rows do not fit one transaction
 */
export function surveyItems(
  table: Table,
  locality: string,
  survey: Survey,
  rows: readonly Uint8Array[],
): TransactItem[] {
  packable(rows);
  return [
    {
      Put: {
        TableName: table.name,
        Item: { ...surveyKey(locality, survey.wave), entity: 'survey', ...survey },
      },
    },
    ...packedItems(table, rowsKey(locality, survey), 'survey-rows', rows),
  ];
}
