import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Candidate } from '../../../domain/targeting/candidate.ts';
import { rank } from '../../../domain/targeting/ranking.ts';
import { candidateColumns, readCandidates } from '../../../domain/targeting/read-candidates.ts';
import { sensitivity } from '../../../domain/targeting/sensitivity.ts';
import { readFile } from '../../../functions/tabular/read-file.ts';
import { readGeoJson } from '../../../functions/tabular/read-geojson.ts';
import { expectEach } from '../../support/expect-each.ts';
import { itReading, readShared } from '../../support/shared-data.ts';
import { request, weight } from './candidates.ts';

describe("the colonias of Guadalupe, by CONAPO's index of marginalization", () => {
  const bands = ['Muy alto', 'Alto', 'Medio', 'Bajo', 'Muy bajo'];
  const normalisations = ['min-max', 'z', 'rank'] as const;

  /** Ranks the colonias of a table in every way: each comes in the order of the published bands, so many in each. */
  async function rankInBands(bytes: Buffer, counts: number[]) {
    const sheet = await readFile({ type: 'text/csv', bytes }, candidateColumns);
    const [key, band] = ['CVE_COL', 'GM_2020'].map((name) => sheet.header.indexOf(name));
    const bandOf = new Map(sheet.rows.map(({ cells }) => [cells[key ?? 0], cells[band ?? 0] ?? '']));
    const { candidates, rejected } = readCandidates(sheet);
    const worse = counts.slice(0, 3).reduce((sum, count) => sum + count);
    expect([candidates.length, rejected]).toEqual([counts.reduce((sum, count) => sum + count), []]);
    await expectEach(
      normalisations.map((normalisation) => [normalisation, normalisation] as const),
      (_, normalisation) => {
        // The index of 2020 is the higher the less marginal a colonia is.
        const weights = [weight('IM_2020', { direction: 'lower-first' })];
        const ranking = rank(request(candidates, { weights, normalisation, topK: worse }));
        expect(ranking.unranked).toEqual([]);
        const inOrder = ranking.places.map((place) => bands.indexOf(bandOf.get(place.key) ?? ''));
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
        expect(bands.map((_, band) => inOrder.filter((one) => one === band).length)).toEqual(counts);
        // Those of the three worse bands.
        expect(inOrder.slice(0, worse).every((band) => band <= 2)).toBe(true);
        const covered = (100 * (ranking.coverage.top ?? 0)).toFixed(1);
        console.log(
          `Guadalupe: ${inOrder.length} colonias; the first ${worse} hold ${covered} % of the people`,
        );
      },
    );
  }

  it('rank in the order of its published bands: one in ten of them, and all of the two worst bands', async () => {
    const table = join(import.meta.dirname, '../../reference/conapo/guadalupe-2020.csv');
    await rankInBands(readFileSync(table), [1, 6, 7, 22, 26]);
  });

  itReading(
    ['zones/guadalupe-marginacion'],
    'rank in the order of its published bands, all of them',
    async () => {
      const table = readShared('zones/guadalupe-marginacion', 'colonias_guadalupe.csv');
      await rankInBands(table, [1, 6, 63, 219, 263]);
    },
  );
});

describe('the colonias of Azcapotzalco, by crimes for their population', () => {
  const zones = (file: string) => readShared('zones/azcapotzalco-delitos', file);
  const People = z.record(z.string(), z.object({ population: z.number().nullable() }));

  /** Kinds of crime by what their names begin with or hold; whatever is not named here counts in `crimes` alone. */
  const kinds = {
    violent: /CON VIOLENCIA|HOMICIDIO DOLOSO|LESIONES INTENCIONALES|SECUESTRO|FEMINICIDIO/,
    family: /VIOLENCIA FAMILIAR|ABUSO SEXUAL|VIOLACION/,
    property: /^ROBO .*SIN VIOLENCIA|^ROBO DE |FRAUDE|DESPOJO/,
  };

  const colonias = async (): Promise<Candidate[]> => {
    const map = readCandidates(readGeoJson(readShared('geo/cdmx-colonias', 'azcapotzalco_colonias.geojson')));
    const people = People.parse(JSON.parse(zones('colonia_population.json').toString()));
    const { parse } = await import('csv-parse/sync');
    const counted = z
      .array(z.object({ colonia: z.string(), delito: z.string(), n: z.coerce.number() }))
      .parse(parse(zones('azcapotzalco_delitos_trimestre.csv'), { columns: true }));
    return map.candidates.map((candidate) => {
      const crimes = counted.filter(({ colonia }) => colonia === candidate.name);
      const population = people[`AZCAPOTZALCO||${candidate.name}`]?.population ?? undefined;
      const forThousand = (of: RegExp) => {
        const count = crimes.filter(({ delito }) => of.test(delito)).reduce((sum, { n }) => sum + n, 0);
        return population ? (1_000 * count) / population : null;
      };
      const indicators = Object.fromEntries(
        Object.entries(kinds).map(([name, of]) => [name, forThousand(of)]),
      );
      return { ...candidate, population, indicators: { ...indicators, crimes: forThousand(/./) } };
    });
  };

  const inOrderOfRates = (candidates: Candidate[]) => {
    expect(candidates).toHaveLength(94);
    const { places, unranked } = rank(request(candidates, { topK: 10 }));
    expect([places.length, unranked]).toEqual([94, []]);
    const rates = new Map(candidates.map(({ key, indicators }) => [key, indicators.crimes ?? 0]));
    const inOrder = places.map(({ key }) => rates.get(key) ?? 0);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a));
  };

  const showHowFirm = (candidates: Candidate[]) => {
    const asked = request(candidates, {
      weights: [weight('violent', { weight: 3 }), weight('family', { weight: 2 }), weight('property')],
      normalisation: 'rank',
      topK: 10,
      variation: { spread: 0.5 },
    });
    const ranking = rank(asked);
    const varied = sensitivity(asked, ranking);
    console.table(
      ranking.places.slice(0, 16).map(({ name, rank, score, covered }, place) => {
        const { inTop, bestRank, worstRank } = varied?.places[place] ?? {};
        return {
          rank,
          name,
          score: score.toFixed(3),
          covered: covered?.toFixed(3),
          'in the first 10': inTop,
          'nine in ten from': bestRank,
          to: worstRank,
        };
      }),
    );
    console.table(
      varied?.without.map(({ indicator, leave, enter }) => ({
        indicator,
        leave: leave.join(', '),
        enter: enter.join(', '),
      })),
    );
    const firm = varied?.places.map(({ inTop }) => inTop) ?? [];
    // Every draw has its ten, or more where places tie at the edge.
    expect(firm.reduce((sum, part) => sum + part, 0)).toBeGreaterThanOrEqual(10 - 1e-9);
    expect(firm[0]).toBe(1);
    expect(firm.slice(40).every((part) => part === 0)).toBe(true);
  };

  itReading(
    ['zones/azcapotzalco-delitos', 'geo/cdmx-colonias'],
    'rank in the order of their rates; by kinds of crime, show how firmly each of the first stands',
    async () => {
      const candidates = await colonias();
      await expectEach(Object.entries({ inOrderOfRates, showHowFirm }), (_, check) => check(candidates));
    },
  );
});
