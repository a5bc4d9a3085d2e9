import { describe, expect, it } from 'vitest';
import { audited } from '../support/audited.ts';
import { exported, imported, items, send } from '../support/files.ts';
import { deeds, historyOf } from '../support/history.ts';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { problemOf } from '../support/problems.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, decide, locality, luis, seeing, stages } from '../support/walk.ts';

const update = (here: TestApp, kind: string, file: string | Uint8Array, query = '', who = ana) =>
  imported(here, kind, file, { ...who, query: `?mode=update${query}` });
const dryRun = (here: TestApp, kind: string, file: string, query = '') =>
  update(here, kind, file, `&dryRun=true${query}`);
const one = async (here: TestApp, path: string) => (await here.call('GET', path, undefined, boss)).body;
const csvOf = async (here: TestApp, file: string) => String(await exported(here, file));

describe('42: an update', () => {
  it('says in its dry run what each row would change, field by field, and writes nothing', async () => {
    const here = await testApp();
    const place = await begin(here);
    const { id: rosa } = await stakeholderOf(here, place);
    await commitmentOf(here, place, { responsible: rosa, budget: { amount: 500, currency: 'USD' } });
    const before = await historyOf(here, place);
    const csv = `id,locality,action,responsible,fecha,presupuesto,estado,nota
${place}.1,Anapra,Pintar la barda,,15/03/2026,"1,200.50",En proceso,
,Anapra,Barrer,rosa@example.org,,,,
`;
    expect(await dryRun(here, 'commitments', csv)).toMatchObject({
      accepted: 2,
      unchanged: 0,
      created: 1,
      updated: 1,
      rejected: [],
      differing: 4,
      differences: [
        { field: 'action', before: 'Pintar la escuela', after: 'Pintar la barda' },
        { field: 'dueOn', before: '2026-03-02', after: '2026-03-15' },
        { field: 'budgetAmount', before: '500', after: '1200.5' },
        { field: 'status', before: 'pending', after: 'in-progress' },
      ].map((difference) => ({ row: 2, id: `${place}.1`, name: 'Pintar la escuela', ...difference })),
      dryRun: true,
    });
    expect(await historyOf(here, place)).toEqual(before);

    expect(await update(here, 'commitments', csv)).toMatchObject({ accepted: 2, created: 1, updated: 1 });
    expect(await items(here, `/api/localities/${place}/commitments`)).toMatchObject([
      {
        action: 'Pintar la barda',
        responsible: rosa,
        dueOn: '2026-03-15',
        budget: { amount: 1_200.5, currency: 'USD' },
        status: 'in-progress',
      },
      { action: 'Barrer', responsible: rosa },
    ]);
    expect(await update(here, 'commitments', csv)).toMatchObject({ unchanged: 2, created: 0, updated: 0 });
    expect((await audited(here)).findings).toEqual([]);
  });

  it('of many commitments leaves a line for each, and records that are whole', async () => {
    const here = await testApp();
    const place = await begin(here);
    const rows = Array.from({ length: 60 }, (_, at) => `Anapra,Acción ${at},2026-03-02`).join('\n');
    await imported(here, 'commitments', `locality,action,dueOn\n${rows}\n`, ana);
    const csv = (await csvOf(here, 'commitments.csv')).replaceAll('2026-03-02', '2026-04-06');
    expect(await update(here, 'commitments', csv)).toMatchObject({ updated: 60, unchanged: 0, rejected: [] });
    const matrix = await items(here, `/api/localities/${place}/commitments?limit=100`);
    expect(matrix.map(({ dueOn }) => dueOn)).toEqual(Array(60).fill('2026-04-06'));
    expect(await deeds(here, place)).toMatchObject({ 'commitment-edited': 60 });
    expect((await audited(here)).findings).toEqual([]);
    const { id, version } = await locality(here, place);
    const edited = await here.call('PATCH', `/api/localities/${id}`, { population: 7 }, seeing(ana, version));
    expect(edited.status).toBe(200);
  });

  it('of the addresses of many people tells each old one, and records are whole', async () => {
    const here = await testApp();
    const place = await begin(here);
    const rows = Array.from(
      { length: 40 },
      (_, at) => `Persona ${at},social,p${at}@ejemplo.example,${place}`,
    );
    await imported(here, 'stakeholders', `name,sector,email,localities\n${rows.join('\n')}\n`, ana);
    const csv = (await csvOf(here, 'stakeholders.csv')).replaceAll('@ejemplo.example', '@otro.example');
    expect(await update(here, 'stakeholders', csv)).toMatchObject({
      updated: 40,
      unchanged: 0,
      rejected: [],
    });
    await here.settle();
    const told = here.mails.filter(({ outbox }) => outbox.includes('address-changed')).map(({ to }) => to);
    expect(new Set(told).size).toBe(40);
    expect((await audited(here)).findings).toEqual([]);
  });

  it('finds what it means by its particulars where a file has no ids, and asks where it fits two', async () => {
    const here = await testApp();
    const place = await begin(here);
    const { version } = await locality(here, place);
    await here.call('PATCH', `/api/localities/${place}`, { code: '0803700012345' }, seeing(ana, version));
    const csv = 'nombre,programa,habitantes\nANAPRA,Convivir Mejor,5100\n';
    expect(await update(here, 'localities', csv)).toMatchObject({
      updated: 1,
      created: 0,
      differences: [
        { id: place, name: 'Anapra', field: 'name' },
        { field: 'population', after: '5100' },
      ],
    });
    await stakeholderOf(here, place, { name: 'Juan', email: 'uno@example.org' });
    await stakeholderOf(here, place, { name: 'Juan', email: 'dos@example.org' });
    const people = 'name,sector,organization\nJuan,school,Escuela 2\n';
    expect(await update(here, 'stakeholders', people)).toMatchObject({
      rejected: [{ row: 2, column: 'name' }],
    });
    const told = 'name,sector,email,organization\nJuan,school,dos@example.org,Escuela 2\n';
    expect(await update(here, 'stakeholders', told)).toMatchObject({
      updated: 1,
      differences: [{ field: 'organization', before: null, after: 'Escuela 2' }],
    });
    expect((await audited(here)).findings).toEqual([]);
  });

  it('takes a blank cell for nothing said, or for what is to be taken away where that was asked', async () => {
    const here = await testApp();
    const place = await begin(here);
    const { id } = await stakeholderOf(here, place, { organization: 'Escuela 1' });
    const csv = `id,name,sector,organization,email,localities\n${id},Rosa Pérez,,,,\n`;
    expect(await update(here, 'stakeholders', csv)).toMatchObject({
      unchanged: 1,
      updated: 0,
      differences: [],
    });
    const report = await update(here, 'stakeholders', csv, '&blank=clear');
    expect(report.differences).toMatchObject([
      { field: 'organization', before: 'Escuela 1', after: null },
      { field: 'email', before: 'rosa@example.org', after: null },
      { field: 'localities', before: place, after: null },
    ]);
    const shown = await one(here, `/api/stakeholders/${id}`);
    expect(shown).toMatchObject({ name: 'Rosa Pérez', sector: 'school', localities: [] });
    expect(shown).not.toHaveProperty('email');
    expect(shown).not.toHaveProperty('organization');
    expect((await audited(here)).findings).toEqual([]);
  });

  it('with one row that cannot be taken changes nothing, unless the others are wanted', async () => {
    const here = await testApp();
    const place = await begin(here);
    await commitmentOf(here, place);
    await commitmentOf(here, place, { action: 'Barrer' });
    const csv = `id,action,dueOn\n${place}.1,Pintar la escuela,2026-05-04\n${place}.2,Barrer,nunca\n`;
    expect(await update(here, 'commitments', csv)).toMatchObject({
      accepted: 0,
      updated: 0,
      rejected: [{ row: 3, column: 'dueOn' }],
    });
    expect((await items(here, `/api/localities/${place}/commitments`))[0]).toMatchObject({
      dueOn: '2026-03-02',
    });
    expect(await update(here, 'commitments', csv, '&partial=true')).toMatchObject({
      accepted: 1,
      updated: 1,
    });
    expect((await items(here, `/api/localities/${place}/commitments`))[0]).toMatchObject({
      dueOn: '2026-05-04',
    });
  });

  it('of what is over is refused by the locality, and what it says as it is beside it is not', async () => {
    const here = await testApp();
    const place = await begin(here);
    await commitmentOf(here, place);
    await commitmentOf(here, place, { action: 'Barrer' });
    await decide(here, place, { outcome: 'close' }, ana);
    const csv = await csvOf(here, 'commitments.csv');
    expect(await update(here, 'commitments', csv)).toMatchObject({ unchanged: 2, rejected: [] });
    expect(await update(here, 'commitments', csv.replace('Barrer', 'Trapear'))).toMatchObject({
      accepted: 0,
      rejected: [{ row: 3, column: 'locality' }],
    });
    // Its particulars may still be corrected, as on its own page.
    expect(await update(here, 'localities', `id,name,population\n${place},Anapra,12\n`)).toMatchObject({
      updated: 1,
    });
    // Nothing moves to another locality by a file.
    const other = await begin(here, 'convivir-mejor', 'Riberas');
    const moved = `id,locality,action\n${place}.1,${other},Pintar la escuela\n`;
    expect(await update(here, 'commitments', moved)).toMatchObject({
      rejected: [{ row: 2, column: 'locality' }],
    });
  });

  it('replaces a territory, and tells it in one line', async () => {
    const here = await testApp();
    const place = await begin(here);
    const map = (east: number) =>
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { id: place, name: 'Anapra' },
            geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [-106.5, 31.7],
                  [east, 31.7],
                  [east, 31.71],
                  [-106.5, 31.7],
                ],
              ],
            },
          },
        ],
      });
    expect(await update(here, 'localities', map(-106.49))).toMatchObject({
      updated: 1,
      differences: [{ field: 'geometry', before: null, after: 'Polygon (4): -106.5, 31.7, -106.49, 31.71' }],
    });
    expect(await update(here, 'localities', map(-106.49))).toMatchObject({ unchanged: 1, updated: 0 });
    expect(await imported(here, 'localities', map(-106.48))).toMatchObject({
      rejected: [{ row: 1, column: 'geometry' }],
    });
    expect(await update(here, 'localities', map(-106.48))).toMatchObject({ updated: 1 });
    expect((await audited(here)).findings).toEqual([]);
    expect((await stages(here, place)).length).toBeGreaterThan(0);
  });

  it('names nobody to a coordinator of other localities, and changes nothing of theirs', async () => {
    const here = await testApp();
    const place = await begin(here);
    const { id } = await stakeholderOf(here, place);
    await commitmentOf(here, place, { responsible: id });
    const files = {
      localities: `id,name,programme\n${place},Otra,convivir-mejor\n`,
      stakeholders: `id,name,sector\n${id},Otra,school\n`,
      commitments: `id,locality,action\n${place}.1,${place},Otra\n`,
    };
    for (const [kind, csv] of Object.entries(files)) {
      const { accepted, rejected, differences } = await update(here, kind, csv, '&dryRun=true', luis);
      expect([accepted, differences], kind).toEqual([0, []]);
      expect(rejected.length, kind).toBeGreaterThan(0);
    }
  });

  it('is done only as it was shown: what has changed since its dry run makes it stale', async () => {
    const here = await testApp();
    const place = await begin(here);
    const { id, version } = await commitmentOf(here, place);
    const csv = `id,action,dueOn\n${id},Pintar la escuela,2026-05-04\n`;
    const { plan } = await dryRun(here, 'commitments', csv);
    await here.call('PATCH', `/api/commitments/${id}`, { dueOn: '2026-04-06' }, seeing(ana, version));
    const query = `?mode=update&plan=${plan}`;
    expect(problemOf(await send(here, 'commitments', csv, { ...ana, query }))).toMatchObject({
      status: 412,
      code: 'stale-version',
    });
    expect(await one(here, `/api/commitments/${id}`)).toMatchObject({ dueOn: '2026-04-06' });
    const again = await dryRun(here, 'commitments', csv);
    expect(again.differences).toMatchObject([{ before: '2026-04-06', after: '2026-05-04' }]);
    expect(await update(here, 'commitments', csv, `&plan=${again.plan}`)).toMatchObject({ updated: 1 });
  });

  it('larger than one transaction is accepted only on what was read', async () => {
    const here = await testApp();
    const rows = Array.from({ length: 150 }, (_, at) => `Persona ${at},school`).join('\n');
    await imported(here, 'stakeholders', `name,sector\n${rows}\n`);
    const csv = (await csvOf(here, 'stakeholders.csv')).replaceAll(',school,', ',social,');
    const { plan } = await imported(here, 'stakeholders', csv, { query: '?mode=update&dryRun=true' });
    const [last] = (await items(here, '/api/stakeholders?limit=200')).slice(-1);
    // Somebody else is faster, while the pages of the file are laid ready.
    const { client } = here.table;
    const through = client.send.bind(client);
    let isLaid = false;
    const slower: typeof client.send = async (...request: [never]) => {
      const command: object = request[0];
      if (command.constructor.name === 'PutCommand' && !isLaid) {
        isLaid = true;
        const path = `/api/stakeholders/${last?.id}`;
        const edited = await here.call(
          'PATCH',
          path,
          { sector: 'business' },
          seeing(boss, Number(last?.version)),
        );
        expect(edited.status).toBe(200);
      }
      return through(...request);
    };
    client.send = slower;
    const query = `?mode=update&plan=${plan}`;
    const answer = await send(here, 'stakeholders', csv, { query });
    client.send = through;
    expect([isLaid, problemOf(answer).code]).toEqual([true, 'stale-version']);
    const sectors: string[] = [];
    for await (const { stakeholder } of here.api.stakeholders.all()) sectors.push(stakeholder.sector);
    expect(sectors).toEqual([...Array(149).fill('school'), 'business']);
    expect((await audited(here)).findings).toEqual([]);
  });

  it.each(['commitments', 'stakeholders', 'localities'])(
    'that races with another change of the same is decided on it, and nothing is half done: %s',
    async (kind) => {
      const here = await testApp();
      const place = await begin(here);
      const { id: rosa } = await stakeholderOf(here, place);
      const { id: promise } = await commitmentOf(here, place);
      const about = {
        commitments: {
          path: `/api/commitments/${promise}`,
          csv: `id,action,note\n${promise},Pintar la escuela,uno\n`,
          body: { note: 'dos' },
        },
        stakeholders: {
          path: `/api/stakeholders/${rosa}`,
          csv: `id,name,sector,organization\n${rosa},Rosa Pérez,school,uno\n`,
          body: { organization: 'dos' },
        },
        localities: {
          path: `/api/localities/${place}`,
          csv: `id,name,population\n${place},Anapra,1\n`,
          body: { population: 2 },
        },
      }[kind];
      if (!about) throw new Error(kind);
      const version = Number((await one(here, about.path)).version);
      const [taken, edited] = await Promise.all([
        send(here, kind, about.csv, { ...ana, query: '?mode=update' }),
        here.call('PATCH', about.path, about.body, seeing(ana, version)),
      ]);
      expect(taken.status).toBe(200);
      expect([200, 412]).toContain(edited.status);
      const last = await update(here, kind, about.csv, '&dryRun=true');
      expect(last.updated === 0 || edited.status === 200).toBe(true);
      expect((await audited(here)).findings).toEqual([]);
    },
  );

  it('larger than one transaction is finished, all of it, when it is killed on the way', async () => {
    const here = await testApp();
    const place = await begin(here);
    const rows = Array.from({ length: 150 }, (_, at) => `Persona ${at},school,${place}`).join('\n');
    await imported(here, 'stakeholders', `name,sector,localities\n${rows}\n`);
    const csv = (await csvOf(here, 'stakeholders.csv')).replaceAll(',school,', ',social,');
    const { client } = here.table;
    const through = client.send.bind(client);
    let count = 0;
    const failing: typeof client.send = (...request: [never]) => {
      const command: object = request[0];
      if (command.constructor.name === 'TransactWriteCommand') {
        count += 1;
        if (count > 2) throw new Error('killed');
      }
      return through(...request);
    };
    client.send = failing;
    expect((await send(here, 'stakeholders', csv, { query: '?mode=update' })).status).toBe(500);
    client.send = through;
    await here.reconcile();
    const sectors: string[] = [];
    for await (const { stakeholder } of here.api.stakeholders.all()) sectors.push(stakeholder.sector);
    expect(sectors).toEqual(Array(150).fill('social'));
    expect(await update(here, 'stakeholders', csv, '', boss)).toMatchObject({ unchanged: 150, updated: 0 });
    expect((await audited(here)).findings).toEqual([]);
  });
});
