import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../domain/errors.ts';
import { newPacker, unpacked } from '../../functions/surveys/pack.ts';
import { readSurvey } from '../../functions/surveys/read-survey.ts';
import { surveyTemplate } from '../../functions/surveys/template.ts';
import { writeFile } from '../../functions/tabular/write-file.ts';
import { convivencia, questionnaire } from '../support/questionnaires.ts';
import { arriving, generatedSurvey } from './generated.ts';

const header = 'sexo,edad,asociacion,conocidos';
const read = (text: string | Uint8Array, some: object = {}) =>
  readSurvey(Buffer.from(text), questionnaire(some));

/** Why a file as a whole was refused. */
async function refusal(text: string | Uint8Array, some: object = {}): Promise<string | undefined> {
  try {
    await read(text, some);
  } catch (error) {
    if (error instanceof Problem) return error.errors?.[0]?.message;
    throw error;
  }
  return undefined;
}

describe('a survey file', () => {
  it('is read into what it says and what is kept of it', async () => {
    const { rows, rejected, summary, columns, packs } = await read(`${header}\n1,20,1,5\n2,40,2,7\n`);
    expect({ rows, rejected, columns }).toEqual({ rows: 2, rejected: 0, columns: header.split(',') });
    expect(summary).toMatchObject({ rows: 2, items: { belongs: { missing: 0, tooFew: true } } });
    expect(packs.map(unpacked)).toEqual(['1,20,1,5\n2,40,2,7\n']);
  });

  it('tells what is wrong by row and column, and counts no row that it refused', async () => {
    const { rows, rejected, rejections, packs } = await read(
      `${header}\n1,20,1,5\n\n1,20,7,500\n2,40,2,7\n2,140,2,7\n`,
    );
    expect({ rows, rejected }).toEqual({ rows: 2, rejected: 2 });
    expect(rejections).toEqual([
      { row: 4, column: 'asociacion', message: 'unknown-code' },
      { row: 4, column: 'conocidos', message: 'out-of-range' },
      { row: 6, column: 'edad', message: 'out-of-range' },
    ]);
    expect(packs.map(unpacked)).toEqual(['1,20,1,5\n2,40,2,7\n']);
  });

  it('of which every row is wrong lists the first thousand and counts the rest', async () => {
    const { rejected, rejections } = await read(`${header}\n${'1,20,7,5\n'.repeat(3_000)}`);
    expect(rejected).toBe(3_000);
    expect(rejections).toHaveLength(1_000);
  });

  it('with a header that is refused is not read on', async () => {
    const { rows, rejected, rejections, packs } = await read(`${header},telefono\n1,20,7,5,656\n`);
    expect({ rows, rejected, packs }).toEqual({ rows: 0, rejected: 1, packs: [] });
    expect(rejections).toEqual([{ row: 1, column: 'telefono', message: 'personal-column' }]);
  });

  it('keeps the columns of the questionnaire only, in its order, whatever the file has', async () => {
    const ignoring = { otherColumns: 'ignored' };
    const one = await read(`conocidos,color,asociacion,edad,sexo\n5,"rojo, vivo",1,20,1\n`, ignoring);
    expect(one.packs.map(unpacked)).toEqual(['1,20,1,5\n']);
    const other = await read(`${header}\n1,20,1,5\n`, ignoring);
    expect(other.checksum).toBe(one.checksum);
    expect((await read(`${header}\n1,20,1,6\n`, ignoring)).checksum).not.toBe(one.checksum);
  });

  it('is the same as CSV of any kind and as a workbook', async () => {
    const titles = header.replace('asociacion', 'asociación');
    const plain = await read(`${titles}\n1,20,1,5\n2,40,2,7\n`);
    const same = [
      `\uFEFF${titles}\r\n1,20,1,5\r\n2,40,2,7\r\n`,
      `${titles}\r1,20,1,5\r2,40,2,7`,
      `${titles}\n1,20,1,5\n2,40,2,7\n`.replaceAll(',', ';'),
      `${titles}\n"1",20,"1",5\n2,40,2,7\n,,,\n\n`.replaceAll(',', '\t'),
      Buffer.from(`${titles}\n1,20,1,5\n2,40,2,7\n`, 'latin1'),
    ];
    const columns = titles.split(',').map((name) => ({ name }));
    const sheet = ['1,20,1,5', '2,40,2,7'].map((row) => {
      const cells = row.split(',');
      return { cells: Object.fromEntries(columns.map(({ name }, at) => [name, cells[at]])) };
    });
    for (const file of [...same, await writeFile('xlsx', columns, sheet)])
      expect((await read(file)).checksum).toBe(plain.checksum);
  });

  it('arrives in pieces of any size', async () => {
    const text = Buffer.from(`sexo,edad,asociación,conocidos\n${'1,20,1,5\n'.repeat(50)}`);
    const whole = await readSurvey(text, questionnaire());
    for (const encoded of [text, Buffer.from(text.toString(), 'latin1')])
      for (const size of [1, 2, 3, 7]) {
        const pieces = Array.from({ length: Math.ceil(encoded.length / size) }, (_, at) =>
          encoded.subarray(at * size, (at + 1) * size),
        );
        expect(await readSurvey(arriving(pieces), questionnaire())).toEqual(whole);
      }
  });

  it('that cannot be read at all is refused with the reason', async () => {
    expect(await refusal('')).toBe('no-header');
    expect(await refusal('\n\n')).toBe('no-header');
    expect(await refusal(`${header}\n1,20,1,\0`)).toBe('not-text');
    expect(await refusal(Buffer.concat([Buffer.from('ñ,sexo\n'), Buffer.from('ñ', 'latin1')]))).toBe(
      'mixed-encodings',
    );
    expect(await refusal(`${header}\n"1,20,1,5\n${'2,40,2,7\n'.repeat(200_000)}`)).toBe('broken-quotes');
    expect(await refusal(`${header}\n1,20,"1`)).toBe('broken-quotes');
    expect(await refusal('PK\u0003\u0004 no zip')).toBe('not-a-workbook');
    const clusters = Array.from({ length: 5_001 }, (_, at) => `1,20,1,5,${at}`);
    const design = { cluster: 'manzana' };
    expect(await refusal([`${header},manzana`, ...clusters].join('\n'), { design })).toBe(
      'too-many-clusters',
    );
    expect(await refusal([`${header},manzana`, ...clusters.slice(1)].join('\n'), { design })).toBeUndefined();
  });

  it('that is refused half-way is closed', async () => {
    let closed = false;
    async function* endless() {
      try {
        yield Buffer.from(`${header}\n`);
        for (;;) yield Buffer.from('1,20,1,5\n'.repeat(5_000));
      } finally {
        closed = true;
      }
    }
    async function* broken() {
      let at = 0;
      for await (const piece of endless()) yield at++ === 4 ? Buffer.from('\0') : piece;
    }
    await expect(readSurvey(broken(), questionnaire())).rejects.toThrow(Problem);
    expect(closed).toBe(true);
  });

  it('that was made from the template is accepted', async () => {
    const { rows, rejections } = await readSurvey(await surveyTemplate(convivencia), convivencia);
    expect({ rows, rejections }).toEqual({ rows: 1, rejections: [] });
  });

  it('of the standard questionnaire is linearised only where it tells of its sample', async () => {
    const pieces = [...generatedSurvey(500)];
    const { summary, rejections } = await readSurvey(arriving(pieces), convivencia);
    expect(rejections).toEqual([]);
    expect(summary.items.trust?.estimate?.method).toBe('taylor');
    const text = Buffer.concat(pieces).toString().split('\r\n');
    const simple = text.map((line) => line.split(',').slice(3).join(',')).join('\r\n');
    const { summary: without } = await readSurvey(Buffer.from(simple), convivencia);
    expect(without).toMatchObject({ designed: false, rows: 500 });
    expect(without.items.trust?.estimate?.method).toBe('t');
    expect(without.items.association?.estimate?.method).toBe('wilson');
  });
});

describe('packed rows', () => {
  it('fit into items of the table, however badly they are compressed, and come out as they went in', async () => {
    const packer = newPacker();
    packer.begin(['a', 'b']);
    let text = '';
    for (let row = 0; row < 60_000; row += 1) {
      const cells = [String(Math.sin(row)), row % 2 ? 'x, "y"' : String(Math.cos(row))];
      text += `${cells[0]},${row % 2 ? '"x, ""y"""' : cells[1]}\n`;
      packer.add(cells);
      await packer.settle();
    }
    const { packs } = await packer.end();
    expect(packs.length).toBeGreaterThan(3);
    for (const pack of packs) expect(pack.length).toBeLessThanOrEqual(300_000);
    expect(packs.map((pack) => gunzipSync(pack).toString()).join('')).toBe(text);
  });
});
