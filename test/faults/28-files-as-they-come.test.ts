import { beforeAll, describe, expect, it } from 'vitest';
import write from 'write-excel-file/universal';
import type { Words } from '../../words/es/functions.ts';
import { functionWords } from '../../words/languages.ts';
import { exported, imported, items, send } from '../support/files.ts';
import { problemOf } from '../support/problems.ts';
import { type TestApp, testApp } from '../support/test-app.ts';

let here: TestApp;
beforeAll(async () => {
  here = await testApp();
});

const names = async (own: TestApp) => (await items(own, '/api/stakeholders')).map(({ name }) => name);
const workbook = async (rows: (string | number | Date | null)[][]) => {
  const cells = rows.map((row) =>
    row.map((value) => {
      if (value === null) return null;
      if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy' };
      return typeof value === 'number' ? { value, type: Number } : { value, type: String };
    }),
  );
  return new Uint8Array(await (await write(cells).toBlob()).arrayBuffer());
};
/** Windows-1252, as far as Spanish goes. */
const windows = (text: string) => Buffer.from(text, 'latin1');

const rows = (delimiter: string, end: string) =>
  [
    ['Nombre', 'Sector', 'Organización'],
    ['María Núñez', 'Escolar', '"Escuela ""Ángel"", núm. 12"'],
    ['José Ibáñez', 'government', ''],
  ]
    .map((cells) => cells.join(delimiter))
    .join(end);

describe('28: a table of stakeholders is read', () => {
  it.each([
    ['with commas', rows(',', '\n')],
    ['with semicolons, as Excel in Mexico may write it', rows(';', '\r\n')],
    ['with tabs', rows('\t', '\n')],
    ['with a byte-order mark', `\uFEFF${rows(',', '\r\n')}`],
    ['with the line ends of old Macs', rows(';', '\r')],
    ['in Windows-1252', windows(rows(';', '\r\n'))],
    ['with blank rows and columns of nothing', `${rows(',', ',,\n')},,\n,,,,\n\n`],
  ])('%s', async (_, file) => {
    const own = await testApp();
    expect(await imported(own, 'stakeholders', file)).toEqual({
      accepted: 2,
      unchanged: 0,
      rejected: [],
      dryRun: false,
    });
    expect(await items(own, '/api/stakeholders')).toMatchObject([
      { name: 'María Núñez', sector: 'school', organization: 'Escuela "Ángel", núm. 12', reachable: false },
      { name: 'José Ibáñez', sector: 'government' },
    ]);
  });

  it('from a workbook, whatever type it is said to be', async () => {
    const file = await workbook([
      ['nombre', 'sector', 'fecha de consentimiento', 'forma de consentimiento'],
      ['Rosa', 'Social', new Date('2026-01-05T00:00:00Z'), 'firma'],
    ]);
    const own = await testApp();
    expect(await imported(own, 'stakeholders', file, { type: 'application/octet-stream' })).toMatchObject({
      accepted: 1,
    });
    expect(await items(own, '/api/stakeholders')).toMatchObject([
      { name: 'Rosa', consent: { givenOn: '2026-01-05', how: 'firma' } },
    ]);
  });
});

describe('28: a file is refused, by what is wrong with it,', () => {
  const files: [string, string, string | Buffer, keyof Words['validationErrors']][] = [
    ['of no text', 'stakeholders', Buffer.from([0x6e, 0, 0x61, 0]), 'not-text'],
    ['of nothing', 'stakeholders', '', 'no-header'],
    ['with quotes left open', 'stakeholders', 'name,sector\n"Rosa,school\n', 'broken-quotes'],
    ['that is no workbook', 'stakeholders', Buffer.from('PK\u0003\u0004 but no more'), 'not-a-workbook'],
    ['of geometry that is none', 'localities', '{"type":"Feature"}', 'not-geojson'],
  ];
  it.each(files)('%s', async (_, kind, file, reason) => {
    expect(problemOf(await send(here, kind, file))).toMatchObject({
      status: 400,
      errors: [{ path: 'body', message: functionWords.es.validationErrors[reason] }],
    });
  });

  it('of another media type', async () => {
    const refused = problemOf(await send(here, 'stakeholders', 'x', { type: 'image/png' }));
    expect(refused).toMatchObject({ status: 415, code: 'unsupported-media-type' });
  });

  it('of another kind', async () => {
    expect((await send(here, 'visits', 'name\nx')).status).toBe(404);
  });
});

describe('28: a row is rejected by its number, its column and the reason', () => {
  const file = [
    'name,sector,email,language,localities,level',
    'Rosa,school,rosa@example.org,es,,',
    ',school,,,,',
    'Luis,church,luis,fr,Nowhere,city',
    'Rosa,school,rosa@example.org,,,',
    'Eva,school,,,,,surplus',
  ].join('\n');

  it('and nothing is taken in', async () => {
    const own = await testApp();
    const { accepted, rejected } = await imported(own, 'stakeholders', file);
    expect(accepted).toBe(0);
    const blamed = rejected.map(({ row, column }) => `${row} ${column}`);
    expect(blamed.sort()).toEqual([
      '3 name',
      '4 email',
      '4 language',
      '4 level',
      '4 localities',
      '4 sector',
      '5 name',
      '6 #7',
    ]);
    expect(await names(own)).toEqual([]);
  });

  it('unless what is in order is asked for', async () => {
    const own = await testApp();
    expect(await imported(own, 'stakeholders', file, { query: '?partial=true' })).toMatchObject({
      accepted: 1,
    });
    expect(await names(own)).toEqual(['Rosa']);
  });

  it('and a dry run tells the same, without taking anything in', async () => {
    const own = await testApp();
    const { accepted, rejected, dryRun } = await imported(own, 'stakeholders', file, {
      query: '?dryRun=true',
    });
    expect([accepted, new Set(rejected.map(({ row }) => row)).size, dryRun]).toEqual([1, 4, true]);
    expect(await names(own)).toEqual([]);
  });

  it('in the caller’s language', async () => {
    const said = async (language: string) =>
      (await imported(here, 'stakeholders', file, { headers: { 'accept-language': language } })).rejected;
    const [es, en] = [await said('es'), await said('en')];
    for (const [at, { message }] of es.entries()) expect(en[at]?.message).not.toBe(message);
  });
});

it('28: columns that are twice there or missing are named, and those that nobody knows are left out', async () => {
  const { accepted, rejected, warnings } = await imported(
    here,
    'stakeholders',
    'name,Nombre,shoe size\nRosa,Rosa,38\n',
  );
  expect(accepted).toBe(0);
  expect(rejected.map(({ row, column }) => [row, column])).toEqual([
    [1, 'Nombre'],
    [1, 'sector'],
  ]);
  expect(warnings).toMatchObject([{ row: 1, column: 'shoe size' }]);
});

it('28: a name from another language of writing comes back as it was', async () => {
  const own = await testApp();
  await imported(own, 'stakeholders', 'name,sector\n"Ñandú, «x» <b> و ",community\n');
  const csv = (await exported(own, 'stakeholders.csv')).toString();
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(await imported(own, 'stakeholders', csv)).toMatchObject({ accepted: 1, unchanged: 1, rejected: [] });
});
