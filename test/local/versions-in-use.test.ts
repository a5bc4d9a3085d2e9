import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { StartupError } from '../../local/startup-error.ts';
import { checkVersionsInUse, versionsDeployed } from '../../local/versions-in-use.ts';
import { seed, seedling } from '../support/seed.ts';
import { freshTable } from '../support/table.ts';
import { newFolder } from './fixture/machine.ts';

const convivir = { id: 'convivir-mejor', version: 1 };
const survey = { id: 'convivencia', version: 1 };
const deployed = { programme: [convivir], questionnaire: [survey] };

/** A table with three localities, two of which walk a version that was never released. */
async function usedTable() {
  const table = await freshTable();
  const [first, second, third] = ['a', 'b', 'c'].map((id) => seedling(id));
  if (!first || !second || !third) throw new Error('there are three');
  const programme = { ...convivir, version: 7 };
  await seed({ table }, [first, { ...second, programme }, { ...third, programme }]);
  return table;
}

test('a programme version that localities walk and that is missing is refused by name, with their count', async () => {
  const table = await usedTable();
  await expect(checkVersionsInUse(table, deployed)).rejects.toThrow(
    new StartupError(
      'programme convivir-mejor v7 is missing, and 2 localities of the table walk it: bring ' +
        'workflows/programmes/convivir-mejor.v7.yaml back. Or begin anew with --fresh, or elsewhere with --data',
    ),
  );
  const both = { ...deployed, programme: [convivir, { ...convivir, version: 7 }] };
  await expect(checkVersionsInUse(table, both)).resolves.toBeUndefined();
});

test('a questionnaire version that surveys were read by and that is missing is refused by name', async () => {
  const table = await freshTable();
  await seed({ table }, [seedling('a')]);
  await table.client.send(
    new PutCommand({
      TableName: table.name,
      Item: { pk: 'LOCALITY#a', sk: 'SURVEY#baseline', entity: 'survey', summary: { questionnaire: survey } },
    }),
  );
  await expect(checkVersionsInUse(table, { ...deployed, questionnaire: [] })).rejects.toThrow(
    /^questionnaire convivencia v1 is missing, and 1 locality of the table needs it to read its surveys/,
  );
  await expect(checkVersionsInUse(table, deployed)).resolves.toBeUndefined();
});

test('a table that nobody has written to, and functions that know of no programmes, are not refused', async () => {
  await expect(checkVersionsInUse(await freshTable(), { programme: [] })).resolves.toBeUndefined();
  await expect(checkVersionsInUse(await usedTable(), {})).resolves.toBeUndefined();
});

test('what is deployed is read from the files beside the bundles', () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'programmes.json'), JSON.stringify([{ ...convivir, stages: [] }]));
  expect(versionsDeployed([{ folder: join(folder, 'sub') }, { folder }])).toEqual({
    programme: [convivir],
    questionnaire: undefined,
  });
});
