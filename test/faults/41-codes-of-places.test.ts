import { describe, expect, it } from 'vitest';
import { imported, items } from '../support/files.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, locality, seeing } from '../support/walk.ts';
import { formatted, workbookOf } from '../support/workbook.ts';

const sent = (own: TestApp, file: string | Uint8Array, more: { language?: string; query?: string } = {}) =>
  imported(own, 'localities', file, {
    query: `?programme=convivir-mejor${more.query ?? ''}`,
    headers: { 'accept-language': more.language ?? 'es' },
  });

/** The codes that a file's localities come to have. */
async function codes(file: string | Uint8Array, inegiCode = '08037'): Promise<unknown[]> {
  const own = await testApp({ inegiCode });
  const { accepted } = await sent(own, file);
  const made = (await items(own, '/api/localities')).map(({ code }) => code);
  expect(made).toHaveLength(accepted);
  return made;
}

describe('41: a code that lost its zero has it back', () => {
  it.each([
    ['of a basic area, in Chihuahua', 'nombre,clave\nAnapra,803700012345\n', '08037', '0803700012345'],
    ['of a block, in Mexico City', 'nombre,clave\nEl Recreo,900200010123004\n', '09002', '0900200010123004'],
    ['of a locality, in Aguascalientes', 'nombre,clave\nOjocaliente,10010001\n', '01001', '010010001'],
    [
      'from a number of a workbook',
      workbookOf([
        {
          name: 'A',
          rows: [
            ['nombre', 'clave'],
            ['Anapra', 803_700_012_345],
          ],
        },
      ]),
      '08037',
      '0803700012345',
    ],
    [
      'that only its format shows',
      workbookOf(
        [
          {
            name: 'A',
            rows: [
              ['nombre', 'clave'],
              ['Anapra', formatted(80_370_001, 1)],
            ],
          },
        ],
        ['000000000'],
      ),
      '08037',
      '080370001',
    ],
    [
      'written with an exponent that lost nothing',
      'nombre,clave\nAnapra,8.03700012345E+11\n',
      '08037',
      '0803700012345',
    ],
  ])('%s', async (_, file, municipality, code) => {
    expect(await codes(file, municipality)).toEqual([code]);
  });

  it('and it is told in the dry run', async () => {
    const own = await testApp();
    const file = 'nombre,clave\nAnapra,803700012345\n';
    expect((await sent(own, file, { query: '&dryRun=true' })).warnings).toEqual([
      {
        row: 2,
        column: 'code',
        message: 'a la clave 803700012345 le faltaba el cero inicial; se lee 0803700012345',
      },
    ]);
    expect((await sent(own, file, { query: '&dryRun=true', language: 'en' })).warnings).toEqual([
      {
        row: 2,
        column: 'code',
        message: 'the code 803700012345 had lost its leading zero; it is read as 0803700012345',
      },
    ]);
  });

  it.each([
    ['of another state', 'nombre,clave\nLa Loma,903700012345\n', '08037', '903700012345'],
    ['of a state that begins with no zero', 'nombre,clave\nLa Loma,140390001234\n', '14039', '140390001234'],
    ['of the municipality itself', 'nombre,clave\nLa Loma,80012345\n', '08037', '80012345'],
    ['of letters', 'nombre,clave\nLa Loma,8E-11\n', '08037', '8E-11'],
    ['that is whole', 'nombre,clave\nLa Loma,0803700012345\n', '08037', '0803700012345'],
  ])('but not one %s', async (_, file, municipality, code) => {
    expect(await codes(file, municipality)).toEqual([code]);
  });

  it('a commitment finds its locality by the code without the zero', async () => {
    const own = await testApp();
    await begin(own);
    await sent(own, 'nombre,clave\nRiberas,0803700012345\n');
    const file = 'localidad,acción\n803700012345,Barda\n';
    expect(await imported(own, 'commitments', file)).toMatchObject({ accepted: 1, rejected: [] });
  });
});

describe('41: a code whose digits are lost is refused, with what to do', () => {
  it.each(['8.037E+11', '8,037E+11', '8.0370001E+11', '8E+11'])('%s', async (code) => {
    const own = await testApp();
    const { accepted, rejected } = await sent(own, `nombre;clave\nAnapra;${code}\n`);
    expect([accepted, rejected]).toEqual([
      0,
      [
        {
          row: 2,
          column: 'code',
          message:
            'la hoja de cálculo acortó la clave y se perdieron dígitos; dé a la columna formato de texto y escríbala completa',
        },
      ],
    ]);
    const [english] = (await sent(own, `nombre;clave\nAnapra;${code}\n`, { language: 'en' })).rejected;
    expect(english?.message).toContain('digits are lost');
  });
});

describe('41: a code of two localities is refused, with the name of the other', () => {
  it.each([
    ['in one file', '', 'nombre,clave\nAnapra,0803700012345\nRiberas,0803700012345\n', 3],
    [
      'in one file, once without its zero',
      '',
      'nombre,clave\nAnapra,803700012345\nRiberas,0803700012345\n',
      3,
    ],
    [
      'that is there already',
      'nombre,clave\nAnapra,0803700012345\n',
      'nombre,clave\nRiberas,803700012345\n',
      2,
    ],
    ['of the municipality itself', 'nombre,clave\nAnapra,A-1\n', 'nombre,clave\nRiberas,A-1\n', 2],
  ])('%s', async (_, before, file, row) => {
    const own = await testApp();
    if (before) await sent(own, before);
    const es = (await sent(own, file, { query: '&dryRun=true' })).rejected;
    expect(es).toMatchObject([
      { row, column: 'code', message: expect.stringMatching(/^la clave .* ya es de «Anapra»/) },
    ]);
    const en = (await sent(own, file, { query: '&dryRun=true', language: 'en' })).rejected;
    expect(en).toMatchObject([
      { message: expect.stringMatching(/^the code .* belongs to "Anapra" already/) },
    ]);
  });

  it('the same locality again is the same', async () => {
    const own = await testApp();
    await sent(own, 'nombre,clave\nAnapra,803700012345\n');
    expect(await sent(own, 'nombre,clave\nANAPRA,0803700012345\n')).toMatchObject({
      rejected: [{ column: 'name' }],
    });
    expect(await sent(own, 'nombre,clave\nAnapra,803700012345\n')).toMatchObject({
      unchanged: 1,
      rejected: [],
    });
  });
});

describe('41: the code of another locality, entered by itself', () => {
  const enter = (own: TestApp, name: string, code: string, who: Call = boss) =>
    own.call('POST', '/api/localities', { name, programme: 'convivir-mejor', code }, who);

  it.each([
    ['as it is', '080370001'],
    ['with blanks around it', ' 080370001 '],
    ['of letters, in another case', 'ANAPRA-2'],
  ])('is told with the other’s name: %s', async (_, code) => {
    const own = await testApp();
    const first = await enter(own, 'Anapra', code);
    const second = await enter(own, 'Riberas', code.toLowerCase());
    expect([first.status, second.status]).toEqual([201, 201]);
    expect([first.body.warnings, second.body.warnings]).toEqual([
      [],
      [{ path: 'code', message: expect.stringMatching(/«Anapra», tiene esta misma clave/) }],
    ]);
  });

  it('is told when a locality is corrected, and its own code is none of another', async () => {
    const own = await testApp();
    await enter(own, 'Anapra', '080370001');
    const { body } = await enter(own, 'Riberas', '080370002');
    const correct = async (code: string) => {
      const { version } = await locality(own, String(body.id));
      const seen = seeing({ ...boss, headers: { 'accept-language': 'en' } }, version);
      return (await own.call('PATCH', `/api/localities/${body.id}`, { code }, seen)).body.warnings;
    };
    expect(await correct('080370002')).toEqual([]);
    expect(await correct('080370001')).toEqual([
      { path: 'code', message: 'Another locality, “Anapra”, has this same code. See which is right.' },
    ]);
    // What only begins alike is another code.
    expect(await correct('08037000')).toEqual([]);
  });

  it('names nothing that the caller may not see', async () => {
    const own = await testApp();
    await enter(own, 'Anapra', '080370001');
    const { body } = await enter(own, 'Riberas', '080370001', ana);
    expect(body.warnings).toEqual([
      { path: 'code', message: 'Otra localidad tiene esta misma clave. Revise cuál es la correcta.' },
    ]);
  });
});
