import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { type AuditEventOf, type LocalityEvent, localityEventOf } from '../domain/audit-events.ts';
import { keptLine } from '../domain/evaluation/kept-rows.ts';
import { SurveyWave } from '../domain/survey-wave.ts';
import type { HistoryEntry } from './history.ts';
import { isUnreadable } from './packed.ts';
import { rankingStore } from './rankings.ts';
import type { Item } from './read.ts';
import { Survey, surveyRowsPrefix, surveySortKey } from './surveys.ts';
import type { Table } from './transaction.ts';

/*
 * Surveys and rankings are what gates are decided by, and histories tell the hash of each when it came. That hash is computed
 * anew here from what is stored: whoever alters a survey or a ranking together with the hash that it bears, also where the
 * history is older than seals, is found by what the chain tells.
 */

/** What is not as the history tells, by its name in seals. */
export interface RecordFault {
  code: 'item-altered' | 'item-missing';
  name: string;
}

const isOf =
  <Action extends LocalityEvent['action']>(action: Action) =>
  (event: LocalityEvent): event is Extract<LocalityEvent, AuditEventOf<Action>> =>
    event.action === action;

/** Reads what is computed anew of rankings, each once, however many localities are among its candidates. */
export function rankingReader(table: Table) {
  const { recomputed } = rankingStore(table);
  const known = new Map<string, ReturnType<typeof recomputed>>();
  return (id: string) => {
    const found = known.get(id) ?? recomputed(id);
    known.set(id, found);
    return found;
  };
}
type RankingReader = ReturnType<typeof rankingReader>;

const Rows = z.object({ bytes: z.instanceof(Uint8Array) });

/** The checksum of a survey, computed anew from its rows; nothing where they are not what was packed. */
function checksumOf(survey: Survey, items: readonly Item[]): string | undefined {
  const prefix = surveyRowsPrefix(survey);
  const pieces = items
    .filter(({ sk }) => String(sk).startsWith(prefix))
    .sort((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1));
  try {
    const hash = createHash('sha256').update(keptLine(survey.columns));
    for (const piece of pieces) hash.update(gunzipSync(Rows.parse(piece).bytes));
    return hash.digest('hex');
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

/** What is wrong with the survey that the history last tells of in a wave. */
function surveyFault(
  wave: SurveyWave,
  events: readonly LocalityEvent[],
  items: readonly Item[],
): RecordFault | undefined {
  const told = events.filter(isOf('survey-imported')).findLast(({ detail }) => detail.wave === wave);
  if (!told) return undefined;
  const { checksum, respondents, questionnaire } = told.detail;
  const name = surveySortKey(wave);
  const item = items.find(({ sk }) => sk === name);
  if (!item) return { code: 'item-missing', name };
  const survey = Survey.safeParse(item).data;
  const isAsTold =
    survey?.checksum === checksum &&
    survey.summary.rows === respondents &&
    survey.summary.questionnaire.id === questionnaire.id &&
    survey.summary.questionnaire.version === questionnaire.version &&
    checksumOf(survey, items) === checksum;
  return isAsTold ? undefined : { code: 'item-altered', name };
}

/** What is wrong with the rankings that the history tells its locality was in. */
async function rankingFaults(
  locality: string,
  events: readonly LocalityEvent[],
  read: RankingReader,
): Promise<RecordFault[]> {
  const faults = await Promise.all(
    events.filter(isOf('targeting-decided')).map(async ({ detail: { ranking: id, hash, rank } }) => {
      const name = `RANKINGS ${id}`;
      const ranking = await read(id);
      if (!ranking) return [{ code: 'item-missing', name } as const];
      // Each ranking is looked at by itself too: one that cannot be read is named there.
      if (ranking === 'unreadable') return [];
      const ranks = ranking.places.filter((place) => place.locality === locality).map((place) => place.rank);
      const isAsTold = ranking.hash === hash && (rank === undefined || ranks.includes(rank));
      return isAsTold ? [] : [{ code: 'item-altered', name } as const];
    }),
  );
  return [...new Map(faults.flat().map((fault) => [fault.name, fault])).values()];
}

/**
 * Compares the surveys and rankings of a locality with what its history tells of them.
 * @param items all of the locality's partition
 * @param entries its history, whole
 */
export async function recordFaults(
  locality: string,
  items: readonly Item[],
  entries: readonly HistoryEntry[],
  read: RankingReader,
): Promise<RecordFault[]> {
  const events = entries.flatMap((entry) => localityEventOf(entry) ?? []);
  const surveys = SurveyWave.options.flatMap((wave) => surveyFault(wave, events, items) ?? []);
  return [...surveys, ...(await rankingFaults(locality, events, read))];
}
