import { beforeAll, describe, expect, it } from 'vitest';
import { type Survey, surveyItems } from '../../store/surveys.ts';
import { writeAll } from '../../store/transaction.ts';
import { loggedLines } from '../support/logged.ts';
import { problemOf } from '../support/problems.ts';
import { seed, seedling } from '../support/seed.ts';
import { testApp } from '../support/test-app.ts';

const lines = loggedLines();
const boss = { user: 'director', role: 'administrator' } as const;
const missing = { status: 503, code: 'version-missing' };

let here: Awaited<ReturnType<typeof testApp>>;
beforeAll(async () => {
  here = await testApp();
  const stray = seedling('stray');
  await seed(here, [{ ...stray, programme: { ...stray.programme, version: 9 } }, seedling('asked')]);
});

describe('a version that is in use and not deployed is a problem with a name, never a bare 500', () => {
  it.each(['', '/stages', '/dossier.pdf'])('of the programme: GET /api/localities/{id}%s', async (part) => {
    const answer = await here.call('GET', `/api/localities/stray${part}`, undefined, boss);
    expect(problemOf(answer)).toMatchObject(missing);
    expect(JSON.stringify(answer.body)).not.toContain('v9');
    // Whoever runs the installation is told which one.
    expect(lines.findLast((line) => line.includes('version missing'))).toContain('convivir-mejor v9');
  });

  it('of the questionnaire: the evaluation of surveys that were read by it', async () => {
    const summary = {
      questionnaire: { id: 'convivencia', version: 9 },
      rows: 0,
      designed: false,
      items: {},
    };
    const imported = { importedBy: boss.user, importedAt: '2026-01-12T15:00:00.000Z' };
    const survey: Survey = { wave: 'baseline', checksum: '0'.repeat(64), columns: [], summary, ...imported };
    await writeAll(here.table, surveyItems(here.table, 'asked', survey, []));
    const answer = await here.call('GET', '/api/localities/asked/evaluation', undefined, boss);
    expect(problemOf(answer)).toMatchObject(missing);
  });

  it('only where it is needed: other localities are answered as before', async () => {
    expect((await here.call('GET', '/api/localities/asked', undefined, boss)).status).toBe(200);
  });
});
