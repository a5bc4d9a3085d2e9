import { beforeAll, describe, expect, it } from 'vitest';
import { exported, imported, items } from '../support/files.ts';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, luis, vera } from '../support/walk.ts';

const polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [-106.5, 31.7],
      [-106.4, 31.7],
      [-106.4, 31.8],
      [-106.5, 31.7],
    ],
  ],
};
const everything = async (here: TestApp) => ({
  localities: await items(here, '/api/localities'),
  stakeholders: await items(here, '/api/stakeholders'),
});

let here: TestApp;
let locality: string;
beforeAll(async () => {
  here = await testApp();
  locality = await begin(here);
  const body = { name: 'Riberas', programme: 'red-conectate', code: '=1+1', geometry: polygon };
  await here.call('POST', '/api/localities', body, ana);
  const { id } = await stakeholderOf(here, locality, {
    name: "'=cmd|' /C calc'!A0",
    organization: '@SUM(1)',
  });
  await stakeholderOf(here, locality, { name: 'Luis', email: undefined, level: 'municipal' });
  await commitmentOf(here, locality, {
    action: '+52 656: llamar',
    responsible: id,
    policyArea: 'health',
    note: 'una\nnota; con | de todo',
    budget: { amount: 1_234.5, currency: 'USD' },
  });
  await commitmentOf(here, locality, { action: 'Sin fecha', dueOn: undefined });
});

describe('an export', () => {
  it.each([
    'localities.csv',
    'localities.xlsx',
    'localities.geojson',
    'stakeholders.csv',
    'stakeholders.xlsx',
    'commitments.csv',
    'commitments.xlsx',
  ])('is imported again as it is, and changes nothing: %s', async (file) => {
    const [kind = ''] = file.split('.');
    const before = await everything(here);
    const again = await imported(here, kind, await exported(here, file));
    expect(again).toEqual({ accepted: 2, unchanged: 2, rejected: [], dryRun: false });
    expect(await everything(here)).toEqual(before);
  });

  it('holds no cell that a spreadsheet would compute', async () => {
    for (const file of ['localities.csv', 'stakeholders.csv', 'commitments.csv']) {
      const csv = (await exported(here, file)).toString().replace(/^\uFEFF/, '');
      expect(csv.split(/,|\r?\n/).filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([]);
    }
  });

  it('that was changed does not overwrite what is there: it is rejected by the cell', async () => {
    const csv = (await exported(here, 'stakeholders.csv')).toString().replace('municipal', 'federal');
    expect(await imported(here, 'stakeholders', csv)).toMatchObject({
      accepted: 0,
      rejected: [{ column: 'level' }],
    });
  });

  it('holds what the caller may see, and addresses for those who may see them', async () => {
    expect((await exported(here, 'stakeholders.csv', ana)).toString()).toContain('rosa@example.org');
    expect((await exported(here, 'stakeholders.csv', vera)).toString()).not.toContain('@example.org');
    for (const kind of ['localities', 'stakeholders', 'commitments'])
      expect((await exported(here, `${kind}.csv`, luis)).toString().trim().split('\n')).toHaveLength(1);
  });

  it('of one locality holds what belongs to it alone, for whoever may see it', async () => {
    const own = await testApp();
    const [one, other] = [await begin(own), await begin(own)];
    for (const [locality, name] of [
      [one, 'Rosa'],
      [other, 'Beto'],
    ] as const) {
      const { id: responsible } = await stakeholderOf(own, locality, { name });
      await commitmentOf(own, locality, { action: `Promesa de ${name}`, responsible });
    }
    for (const kind of ['commitments', 'stakeholders', 'localities']) {
      const file = `${kind}.csv?locality=${one}`;
      const text = (await exported(own, file, ana)).toString();
      expect(text.trim().split('\n'), kind).toHaveLength(2);
      expect(text).not.toContain('Beto');
      const refused = await own.call('GET', `/api/exports/${file}`, undefined, luis);
      expect(refused.status).toBe(404);
    }
  });

  it('is there for kinds and formats that make sense', async () => {
    for (const file of ['stakeholders.geojson', 'visits.csv', 'localities.pdf', 'localities'])
      expect((await here.call('GET', `/api/exports/${file}`, undefined, ana)).status).toBe(404);
  });
});

describe('an import', () => {
  it('says plainly what is wrong with a cell: blank, no date, no choice, no address', async () => {
    const own = await testApp();
    const said = async (kind: string, csv: string) => {
      const { rejected } = await imported(own, kind, csv, ana);
      return rejected.map(({ row, column, message }) => `${row} ${column}: ${message}`);
    };
    const day = 'no es una fecha; escríbala como 2026-12-05 o 05/12/2026';
    const choice = (names: string) =>
      `no es ninguna de las opciones; escriba su nombre como aparece en Etapas: ${names}`;
    const statuses = choice('Pendiente, En proceso, Cumplido, Cancelado');
    const sectors = choice('Social, Escolar, Gubernamental, Empresarial, Religioso, Comunitario');
    const place = await begin(own);
    expect(await said('commitments', `locality,action,fecha,estado\n${place},,45/45/2027,Volando\n`)).toEqual(
      [`2 action: falta este dato`, `2 dueOn: ${day}`, `2 status: ${statuses}`],
    );
    expect(await said('stakeholders', 'name,sector,email\nRosa,,rosa@\nBeto,naval,\n')).toEqual([
      '2 sector: falta este dato',
      '2 email: no es un correo completo, como nombre@ejemplo.mx',
      `3 sector: ${sectors}`,
    ]);
  });

  it('of localities starts their workflows, and takes the importer for coordinator', async () => {
    const own = await testApp();
    const csv = 'Colonia;Programa;Población\nAnapra;Convivir Mejor;4,200\nFelipe Ángeles;convivir-mejor;\n';
    expect(await imported(own, 'localities', csv, ana)).toMatchObject({ accepted: 2 });
    await own.settle();
    expect(await items(own, '/api/localities')).toMatchObject([
      {
        name: 'Anapra',
        population: 4_200,
        coordinators: [ana.user],
        current: [{ stage: 'capacity-building' }],
      },
      { name: 'Felipe Ángeles' },
    ]);
  });

  it('of commitments finds people by address or name, and asks who is meant where there are two', async () => {
    const own = await testApp();
    const place = await begin(own);
    await stakeholderOf(own, place, { name: 'Rosa Pérez' });
    await stakeholderOf(own, place, { name: 'rosa perez', email: 'otra@example.org', sector: 'social' });
    const csv = (who: string) =>
      `localidad,acción,responsable,fecha límite,presupuesto,área\nANAPRA,Pintar,${who},05/12/2026,"$ 1,200.50",Salud\n`;
    expect(await imported(own, 'commitments', csv('Rosa Perez'))).toMatchObject({
      accepted: 0,
      rejected: [{ row: 2, column: 'responsible' }],
    });
    expect(await imported(own, 'commitments', csv('OTRA@example.org'))).toMatchObject({ accepted: 1 });
    expect(await items(own, `/api/localities/${place}/commitments`)).toMatchObject([
      {
        action: 'Pintar',
        sector: 'social',
        dueOn: '2026-12-05',
        policyArea: 'health',
        budget: { amount: 1_200.5, currency: 'MXN' },
      },
    ]);
  });

  it('of commitments into localities that are somebody else’s, or over, is rejected by the locality', async () => {
    const own = await testApp();
    const place = await begin(own);
    const csv = `locality,action\n${place},Pintar\n`;
    expect(await imported(own, 'commitments', csv, luis)).toMatchObject({
      rejected: [{ row: 2, column: 'locality' }],
    });
    await own.call('POST', `/api/localities/${place}/gate/decisions`, { outcome: 'close', reason: 'x' }, ana);
    expect(await imported(own, 'commitments', csv, ana)).toMatchObject({
      rejected: [{ row: 2, column: 'locality' }],
    });
  });

  it('may say once for all rows what none of them says', async () => {
    const own = await testApp();
    const query = '?programme=convivir-mejor';
    expect(await imported(own, 'localities', 'name\nAnapra\n', { query })).toMatchObject({ accepted: 1 });
    expect(
      await imported(own, 'commitments', 'action\nPintar\n', { query: '?locality=anapra' }),
    ).toMatchObject({
      accepted: 1,
    });
  });
});
