import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { readSurvey } from '../../functions/surveys/read-survey.ts';

import { convivencia, questionnaire } from '../support/questionnaires.ts';
import { generatedSurvey } from '../surveys/generated.ts';
import type { Group } from './group.ts';

/** The standard questionnaire for a file whose sample is taken for a simple one. */
const { weight = '', stratum = '', cluster = '' } = convivencia.design ?? {};
const simple = questionnaire({
  ...convivencia,
  design: undefined,
  unread: [...convivencia.unread, weight, stratum, cluster],
});

/** Rows a second of one file of so many: parsed and nothing else, and read into estimates, with its design and without. */
async function measureSurveys(rows: number) {
  const folder = mkdtempSync(join(tmpdir(), 'etapas-bench-'));
  const file = join(folder, 'survey.csv');
  const rate = async (work: () => Promise<number>) => {
    const start = performance.now();
    const read = await work();
    if (read !== rows) throw new Error(`${read} of ${rows} rows were read`);
    return (rows * 1_000) / (performance.now() - start);
  };
  try {
    await pipeline(generatedSurvey(rows), createWriteStream(file));
    const bare = await rate(async () => {
      let records = 0;
      for await (const _ of createReadStream(file).pipe(parse())) records += 1;
      return records - 1;
    });
    const read = (by: typeof convivencia) =>
      rate(async () => (await readSurvey(createReadStream(file), by)).rows);
    return { bare, simple: await read(simple), designed: await read(convivencia) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rows = 1_000_000;

export const surveys: Group = {
  what: 'A survey of a million rows, 20 columns, streamed from a file, against a bare pass of the CSV parser',
  async measure() {
    const { bare, simple, designed } = await measureSurveys(rows);
    const against = { unit: 'rows/s', baseline: bare, of: 'csv-parse alone' };
    return [
      { name: 'import and estimates of a simple sample', counted: simple, ...against },
      { name: 'the same with weights, strata and clusters', counted: designed, ...against },
    ];
  },
};
