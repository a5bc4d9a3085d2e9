import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { evaluate, type Wave } from '../../domain/evaluation/evaluate.ts';
import type { EvaluationRow } from '../../domain/evaluation/evaluation-row.ts';
import { missingCodes } from '../../domain/evaluation/questionnaire.ts';
import { readSurvey, type SurveyRead } from '../../functions/surveys/read-survey.ts';
import { readQuestionnaires } from '../../workflows/questionnaires.ts';
import { expectEach } from '../support/expect-each.ts';
import { itReading, readShared } from '../support/shared-data.ts';

/** Each wave's mapping file, by the survey's name there: `PER_2017`. */
const mappings = new Map(
  readQuestionnaires(join(import.meta.dirname, 'juarez')).map((mapping) => [
    `${mapping.id === 'juarez-percepcion' ? 'PER' : 'PAR'}_${mapping.version}`,
    mapping,
  ]),
);
const bytesOf = (name: string) => readShared('surveys/juarez-aej', `${name}.csv`);
const mappingOf = (name: string) => {
  const mapping = mappings.get(name);
  if (!mapping) throw new Error(`${name} has no mapping`);
  return mapping;
};

async function readWave(name: string): Promise<{ wave: Wave; file: SurveyRead }> {
  const questionnaire = mappingOf(name);
  const file = await readSurvey(bytesOf(name), questionnaire);
  return { file, wave: { summary: file.summary, questionnaire } };
}
const read = new Map<string, ReturnType<typeof readWave>>();
/** A wave as it is read, once for all tests. */
const waveOf = (name: string) => {
  const wave = read.get(name) ?? readWave(name);
  read.set(name, wave);
  return wave;
};
const compared = async (before: string, after: string) =>
  evaluate((await waveOf(before)).wave, (await waveOf(after)).wave);
const byItem = (rows: EvaluationRow[]) => Object.fromEntries(rows.map((row) => [row.item, row]));

function printed(rows: EvaluationRow[]) {
  const figure = (value: number | undefined) => value?.toFixed(3);
  console.table(
    rows.map((row) => ({
      indicator: row.code,
      item: row.item,
      baseline: `${figure(row.baseline?.estimate)} (${row.baseline?.n})`,
      'follow-up': `${figure(row.followUp?.estimate)} (${row.followUp?.n})`,
      ...(row.verdict === 'not-comparable'
        ? { verdict: `${row.verdict}: ${row.reason}` }
        : {
            difference: `${figure(row.difference)} [${figure(row.low)}, ${figure(row.high)}]`,
            'adjusted p': row.adjustedP.toPrecision(2),
            detectable: figure(row.detectable),
            deff: row.followUp?.designEffect?.toFixed(1),
            verdict: row.verdict,
          }),
    })),
  );
}

describe('the survey of Juárez', () => {
  const survey = 'surveys/juarez-aej';

  it('has a mapping file for each year of perception and two of participation', () => {
    const years = [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018].map((year) => `PER_${year}`);
    expect([...mappings.keys()].sort()).toEqual(['PAR_2017', 'PAR_2018', ...years]);
  });

  itReading([survey], 'comes in whole, each answer as its code book means it', async () => {
    await expectEach(mappings, async (name, mapping) => {
      const { file, wave } = await waveOf(name);
      const rows: Record<string, string>[] = parse(bytesOf(name), { columns: true, bom: true });
      expect(file.rejections).toEqual([]);
      expect(file.rows).toBe(rows.length);
      for (const item of mapping.items) {
        const cells = rows.map((row) => row[item.column] ?? '');
        const coded = 'answers' in item ? item.answers : [];
        const valued = new Map(coded.flatMap(({ codes, value }) => codes.map((code) => [code, value])));
        const none = ['', ...missingCodes(item, mapping)];
        const values = cells.flatMap((cell) => valued.get(cell) ?? (none.includes(cell) ? [] : Number(cell)));
        const { estimate, missing } = wave.summary.items[item.key] ?? {};
        expect(missing, item.key).toBe(rows.length - values.length);
        expect(estimate?.n, item.key).toBe(values.length);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        expect(estimate?.estimate, item.key).toBeCloseTo(mean, 10);
      }
    });
  });

  itReading(
    [survey],
    'without the dirty codes of its mapping file is refused by row and column',
    async () => {
      const strict = (name: string) => {
        const mapping = mappingOf(name);
        return { ...mapping, items: mapping.items.map((item) => ({ ...item, missing: [] })) };
      };
      const { rejections } = await readSurvey(bytesOf('PER_2014'), strict('PER_2014'));
      expect(rejections.map(({ column, message }) => [column, message])).toEqual([
        ['Alumbrado21', 'out-of-range'],
        ['Alumbrado21', 'out-of-range'],
      ]);
      const later = await readSurvey(bytesOf('PER_2018'), strict('PER_2018'));
      expect(later.rejected).toBeGreaterThan(100);
      expect(new Set(later.rejections.map(({ message }) => message))).toEqual(
        new Set(['unknown-code', 'out-of-range']),
      );
    },
  );

  /** What the waves tell, each by a sentence about them. */
  const findings: Record<string, () => Promise<void>> = {
    'was felt less safe in 2018 than in 2017; what was asked otherwise is not compared': async () => {
      const rows = await compared('PER_2017', 'PER_2018');
      printed(rows);
      const found = byItem(rows);
      for (const [item, code] of [
        ['city-insecurity', 'IDC01'],
        ['thought-of-leaving', 'IDC06'],
        ['neighbours-committee', 'IDC08'],
        ['streets', 'IDC13'],
      ] as const) {
        expect(found[item]?.code).toBe(code);
        expect(found[item]?.verdict).not.toBe('not-comparable');
      }
      expect(found['city-insecurity']).toMatchObject({ verdict: 'worsened', method: 'linearised' });
      expect(found['city-insecurity']?.baseline?.estimate).toBeCloseTo((441 + 257) / 1472, 12);
      expect(found.pavements).toMatchObject({ verdict: 'not-comparable', reason: 'scale-differs' });
      expect(found.park).toMatchObject({ verdict: 'not-comparable', reason: 'version-differs' });
    },
    'of participation is compared with that of the year before': async () => {
      const rows = await compared('PAR_2017', 'PAR_2018');
      printed(rows);
      const found = byItem(rows);
      expect(found['neighbours-committee']?.verdict).toBe('no-detectable-change');
      expect(found.pride).toMatchObject({ verdict: 'not-comparable', reason: 'missing-item' });
    },
    'of 2011 marked streets on another scale': async () => {
      const { streets } = byItem(await compared('PER_2011', 'PER_2012'));
      expect(streets).toMatchObject({ reason: 'scale-differs' });
    },
    'of 2015 asked for membership with other answers': async () => {
      const found = byItem(await compared('PER_2015', 'PER_2016'));
      expect(found['neighbours-committee']).toMatchObject({ reason: 'scale-differs' });
    },
    'tells women and men and the ages apart': async () => {
      const { wave } = await waveOf('PER_2018');
      const { bySex, byAge } = wave.summary.items['city-insecurity'] ?? {};
      expect(Object.keys(bySex ?? {}).sort()).toEqual(['female', 'male']);
      expect(Object.keys(byAge ?? {})).toEqual(['18-29', '30-44', '45-59', '60+']);
      const { estimate } = bySex?.female ?? {};
      expect(estimate?.n).toBeGreaterThan(850);
    },
  };
  for (const name of mappings.keys())
    findings[`${name} against itself shows no change anywhere`] = async () => {
      const rows = await compared(name, name);
      expect(rows.length).toBeGreaterThan(2);
      for (const { verdict } of rows) expect(verdict).toBe('no-detectable-change');
    };

  itReading(
    [survey],
    'is compared from year to year, where the same was asked, and with itself',
    async () => {
      await expectEach(Object.entries(findings), (_, finding) => finding());
    },
  );
});
