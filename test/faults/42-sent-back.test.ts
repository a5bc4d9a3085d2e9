import { beforeAll, describe, expect, it } from 'vitest';
import { audited } from '../support/audited.ts';
import { exported, imported, items } from '../support/files.ts';
import { filledApp } from '../support/filled-app.ts';
import { historyOf } from '../support/history.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { boss, locality } from '../support/walk.ts';

const files = [
  'localities.csv',
  'localities.xlsx',
  'localities.geojson',
  'stakeholders.csv',
  'stakeholders.xlsx',
  'commitments.csv',
  'commitments.xlsx',
];
const kindOf = (file: string) => file.split('.')[0] ?? '';

let filled: Awaited<ReturnType<typeof filledApp>>;
beforeAll(async () => {
  filled = await filledApp();
});

/** All that is there, with every history. */
async function everything(here: TestApp) {
  const localities = await items(here, '/api/localities');
  return {
    localities,
    stakeholders: await items(here, '/api/stakeholders'),
    commitments: await Promise.all(
      localities.map(({ id }) => items(here, `/api/localities/${id}/commitments`)),
    ),
    histories: await Promise.all(localities.map(({ id }) => historyOf(here, id))),
  };
}

describe('42: an export sent back as it is', () => {
  it.each(files)('changes nothing and is refused nothing, updating or adding: %s', async (file) => {
    const { here } = filled;
    const before = await everything(here);
    const sent = await exported(here, file);
    const update = await imported(here, kindOf(file), sent, { query: '?mode=update' });
    expect(update).toMatchObject({ created: 0, updated: 0, differences: [], rejected: [] });
    expect(update.unchanged).toBe(update.accepted);
    expect(update.accepted).toBeGreaterThan(0);
    const cleared = await imported(here, kindOf(file), sent, { query: '?mode=update&blank=clear' });
    expect(cleared).toMatchObject({ updated: 0, differences: [], rejected: [] });
    const added = await imported(here, kindOf(file), sent);
    expect(added).toEqual({
      accepted: update.accepted,
      unchanged: update.accepted,
      rejected: [],
      dryRun: false,
    });
    expect(await everything(here)).toEqual(before);
  });

  it('after somebody’s data were erased does not bring them back, and says so', async () => {
    const { here, people } = filled;
    const csv = `id,name,sector,email\n${people.luz},Luz,school,luz@example.org\n`;
    for (const query of ['', '?mode=update']) {
      const report = await imported(here, 'stakeholders', csv, { query });
      expect(report).toMatchObject({
        accepted: 1,
        unchanged: 1,
        rejected: [],
        warnings: [{ row: 2, column: 'id' }],
      });
    }
    const { status, body } = await here.call('GET', `/api/stakeholders/${people.luz}`, undefined, boss);
    expect([status, body.name]).toEqual([200, undefined]);
  });
});

describe('42: an export sent to an empty installation', () => {
  it.each(['csv', 'xlsx', 'geojson'])('goes in whole, kind after kind, from %s', async (format) => {
    const { here, places, people } = filled;
    const other = await testApp();
    const taken = async (file: string) => imported(other, kindOf(file), await exported(here, file));
    const table = format === 'geojson' ? 'csv' : format;
    const localities = await taken(`localities.${format}`);
    expect(localities).toMatchObject({ accepted: 4, unchanged: 0, rejected: [] });
    await other.settle();
    expect((await locality(other, places.active)).status).toBe('active');
    expect((await locality(other, places.completed)).status).toBe('active');
    const told = localities.warnings?.filter(({ column }) => column === 'status') ?? [];
    expect(told.map(({ message }) => /«(.+)»/.exec(message)?.[1]).sort()).toEqual([
      'closed',
      'completed',
      'on-hold',
    ]);

    const stakeholders = await taken(`stakeholders.${table}`);
    expect(stakeholders).toMatchObject({ unchanged: 0, rejected: [] });
    const commitments = await taken(`commitments.${table}`);
    expect(commitments).toMatchObject({ unchanged: 0, rejected: [] });
    const lost = commitments.warnings?.filter(({ column }) => column !== 'id') ?? [];
    expect(lost.filter(({ column }) => column === 'evidence')).toHaveLength(1);
    expect(lost.filter(({ message }) => message.includes(people.luz)).length).toBeGreaterThan(0);

    // What the export of one says, that of the other says too, but for whom nothing is known of any more and the way gone.
    const lines = async (app: TestApp, file: string) =>
      (await exported(app, file))
        .toString()
        .replaceAll(people.luz, '')
        .replace(/ \| (?=")/g, '');
    expect(await lines(other, 'stakeholders.csv')).toBe(await lines(here, 'stakeholders.csv'));
    const matrix = async (app: TestApp) => {
      const shown = await items(app, `/api/localities/${places.active}/commitments`);
      return shown.map(({ id, action, status, progress, dueOn, budget, note, policyArea }) => ({
        ...{ id, action, status, progress, dueOn, budget, note, policyArea },
      }));
    };
    expect(await matrix(other)).toEqual(await matrix(here));
    if (format === 'geojson') {
      const shape = async (app: TestApp, id: string) =>
        (await app.call('GET', `/api/localities/${id}`, undefined, boss)).body.geometry;
      expect(await shape(other, places.active)).toBeDefined();
      for (const id of [places.active, places.closed])
        expect(await shape(other, id)).toEqual(await shape(here, id));
    }
    // The same files again change nothing, and the records are whole.
    for (const file of [`localities.${format}`, `stakeholders.${table}`, `commitments.${table}`])
      expect(
        await imported(other, kindOf(file), await exported(other, file), { query: '?mode=update' }),
      ).toMatchObject({
        updated: 0,
        created: 0,
        rejected: [],
      });
    expect((await audited(other)).findings).toEqual([]);
  });

  it('is refused by an id that Etapas does not make, that somebody else has, or that is out of turn', async () => {
    const { here, places } = filled;
    const refused = async (kind: string, csv: string) =>
      (await imported(here, kind, csv, { query: '?mode=update' })).rejected.map(({ column }) => column);
    expect(await refused('localities', 'id,name,programme\nnowhere,Nueva,convivir-mejor\n')).toEqual(['id']);
    expect(await refused('stakeholders', 'id,name,sector\nnobody,Nadie,school\n')).toEqual(['id']);
    expect(
      await refused('commitments', `id,locality,action\n${places.active}.9,${places.active},Nueva\n`),
    ).toEqual(['id']);
    const luis = { user: 'luis@juarez.example', role: 'coordinator' as const };
    const csv = `id,name,programme\n${places.active},Nueva,convivir-mejor\n`;
    expect((await imported(here, 'localities', csv, luis)).rejected).toMatchObject([{ column: 'id' }]);
  });
});
