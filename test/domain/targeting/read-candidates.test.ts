import { describe, expect, it } from 'vitest';
import { candidateColumns, readCandidates } from '../../../domain/targeting/read-candidates.ts';
import { readFile } from '../../../functions/tabular/read-file.ts';
import { readGeoJson } from '../../../functions/tabular/read-geojson.ts';
import { es } from '../../../words/es/functions.ts';
import { square } from './candidates.ts';

const read = async (...lines: string[]) =>
  readCandidates(
    await readFile({ type: 'text/csv', bytes: Buffer.from(lines.join('\n')) }, candidateColumns),
  );

describe('a table of candidates', () => {
  it('has key, name and population by their headings, and every other column of numbers is an indicator', async () => {
    const { candidates, indicators, ignored, rejected } = await read(
      'CVE_COL,Colonia,Población total,Delitos,Rezago,Tipo',
      '0001,Anapra,"12,345",80,-0.5,Colonia',
      '0002,Riberas,900,7,1.25,Fraccionamiento',
    );
    expect(rejected).toEqual([]);
    expect([indicators, ignored]).toEqual([['Delitos', 'Rezago'], ['Tipo']]);
    expect(candidates).toEqual([
      { key: '0001', name: 'Anapra', population: 12_345, indicators: { Delitos: 80, Rezago: -0.5 } },
      { key: '0002', name: 'Riberas', population: 900, indicators: { Delitos: 7, Rezago: 1.25 } },
    ]);
  });

  it('keeps blanks as blanks, in whatever way an office writes them', async () => {
    const { candidates, rejected } = await read(
      'nombre,pobtot,casos',
      'A,*,4',
      'B,10,',
      'C,N/D,n/d',
      'D,20,-',
      'E,30,5',
    );
    expect(rejected).toEqual([]);
    expect(candidates.map(({ key, population, indicators }) => [key, population, indicators.casos])).toEqual([
      ['A', undefined, 4],
      ['B', 10, null],
      ['C', undefined, null],
      ['D', 20, null],
      ['E', 30, 5],
    ]);
  });

  it('names by row and column what is no figure, missing, impossible or there twice', async () => {
    const { candidates, rejected } = await read(
      'clave,nombre,población,casos',
      '1,A,10,4',
      '2,B,10,cuatro',
      '3,,10,4',
      '1,A otra vez,10,4',
      '5,E,-10,4',
      '6,F,muchos,9e99',
      ',,,',
    );
    expect(candidates.map(({ key }) => key)).toEqual(['1']);
    expect(rejected).toEqual([
      { row: 3, column: 'casos', message: 'not-a-number' },
      { row: 4, column: 'name', message: 'cell-missing' },
      { row: 5, column: 'key', message: 'row-twice' },
      { row: 6, column: 'population', message: 'out-of-bounds' },
      { row: 7, column: 'population', message: 'not-a-number' },
      { row: 7, column: 'casos', message: 'out-of-bounds' },
    ]);
    for (const { message } of rejected) expect(Object.keys(es.validationErrors)).toContain(message);
  });

  it('is refused without a column of names, or with two columns of figures by one name', async () => {
    expect((await read('clave,casos', '1,4')).rejected).toEqual([
      { row: 1, column: 'name', message: 'column-missing' },
    ]);
    expect((await read('nombre,casos,casos', 'A,4,5')).rejected).toEqual([
      { row: 1, column: 'casos', message: 'column-twice' },
    ]);
  });
});

describe('a column of numbers that name something', () => {
  it.each([
    'OBJECTID',
    'fid',
    'CVE_MUN',
    'Clave del plantel',
    'Código postal',
    'CP',
    'No.',
    'Folio',
    'id_colonia',
    'AGEB',
    'Teléfono',
  ])('is no indicator by its heading: %s', async (heading) => {
    const { indicators, ignored } = await read(`nombre,${heading},casos`, 'A,31,4', 'B,17,5');
    expect([indicators, ignored]).toEqual([['casos'], [heading]]);
  });

  it('is no indicator by a zero in front, or because it counts the rows', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => `Colonia ${at},0${at}12,${at + 1},${at * 3}`);
    const { indicators, ignored } = await read('nombre,sección,orden,casos', ...rows);
    expect([indicators, ignored]).toEqual([['casos'], ['sección', 'orden']]);
  });

  it.each([
    'No. de delitos',
    'Núm. de casos',
    'Numero de personas',
    'Codependencia',
    'Ideación',
    'Clavos robados',
    'Noches',
  ])('is an indicator where it measures something: %s', async (heading) => {
    const { indicators } = await read(`nombre,${heading}`, 'A,4', 'B,5', 'C,6');
    expect(indicators).toEqual([heading]);
  });
});

describe('places of one name', () => {
  const keysOf = async (...lines: string[]) => {
    const { candidates, rejected } = await read(...lines);
    return [
      candidates.map(({ key, name }) => [key, name]),
      rejected.map(({ row, message }) => [row, message]),
    ];
  };

  it('are told apart by their borough, whatever its column is called', async () => {
    for (const heading of ['Alcaldía', 'municipio', 'NOM_MUN', 'Delegación'])
      expect(
        await keysOf(
          `colonia,${heading},casos`,
          'Centro,Azcapotzalco,4',
          'centro,Tlalpan,5',
          'El Rosario,Azcapotzalco,6',
        ),
      ).toEqual([
        [
          ['Centro, Azcapotzalco', 'Centro, Azcapotzalco'],
          ['centro, Tlalpan', 'centro, Tlalpan'],
          ['El Rosario', 'El Rosario'],
        ],
        [],
      ]);
  });

  it('within one borough are the same place twice', async () => {
    expect(
      await keysOf('colonia,alcaldía,casos', 'Centro,Tlalpan,4', 'Centro,Tlalpan,5', 'Centro,Coyoacán,6'),
    ).toEqual([
      [
        ['Centro, Tlalpan', 'Centro, Tlalpan'],
        ['Centro, Coyoacán', 'Centro, Coyoacán'],
      ],
      [[3, 'row-twice']],
    ]);
  });

  it('keep the key they have', async () => {
    expect(
      await keysOf('clave,colonia,alcaldía,casos', '02-1,Centro,Azcapotzalco,4', '12-7,Centro,Tlalpan,5'),
    ).toEqual([
      [
        ['02-1', 'Centro, Azcapotzalco'],
        ['12-7', 'Centro, Tlalpan'],
      ],
      [],
    ]);
  });
});

describe('a map of candidates', () => {
  const map = (...features: [Record<string, unknown>, unknown][]) =>
    readCandidates(
      readGeoJson(
        Buffer.from(
          JSON.stringify({
            type: 'FeatureCollection',
            features: features.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry })),
          }),
        ),
      ),
    );

  it('goes by the best of its keys and names, and leaves altitudes out', () => {
    const { coordinates, type } = square(0, 0);
    const high = { type, coordinates: [coordinates.flat(1).map((point) => [...point, 0])] };
    const { candidates, rejected } = map([
      { CVE_LOC: '0001', CVEGEO: '080370001', NOMGEO: 'Anapra', NOM_LOC: 'Juárez', tasa: 1.5e-7 },
      high,
    ]);
    expect(rejected).toEqual([]);
    expect(candidates).toEqual([
      {
        key: '080370001',
        name: 'Anapra',
        population: undefined,
        geometry: square(0, 0),
        indicators: { tasa: 1.5e-7 },
      },
    ]);
  });

  it('names a row whose shape is no territory, and takes those that have none', () => {
    const { candidates, rejected } = map(
      [{ colonia: 'A' }, { type: 'Point', coordinates: [-106.5, 31.6] }],
      [{ colonia: 'B' }, { type: 'Polygon', coordinates: [[['x', 'y']]] }],
      [{ colonia: 'C' }, null],
    );
    expect(candidates.map(({ key }) => key)).toEqual(['C']);
    expect(rejected.map(({ row, column, territory }) => [row, column, territory?.kind])).toEqual([
      [1, 'geometry', 'no-polygon'],
      [2, 'geometry', 'malformed'],
    ]);
  });
});
