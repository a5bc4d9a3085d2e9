import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { imported, items, send } from '../support/files.ts';
import { problemOf } from '../support/problems.ts';
import { itReading, readShared } from '../support/shared-data.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { begin } from '../support/walk.ts';
import { archiveOf, type Cell, formatted, type SheetOf, workbookOf } from '../support/workbook.ts';

let here: TestApp;
let place: string;
let other: string;
beforeAll(async () => {
  here = await testApp();
  place = await begin(here);
  other = await named('Felipe Ángeles');
});

async function named(name: string): Promise<string> {
  const { body } = await here.call('POST', '/api/localities', { name, programme: 'red-conectate' });
  return String(body.id);
}

/** What a file says that is imported from the page of one locality, and what came of it there. */
async function taken(file: string | Uint8Array, more: { sheet?: string; language?: string } = {}) {
  const own = await testApp();
  const at = await begin(own);
  const query = `?locality=${at}&partial=true${more.sheet ? `&sheet=${encodeURIComponent(more.sheet)}` : ''}`;
  const headers = { 'accept-language': more.language ?? 'es' };
  const report = await imported(own, 'commitments', file, { query, headers });
  const made = await items(own, `/api/localities/${at}/commitments`);
  return { ...report, made, said: (report.warnings ?? []).map(({ message }) => message) };
}

const dryRun = (file: string | Uint8Array, language = 'es', kind = 'commitments') =>
  imported(here, kind, file, {
    query: `?dryRun=true${kind === 'commitments' ? `&locality=${place}` : ''}`,
    headers: { 'accept-language': language },
  });
const refusal = async (file: string | Uint8Array, language = 'es', query = '') =>
  problemOf(
    await send(here, 'commitments', file, {
      query: `?dryRun=true&locality=${place}${query}`,
      headers: { 'accept-language': language },
    }),
  ).errors;

const one = (rows: Cell[][], more: Partial<SheetOf> = {}): SheetOf => ({ name: 'Hoja1', rows, ...more });

describe('40: a number is what its format shows', () => {
  it('a percentage is its value times a hundred', async () => {
    const cells = [1, 0.5, 0, 0.01, 0.07, 1 / 3];
    const rows = cells.map((value, at): Cell[] => [`Tarea ${at}`, formatted(value, 1 + (at % 3))]);
    const { made } = await taken(
      workbookOf([one([['acción', 'avance'], ...rows])], ['0%', '0.00%', '[Red]0 %;-0 %']),
    );
    expect(made.map(({ progress }) => progress)).toEqual([100, 50, 0, 1, 7, 33]);
  });

  it('a day is a day in every format of days, and of both calendars', async () => {
    const formats = [
      '[$-80A]dddd, d "de" mmmm "de" yyyy;@',
      'dd-mmm-yy',
      'mmmm yyyy',
      'yyyy\\-mm\\-dd hh:mm',
      'General',
    ];
    const rows = formats.map((format, at): Cell[] => [format, formatted(46_461.25, at + 1)]);
    const { made } = await taken(workbookOf([one([['acción', 'vence'], ...rows])], formats));
    expect(new Set(made.map(({ dueOn }) => dueOn))).toEqual(new Set(['2027-03-15']));
    const old = workbookOf(
      [
        one([
          ['acción', 'vence'],
          ['Mac', formatted(46_461 - 1_462, 1)],
        ]),
      ],
      ['d/m/yy'],
      true,
    );
    expect((await taken(old)).made).toMatchObject([{ dueOn: '2027-03-15' }]);
  });

  it('money is money, whatever stands around it', async () => {
    const formats = ['"$"#,##0.00', '_-* #,##0.00\\ "MXN"_-', '#,##0.00 "días"'];
    const rows = formats.map((format, at): Cell[] => [format, formatted(1234.5, at + 1)]);
    const { made } = await taken(
      workbookOf([one([['acción', 'presupuesto'], ...rows, ['milésimas', 1.234]])], formats),
    );
    expect(made.map(({ budget }) => budget)).toMatchObject([
      { amount: 1234.5 },
      { amount: 1234.5 },
      { amount: 1234.5 },
      { amount: 1.234 },
    ]);
  });
});

describe('40: text of any language and sign comes in as it is', () => {
  it('beyond the basic plane, with returns, spaces and escapes', async () => {
    const notes = [
      'línea uno&#13;\nlínea dos',
      'a_x000D_\nb',
      'a &amp; b &lt;c&gt; &#x1F468;&#x200D;&#x1F469;',
    ];
    const rows = notes.map((note, at): Cell[] => [
      `🌳 ñ ${at}`,
      { raw: `t="inlineStr"><is><t>${note}</t></is>` },
    ]);
    const { made } = await taken(workbookOf([one([['acción', 'nota'], ...rows])]));
    expect(made.map(({ action, note }) => [action, note])).toEqual([
      ['🌳 ñ 0', 'línea uno\r\nlínea dos'],
      ['🌳 ñ 1', 'a\r\nb'],
      ['🌳 ñ 2', 'a & b <c> 👨‍👩'],
    ]);
  });
});

describe('40: merged cells hold for all their rows', () => {
  const of = (merged: string[], ...rows: Cell[][]) =>
    workbookOf([one([['localidad', 'acción', 'vence'], ...rows], { merged })]);

  it.each([
    ['down to the end', of(['A2:A4'], ['Felipe Ángeles', 'a'], [null, 'b'], [null, 'c']), 3],
    [
      'two places, one after the other',
      of(['A2:A3', 'A4:A5'], ['Felipe Ángeles', 'a'], [null, 'b'], ['Felipe Ángeles', 'c'], [null, 'd']),
      4,
    ],
    ['with a day beside it', of(['A2:A3', 'C2:C3'], ['Felipe Ángeles', 'a', '2027-03-15'], [null, 'b']), 2],
  ])('%s, and never for the place of the page', async (_, file, count) => {
    const query = `?dryRun=true&locality=${place}`;
    expect(await imported(here, 'commitments', file, { query })).toMatchObject({
      accepted: count,
      rejected: [],
    });
    const own = await testApp();
    const page = await begin(own);
    const { body } = await own.call('POST', '/api/localities', {
      name: 'Felipe Ángeles',
      programme: 'red-conectate',
    });
    await imported(own, 'commitments', file, { query: `?locality=${page}` });
    expect(await items(own, `/api/localities/${page}/commitments`)).toEqual([]);
    expect(await items(own, `/api/localities/${body.id}/commitments`)).toHaveLength(count);
  });

  it('a blank that was not merged is of no place at all', async () => {
    const { accepted, rejected } = await dryRun(of([], ['Felipe Ángeles', 'a'], [null, 'b']));
    expect([accepted, rejected]).toEqual([
      1,
      [
        {
          row: 3,
          column: 'locality',
          message: 'falta la localidad; escríbala en cada fila, o quite la columna en todas',
        },
      ],
    ]);
  });

  it('a header of two rows is one', async () => {
    const rows: Cell[][] = [
      ['acción', 'Dinero', null],
      [null, 'presupuesto', 'moneda'],
      ['Barda', 500, 'USD'],
    ];
    const { made } = await taken(workbookOf([one(rows, { merged: ['A1:A2', 'B1:C1'] })]));
    expect(made).toMatchObject([{ action: 'Barda', budget: { amount: 500, currency: 'USD' } }]);
  });
});

describe('40: of several sheets', () => {
  const head = ['acción', 'fecha límite'];
  const north: SheetOf = { name: 'Zona norte', rows: [head, ['norte', '2027-05-03']] };
  const south: SheetOf = { name: 'Zona sur', rows: [head, ['sur 1', '2027-05-04'], ['', '45/45/2027']] };
  const money: SheetOf = {
    name: 'Dinero',
    rows: [
      ['acción', 'presupuesto'],
      ['otra', 5],
    ],
  };
  const cover: SheetOf = { name: 'Portada', rows: [['Programa municipal'], ['2027']] };

  it('those with the same header are read together, and a row is named by its sheet', async () => {
    const { made, said, rejected, sheets } = await taken(workbookOf([cover, north, south]));
    expect(made).toHaveLength(2);
    expect(rejected).toMatchObject([
      { sheet: 'Zona sur', row: 3, column: 'action' },
      { sheet: 'Zona sur', row: 3, column: 'dueOn' },
    ]);
    expect(said).toEqual([
      'se leen juntas las hojas «Zona norte», «Zona sur», que tienen el mismo encabezado',
      'se lee «Zona norte», «Zona sur»; quedan fuera las hojas «Portada»: para leer otra, elíjala',
    ]);
    expect(sheets).toEqual([
      { name: 'Portada', read: false },
      { name: 'Zona norte', read: true },
      { name: 'Zona sur', read: true },
    ]);
  });

  it('with other headers the first is read, the others are named, and another may be asked for', async () => {
    const file = workbookOf([north, money]);
    expect(await taken(file, { language: 'en' })).toMatchObject({
      accepted: 1,
      made: [{ action: 'norte' }],
      said: ['«Zona norte» is read; the sheets «Dinero» are left out: choose another to read it'],
    });
    expect(await taken(file, { sheet: 'dinero' })).toMatchObject({
      made: [{ action: 'otra', budget: { amount: 5 } }],
    });
    expect(await refusal(file, 'es', '&sheet=Nada')).toEqual([
      { path: 'body', message: 'no tiene una hoja con ese nombre; las que tiene: Zona norte, Dinero' },
    ]);
  });

  it('those that are hidden are not read, unless by name', async () => {
    const file = workbookOf([{ ...south, state: 'hidden' }, { ...money, state: 'veryHidden' }, north]);
    expect(await taken(file)).toMatchObject({
      accepted: 1,
      said: ['hojas ocultas que no se leen: «Zona sur», «Dinero»'],
    });
    expect(await taken(file, { sheet: 'Dinero' })).toMatchObject({ made: [{ action: 'otra' }] });
  });
});

describe('40: what is hidden is told', () => {
  it('rows and columns, in the language of the reader', async () => {
    const rows: Cell[][] = [
      ['acción', 'nota'],
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'z'],
    ];
    const file = workbookOf([one(rows, { hiddenRows: [2, 4], hiddenColumns: [2] })]);
    const { accepted, warnings } = await dryRun(file);
    expect([accepted, warnings?.map(({ message }) => message)]).toEqual([
      3,
      [
        'filas ocultas que también se leen: 2 (fila 2, 4)',
        'columnas ocultas que también se leen: 1 («nota»)',
      ],
    ]);
    expect((await dryRun(file, 'en')).warnings).toMatchObject([
      { message: 'hidden rows that are read too: 2 (row 2, 4)' },
      { message: 'hidden columns that are read too: 1 («nota»)' },
    ]);
    const above = workbookOf([one([['Título'], ['acción'], ['a']], { hiddenRows: [1] })]);
    expect((await dryRun(above)).warnings?.map(({ message }) => message)).toEqual([
      'el encabezado se encontró en la fila 2; lo que está arriba no se lee',
    ]);
  });
});

describe('40: the header is the first row that holds what is needed', () => {
  it.each([
    [
      'below a title',
      'Matriz de compromisos 2027,,\r\n,,\r\nacción,fecha límite,nota\r\nBarda,05/12/2027,\r\n',
      3,
    ],
    [
      'below a title with a comma, parted by semicolons',
      'Colonia Anapra, Juárez\nacción;fecha límite\nBarda;05/12/2027\n',
      2,
    ],
    [
      'below a title of a workbook',
      workbookOf([one([['Matriz'], [null], [null], ['acción', 'vence'], ['Barda', '5/12/27']])]),
      4,
    ],
  ])('%s', async (_, file, row) => {
    const { made, warnings } = await taken(file);
    expect(made).toMatchObject([{ action: 'Barda', dueOn: '2027-12-05' }]);
    expect(warnings).toMatchObject([{ row }]);
  });

  it('and rows are named as they are numbered', async () => {
    expect((await dryRun('Matriz\n\nacción,vence\nBarda,pronto\n')).rejected).toMatchObject([
      { row: 4, column: 'dueOn' },
    ]);
  });
});

describe('40: a row of totals is asked about', () => {
  const total = 'parece la fila de totales y no se guarda; quítela del archivo o importe solo las demás';
  it.each([
    ['below', 'acción;presupuesto\r\nalumbrado;100000\r\nparque;50000\r\nTOTAL;150000\r\n', [4]],
    ['in a column of its own', 'localidad,acción,presupuesto\nanapra,a,1\nanapra,b,2\nTotal,,3\n', [4]],
    [
      'of parts, and of all',
      'acción,presupuesto\na,1\nSubtotal Zona Norte,1\nb,2\nGran total:,"$ 3.00"\n',
      [3, 5],
    ],
    [
      'beside a merged place',
      workbookOf([
        one(
          [
            ['localidad', 'acción', 'presupuesto'],
            ['Anapra', 'a', 1],
            [null, 'b', 2],
            [null, 'Suma', 3],
          ],
          { merged: ['A2:A4'] },
        ),
      ]),
      [4],
    ],
  ])('%s', async (_, file, rows) => {
    const { accepted, rejected } = await dryRun(file);
    expect(accepted).toBe(2);
    expect(rejected.map(({ row, message }) => [row, message])).toEqual(rows.map((row) => [row, total]));
  });

  it('and an action that begins so is none', async () => {
    const file =
      'acción,nota,presupuesto\nTotal transparencia en la obra,con vecinos,5\nSumar a los jóvenes,,3\n';
    expect(await dryRun(file)).toMatchObject({ accepted: 2, rejected: [] });
  });
});

describe('40: a formula without a value, and an error of one, is refused by row and column', () => {
  const rows = [
    ['a', { raw: 't="e"><v>#N/A</v>' }, 1],
    [{ raw: 't="e"><f>1/0</f><v>#DIV/0!</v>' }, 'x', 1],
    ['b', 'x', { raw: '><f>5*2</f><v></v>' }],
    ['c', { raw: 't="str"><f>IF(1,"")</f><v></v>' }, { raw: '><f>5*2</f><v>10</v>' }],
    ['d', '#N/A', 2],
  ] satisfies Cell[][];

  it('in a workbook; text and formulas that came to something are none', async () => {
    const { accepted, rejected } = await dryRun(
      workbookOf([one([['acción', 'nota', 'presupuesto'], ...rows])]),
    );
    expect(accepted).toBe(2);
    expect(rejected.map(({ row, column, message }) => [row, column, message])).toEqual([
      [2, 'note', 'la fórmula da un error (#N/A); corríjala o escriba el valor'],
      [3, 'action', 'la fórmula da un error (#DIV/0!); corríjala o escriba el valor'],
      [
        4,
        'budgetAmount',
        'es una fórmula sin resultado; abra el archivo en Excel, guárdelo y vuelva a elegirlo, o escriba el valor',
      ],
    ]);
  });

  it('in separated values, of Excel in both languages', async () => {
    const { accepted, rejected } = await dryRun(
      'acción,nota\na,#N/D\nb,#¡REF!\nc,#VALUE!\nd,#1 de la lista\n',
      'en',
    );
    expect([accepted, rejected.map(({ row }) => row)]).toEqual([1, [2, 3, 4]]);
    expect(rejected[0]?.message).toBe('the formula gives an error (#N/D); correct it or write the value');
  });
});

describe('40: text as Excel writes it', () => {
  const text = 'acción\tfecha límite\tnota\r\nreunión\t05/12/2027\tcon ñ 🌳\r\n';
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
  it.each([
    ['in UTF-16, little end first', little],
    ['in UTF-16, big end first', Buffer.from(little).swap16()],
    [
      'with its delimiter in the first line',
      'sep=;\r\nacción;fecha límite;nota\r\nreunión;05/12/2027;con ñ 🌳\r\n',
    ],
    ['with a delimiter nobody else uses', 'sep=|\nacción|fecha límite|nota\nreunión|05/12/2027|con ñ 🌳\n'],
    [
      'with a byte-order mark before it',
      '\uFEFFsep=,\nacción,fecha límite,nota\nreunión,05/12/2027,con ñ 🌳\n',
    ],
  ])('%s', async (_, file) => {
    expect((await taken(file)).made).toMatchObject([
      { action: 'reunión', dueOn: '2027-12-05', note: 'con ñ 🌳' },
    ]);
  });
});

describe('40: a file that is no table we read is refused in one sentence that says what to do', () => {
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const zipped = (name: string) => zipSync({ mimetype: new Uint8Array([1]), [name]: new Uint8Array([1]) });
  it.each([
    ['an old workbook', Buffer.from([...compound, 0, 0]), /\.xls\).*\.xlsx/, /\.xls\).*\.xlsx/],
    [
      'a locked workbook',
      Buffer.concat([Buffer.from(compound), Buffer.from('EncryptedPackage', 'utf16le')]),
      /contraseña/,
      /password/,
    ],
    [
      'a page named .xls',
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>',
      /página web.*\.xlsx/,
      /web page.*\.xlsx/,
    ],
    ['a page that begins with its table', '\uFEFF  <TABLE><tr><td>acción', /página web/, /web page/],
    ['an XML spreadsheet', '<?xml version="1.0"?><Workbook>', /XML.*\.xlsx/, /XML.*\.xlsx/],
    ['a binary workbook', zipped('xl/workbook.bin'), /\.xlsb/, /\.xlsb/],
    ['a sheet of LibreOffice', zipped('content.xml'), /\.ods/, /\.ods/],
    ['a PDF', '%PDF-1.7', /PDF/, /PDF/],
  ])('%s', async (_, file, es, en) => {
    expect(await refusal(file)).toEqual([{ path: 'body', message: expect.stringMatching(es) }]);
    expect(await refusal(file, 'en')).toEqual([{ path: 'body', message: expect.stringMatching(en) }]);
  });
});

describe('40: a sheet with a cell far away is answered soon', () => {
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const table = `<row r="1">${cell('A1', 'acción')}</row><row r="2">${cell('A2', 'Barda')}</row>`;
  const rows = (count: number, of: (row: number) => string) =>
    Array.from({ length: count }, (_, at) => of(at * 50 + 3));
  const far = (more: string, merges = '') =>
    archiveOf([
      { name: 'Hoja1', xml: `<worksheet><sheetData>${table}${more}</sheetData>${merges}</worksheet>` },
    ]);

  it.each([
    ['in the last of all', far(`<row r="1048576">${cell('XFD1048576', 'x')}</row>`), [[1_048_576, 'XFD']]],
    ['blank, but formatted', far('<row r="1048576"><c r="XFD1048576" s="0"/></row>'), []],
    [
      'in every fiftieth row',
      far(rows(19_000, (row) => `<row r="${row}">${cell(`XFD${row}`, 'x')}</row>`).join('')),
      'each',
    ],
    [
      'merged over the whole sheet',
      far('', `<mergeCells>${'<mergeCell ref="A2:XFD1048576"/>'.repeat(15_000)}</mergeCells>`),
      [],
    ],
  ])('%s', async (_, file, blamed) => {
    const start = performance.now();
    const { accepted, rejected } = await dryRun(file);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(accepted).toBe(1);
    if (blamed === 'each') expect(rejected).toHaveLength(5_000);
    else expect(rejected.map(({ row, column }) => [row, column])).toEqual(blamed);
  });
});

describe('40: what cannot be read is said plainly', () => {
  const jargon = /zod|invalid|expected|recibido|se esperaba|\bint\b|\bstring\b|nan\b/i;

  it('by row and column, with the choices there are, in both languages', async () => {
    const file =
      'acción,avance,presupuesto,estado,moneda,área\na,mucho,(500),Volando,EUR,Deporte\nb,0.5,-3,,,\nc,101,,,,\n';
    const said = async (language: string) =>
      (await dryRun(file, language)).rejected.map(
        ({ row, column, message }) => `${row} ${column}: ${message}`,
      );
    const [es, en] = [await said('es'), await said('en')];
    expect(es.filter((sentence) => jargon.test(sentence))).toEqual([]);
    expect(es).toEqual(
      expect.arrayContaining([
        '2 progress: debe ser un número',
        '2 budgetAmount: no es una cantidad que se lea de una sola manera; escríbala como 1,234.50',
        '3 progress: debe ser un número entero',
        '3 budgetAmount: debe ser 0 o más',
        '4 progress: debe ser 100 o menos',
        '2 status: no es ninguna de las opciones; escriba su nombre como aparece en Etapas: Pendiente, En proceso, Cumplido, Cancelado',
      ]),
    );
    expect(en).toHaveLength(es.length);
    expect(en).toEqual(
      expect.arrayContaining(['3 progress: must be a whole number', '4 progress: must be 100 or less']),
    );
    expect(en.find((sentence) => sentence.startsWith('2 policyArea'))).toContain('Health');
  });

  it('columns that nobody knows are left out and told', async () => {
    const file = 'acción,Talla de zapato,\nBarda,38,algo\n';
    expect(await dryRun(file)).toMatchObject({
      accepted: 1,
      rejected: [],
      warnings: [
        { row: 1, column: 'Talla de zapato', message: 'es una columna que Etapas no conoce; no se lee' },
        { row: 1, column: '#3' },
      ],
    });
  });

  it('a programme that is none is told from those that are there', async () => {
    const [first] = (await dryRun('nombre,programa\nAnapra,Otro\n', 'es', 'localities')).rejected;
    expect(first?.message).toContain('Convivir Mejor');
  });
});

describe('40: days and sums as people type them', () => {
  it.each([
    ...['22/3/24', '22-mar-2024', '2024/03/22', '45373', '22.03.2024', '22 de marzo de 2024', '22 Mar 24'],
    ...['March 22, 2024', 'viernes, 22 de marzo de 2024', '2024-03-22T00:00:00', '22/03/2024 10:30 a. m.'],
  ])('the day %s', async (day) => {
    expect((await taken(`acción;vence\nBarda;${day}\n`)).made).toMatchObject([{ dueOn: '2024-03-22' }]);
  });

  it.each(['32/1/2024', '03/22/2024', 'marzo de 2024', 'mañana', '1/marte/2024'])(
    'and not %s',
    async (day) => {
      expect((await dryRun(`acción;vence\nBarda;${day}\n`)).rejected).toMatchObject([
        { row: 2, column: 'dueOn' },
      ]);
    },
  );

  it.each([
    ['1234,50', 1234.5],
    ['1.234,50', 1234.5],
    ['1.234', 1234],
    ['1,234.50', 1234.5],
    ['$ 1 234.50', 1234.5],
    ['MXN 500', 500],
    ['1\u00a0234', 1234],
    ['1.234.567', 1_234_567],
    ['500 pesos', 500],
    ['0.500', 0.5],
  ])('the sum %s', async (sum, amount) => {
    expect((await taken(`acción;presupuesto\nBarda;"${sum}"\n`)).made).toMatchObject([
      { budget: { amount, currency: 'MXN' } },
    ]);
  });

  it('a sum in dollars is one in dollars', async () => {
    const { made } = await taken('acción;presupuesto\na;USD 500\nb;US$1,200\nc;300 dólares\n');
    expect(made.map(({ budget }) => budget)).toEqual([
      { amount: 500, currency: 'USD' },
      { amount: 1200, currency: 'USD' },
      { amount: 300, currency: 'USD' },
    ]);
  });

  it.each(['(500)', '1,23,456', '5 mil', '1.2.3', '12,34,5'])('and not %s', async (sum) => {
    expect((await dryRun(`acción;presupuesto\nBarda;"${sum}"\n`)).rejected).toMatchObject([
      { row: 2, column: 'budgetAmount' },
    ]);
  });
});

describe('40: two names are one when they look the same', () => {
  it.each([
    [
      'blanks and signs that nobody sees',
      ['Centro Norte', 'Centro\u00a0Norte', 'Centro Norte\u200b', 'Cen\u00adtro Norte', '\u2060Centro Norte'],
      1,
    ],
    ['letters composed otherwise', ['Peñón', 'Pen\u0303o\u0301n'], 1],
    ['an ñ is a letter', ['La Peña', 'La Pena', 'Caña', 'Cana'], 4],
  ])('%s', async (_, names, count) => {
    const file = `nombre\n${names.join('\n')}\n`;
    const report = await imported(here, 'localities', file, {
      query: '?dryRun=true&programme=convivir-mejor',
    });
    expect([report.accepted, report.rejected.length]).toEqual([count, names.length - count]);
  });

  it('a commitment goes to the place it names and to no other', async () => {
    await named('La Peña');
    const { rejected } = await dryRun('localidad,acción\nLa Pena,Barda\nLa\u00a0Peña\u200b,Barda\n');
    expect(rejected).toMatchObject([{ row: 2, column: 'locality' }]);
    expect(other).not.toBe(place);
  });
});

itReading(['imports'], '40, 41: the files that people really send are read as their list says', async () => {
  const of = (file: string) => taken(readShared('imports', file));
  const actions = async (file: string) => (await of(file)).made.map(({ action }) => action);
  expect((await of('02-percent.xlsx')).made.map(({ progress }) => progress)).toEqual([100, 50, 0, 1]);
  expect(await actions('03-two-sheets.xlsx')).toHaveLength(3);
  const merged = await dryRun(readShared('imports', '04b-merged-locality.xlsx'));
  expect([merged.accepted, merged.rejected.map(({ row, column }) => [row, column])]).toEqual([
    0,
    [2, 3, 4].map((row) => [row, 'locality']),
  ]);
  expect(await of('05-totals.csv')).toMatchObject({ accepted: 2, rejected: [{ row: 4 }] });
  expect((await of('06-hidden-rows.xlsx')).said).toEqual(['filas ocultas que también se leen: 1 (fila 3)']);
  expect((await of('07-errors.xlsx')).rejected.map(({ row, column }) => `${row} ${column}`)).toEqual([
    '2 note',
    '3 action',
    '3 budgetAmount',
    '4 note',
    '4 budgetAmount',
  ]);
  expect((await of('10-utf16le.txt')).made).toMatchObject([{ dueOn: '2027-12-05', note: 'con ñ' }]);
  expect((await of('12-title-row.csv')).made).toMatchObject([{ dueOn: '2027-12-05' }]);
  const sums = await of('15-decimal-comma.csv');
  expect(sums.made.map(({ budget }) => budget)).toMatchObject(
    [1234.5, 1234.5, 1234, 1234.5, 1234.5, 500, 1234].map((amount) => ({ amount })),
  );
  expect(sums.rejected.map(({ row }) => row)).toEqual([7, 8]);
  expect((await of('22-long-cell.csv')).rejected).toMatchObject([
    { column: 'action', message: 'debe tener como máximo 500 caracteres' },
  ]);
  expect(new Set((await of('25-date-formats.xlsx')).made.map(({ dueOn }) => dueOn))).toEqual(
    new Set(['2027-03-15']),
  );
  expect(await actions('90-xlsx-emoji-cr.xlsx')).toEqual(['T90 parque 🌳 ñ']);

  const places = (file: string) =>
    imported(here, 'localities', readShared('imports', file), {
      query: '?dryRun=true&programme=convivir-mejor',
    });
  expect(await places('17-invisible.csv')).toMatchObject({ accepted: 2 });
  expect(await places('18b-leading-zero-lost.csv')).toMatchObject({
    accepted: 1,
    warnings: [{ row: 2, column: 'code' }],
  });
  expect(await places('20-enie.csv')).toMatchObject({ accepted: 2, rejected: [] });
});
