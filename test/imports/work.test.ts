import { beforeAll, describe, expect, it } from 'vitest';
import { exported, imported, items, send } from '../support/files.ts';
import { stakeholderOf } from '../support/matrix.ts';
import { enter, entryOf, lineAt, lineOf, PlanLinesAndObjectives } from '../support/plans.ts';
import { problemOf } from '../support/problems.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, luis, vera } from '../support/walk.ts';

const november = '2026-11-12T15:00:00Z';
let here: TestApp;
let place: string;
beforeAll(async () => {
  here = await testApp({}, november);
  place = await begin(here);
});

const planOf = async (app: TestApp, locality?: string) =>
  PlanLinesAndObjectives.parse(
    (await app.call('GET', `/api/plan${locality ? `?locality=${locality}` : ''}`, undefined, boss)).body,
  );
const sums = async (app: TestApp, id: string) => {
  const { done, sums: by, byCell } = await lineAt(app, id);
  return { done, by, byCell };
};
/** A line with entries, one of them corrected twice. */
async function filled(app: TestApp, locality?: string) {
  const line = await lineOf(app, locality, { responsible: 'luis@juarez.example' });
  const who = locality ? ana : boss;
  const first = await entryOf(
    app,
    line.id,
    { on: '2026-02-02', cells: { sex: 'female' }, note: 'a; b | c' },
    who,
  );
  await entryOf(app, line.id, { on: '2026-02-02', cells: { sex: 'female' }, note: 'a; b | c' }, who);
  await entryOf(
    app,
    line.id,
    { on: '2026-03-01', quantity: 9, corrects: first.id, cells: { kind: 'legal' } },
    who,
  );
  await entryOf(app, line.id, { on: '2026-01-31', quantity: 4, corrects: first.id, place: 'Plaza' }, who);
  return line;
}

describe('lines', () => {
  const spanish = [
    'Objetivo,Línea de acción,Unidad,Meta,Sentido,Inicio,Fin,Periodicidad,Desglose,Autorizado,Fuente',
    'Prevenir la violencia,Talleres,talleres,200,Al menos,01/01/2026,31/12/2026,Trimestral,sex: female | male,"$1,500.50",Ramo 33',
    'Prevenir la violencia,Gasto,MXN,10000,A lo más,2026-01-01,2026-12-31,Mensual,,,',
  ].join('\n');

  it('are taken in from a sheet as people keep it, with the objectives that it names', async () => {
    const own = await begin(here);
    const query = `?locality=${own}`;
    const dry = await imported(here, 'lines', spanish, { ...ana, query: `${query}&dryRun=true` });
    expect(dry).toMatchObject({ accepted: 2, rejected: [], dryRun: true });
    expect((await planOf(here, own)).lines).toEqual([]);
    const done = await imported(here, 'lines', spanish, { ...ana, query });
    expect(done.warnings?.map(({ message }) => message)).toEqual([
      'no existía el objetivo «Prevenir la violencia»: se crea',
    ]);
    const { lines, objectives } = await planOf(here, own);
    expect(objectives).toMatchObject([{ name: 'Prevenir la violencia', locality: own }]);
    expect(lines).toMatchObject([
      { name: 'Gasto', bound: 'at-most', decimals: 2, rhythm: 'month', objective: objectives[0]?.id },
      {
        name: 'Talleres',
        target: 200,
        rhythm: 'quarter',
        breakdown: [{ key: 'sex', values: ['female', 'male'] }],
        budget: { authorised: 1_500.5, currency: 'MXN', source: 'Ramo 33' },
      },
    ]);
    expect(await imported(here, 'lines', spanish, { ...ana, query })).toMatchObject({ unchanged: 2 });
    expect((await planOf(here, own)).lines).toHaveLength(2);
  });

  it('are refused by row and column', async () => {
    const csv = [
      'name,unit,from,to,target,stage,responsible,budget',
      'Una,x,2026-01-01,2025-01-01,5,,,',
      'Dos,x,mañana,2026-12-31,5,,,',
      'Tres,x,2026-01-01,2026-12-31,mucho,,,',
      'Cuatro,x,2026-01-01,2026-12-31,5,none,,',
      'Cinco,x,2026-01-01,2026-12-31,5,,Nadie,',
      'Seis,x,2026-01-01,2026-12-31,5,,,caro',
      'Siete,x,2026-01-01,2026-12-31,5,,,',
    ].join('\n');
    const { accepted, rejected } = await imported(here, 'lines', csv, {
      ...ana,
      query: `?locality=${place}`,
    });
    expect(accepted).toBe(0);
    expect(rejected.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 to',
      '3 from',
      '4 target',
      '5 stage',
      '6 responsible',
      '7 authorised',
    ]);
    const some = await imported(here, 'lines', csv, { ...ana, query: `?locality=${place}&partial=true` });
    expect(some.accepted).toBe(1);
  });

  it('change by a file, field by field, another target with its reason', async () => {
    const { id } = await lineOf(here, place, { budget: { authorised: 10 } });
    const csv = (target: number, reason: string) =>
      `id,name,unit,from,to,target,spent,reason\n${id},Otro nombre,servicios,2025-01-01,2026-12-31,${target},7.5,${reason}`;
    const update = (file: string, more = '') =>
      imported(here, 'lines', file, { ...ana, query: `?mode=update${more}` });
    expect((await update(csv(120, ''))).rejected).toMatchObject([{ row: 2, column: 'reason' }]);
    const dry = await update(csv(120, 'Más fondos'), '&dryRun=true');
    expect(dry.differences?.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['name', 'Atención a víctimas', 'Otro nombre'],
      ['target', '100', '120'],
      ['spent', null, '7.5'],
    ]);
    expect(await update(csv(120, 'Más fondos'))).toMatchObject({ updated: 1, rejected: [] });
    expect(await lineAt(here, id)).toMatchObject({
      name: 'Otro nombre',
      target: 120,
      budget: { authorised: 10, spent: 7.5 },
    });
    expect((await imported(here, 'lines', csv(130, 'x'), ana)).rejected).toMatchObject([
      { column: 'target' },
    ]);
  });

  it('of the municipality come by administrators alone, and of others by nobody', async () => {
    const csv = 'name,unit,from,to\nPodas,podas,2026-01-01,2026-12-31';
    expect((await imported(here, 'lines', csv, ana)).rejected).toMatchObject([{ column: 'locality' }]);
    expect(await imported(here, 'lines', csv, boss)).toMatchObject({ accepted: 1, rejected: [] });
    const others = await imported(here, 'lines', csv, { ...luis, query: `?locality=${place}` });
    expect(others.rejected).toMatchObject([{ column: 'locality' }]);
    expect((await send(here, 'lines', csv, vera)).status).toBe(403);
  });
});

describe('entries', () => {
  it('are taken in from a sheet as people keep it, and a file that is sent twice counts once', async () => {
    const { id } = await lineOf(here, place, { name: 'Consultas' });
    const csv = [
      'Localidad;Actividad;Fecha;Cantidad;Desglose;Notas',
      `${place};Consultas;05/01/2026;3;sex: female;Una`,
      `${place};Consultas;5 de enero de 2026;3;sex: female;Una`,
    ];
    const file = csv.join('\n');
    expect(await imported(here, 'entries', file, ana)).toMatchObject({ accepted: 2, unchanged: 0 });
    const once = await sums(here, id);
    expect(once).toMatchObject({ done: 6, byCell: [{ month: '2026-01', quantity: 6 }] });
    expect(await imported(here, 'entries', file, ana)).toMatchObject({ accepted: 2, unchanged: 2 });
    expect(await sums(here, id)).toEqual(once);
    // Another sheet that has one row more of the same counts that one.
    const more = [file, csv[1]].join('\n');
    expect(await imported(here, 'entries', more, ana)).toMatchObject({ accepted: 3, unchanged: 2 });
    expect((await lineAt(here, id)).done).toBe(9);
  });

  it('of the same file sent by several at once count once', async () => {
    const { id } = await lineOf(here, place);
    const rows = Array.from({ length: 120 }, (_, at) => `${id},2026-0${1 + (at % 9)}-15,${1 + (at % 3)}`);
    for (const file of [rows.slice(0, 5), rows]) {
      const csv = ['line,on,quantity', ...file].join('\n');
      const answers = await Promise.all([1, 2, 3].map(() => send(here, 'entries', csv, ana)));
      expect(answers.every(({ status }) => [200, 409, 503].includes(status))).toBe(true);
      await imported(here, 'entries', csv, ana);
      const sent = file.reduce((all, row) => all + Number(row.split(',')[2]), 0);
      expect((await lineAt(here, id)).done).toBe(sent);
    }
  });

  it('are entered all or not at all, and each that is wrong is named by row and column', async () => {
    const { id } = await lineOf(here, place);
    const csv = [
      'line,on,quantity,cells,corrects',
      `${id},2026-01-05,3,,`,
      `${id},2024-01-05,3,,`,
      `${id},2026-01-05,1.5,,`,
      `${id},2026-01-05,3,sex: otro,`,
      `${id},2026-01-05,3,,${id}.20260105-9`,
      `${place}.nada,2026-01-05,3,,`,
      `${id},2026-01-05,3,mujeres,`,
    ].join('\n');
    const { accepted, rejected } = await imported(here, 'entries', csv, ana);
    expect(accepted).toBe(0);
    expect(rejected.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '3 on',
      '4 quantity',
      '5 cells',
      '6 corrects',
      '7 line',
      '8 cells',
    ]);
    expect((await lineAt(here, id)).done).toBe(0);
    expect(problemOf(await send(here, 'entries', csv, { ...ana, query: '?partial=true' })).paths).toEqual([
      'partial',
    ]);
    const valid = `line,on,quantity\n${id},2026-01-05,3`;
    expect((await imported(here, 'entries', valid, luis)).rejected).toMatchObject([{ column: 'line' }]);
  });

  it('correct others by a file, and what was entered is not changed by one', async () => {
    const { id } = await lineOf(here, place);
    const first = await entryOf(here, id, { quantity: 5 });
    const csv = `line,on,quantity,corrects\n${id},2026-01-06,2,${first.id}`;
    expect(await imported(here, 'entries', csv, ana)).toMatchObject({ accepted: 1 });
    expect((await lineAt(here, id)).done).toBe(2);
    expect(await imported(here, 'entries', csv, ana)).toMatchObject({ unchanged: 1 });
    const changed = `id,line,on,quantity\n${first.id},${id},2026-01-05,50`;
    for (const query of ['', '?mode=update'])
      expect((await imported(here, 'entries', changed, { ...ana, query })).rejected).toMatchObject([
        { row: 2, column: 'quantity' },
      ]);
  });

  it('are exported without what tells people apart to viewers', async () => {
    const line = await filled(here, place);
    const read = async (who: typeof ana) =>
      (await exported(here, `entries.csv?locality=${place}`, who)).toString();
    expect(await read(ana)).toContain('sex: female');
    expect(await read(vera)).toContain(line.id);
    expect(await read(vera)).not.toMatch(/female|legal/);
  });
});

describe('an export of the work', () => {
  it.each(['lines.csv', 'lines.xlsx', 'entries.csv', 'entries.xlsx'])(
    'is imported again as it is, and changes nothing: %s',
    async (file) => {
      const own = await begin(here);
      await filled(here, own);
      await filled(here);
      const again = await imported(here, file.split('.')[0] ?? '', await exported(here, file), boss);
      expect(again).toMatchObject({ rejected: [] });
      expect(again.accepted).toBe(again.unchanged);
      expect(again.unchanged).toBeGreaterThan(1);
    },
  );

  it('goes into an empty installation, in order, with its ids and sums', async () => {
    const from = await testApp({}, november);
    const own = await begin(from);
    await from.call('POST', '/api/plan/objectives', { name: 'Común', plan: 'Plan estatal' }, boss);
    const { id: responsible } = await stakeholderOf(from, own);
    await lineOf(from, own, { objective: 'municipality.comun', responsible, stage: 'capacity-building' });
    const lines = [await filled(from, own), await filled(from)];
    const into = await testApp({}, november);
    for (const kind of ['localities', 'stakeholders', 'commitments', 'lines', 'entries']) {
      const report = await imported(into, kind, await exported(from, `${kind}.xlsx`), boss);
      expect([kind, report.rejected]).toEqual([kind, []]);
    }
    for (const { id } of lines) expect(await sums(into, id)).toEqual(await sums(from, id));
    const plan = await planOf(into, own);
    expect(plan.lines.map(({ id }) => id)).toEqual((await planOf(from, own)).lines.map(({ id }) => id));
    expect((await planOf(into)).objectives).toMatchObject([{ name: 'Común', plan: 'Plan estatal' }]);
    // Who entered it, and when, is whoever brought it here: these two columns are the last.
    const told = async (app: TestApp, kind: string, columns: number) =>
      (await exported(app, `${kind}.csv`))
        .toString()
        .split('\r\n')
        .map((row) => row.split(',').slice(0, -columns || undefined));
    expect(await told(into, 'lines', 0)).toEqual(await told(from, 'lines', 0));
    expect(await told(into, 'entries', 2)).toEqual(await told(from, 'entries', 2));
    expect(await items(into, '/api/localities')).toHaveLength(1);
    // Whoever goes on here gets the next numbers.
    const [first] = lines;
    expect((await enter(into, first?.id ?? '', { on: '2026-11-01', quantity: 1 }, boss)).status).toBe(201);
  });
});
