import { expect, it } from 'vitest';
import { enterStage } from '../../domain/locality.ts';
import { convivirMejor } from '../support/programmes.ts';
import { seed, seedling } from '../support/seed.ts';
import { testApp } from '../support/test-app.ts';
import { boss, luis } from '../support/walk.ts';

it('the portfolio counts localities by status, health and stage, and lists what falls due next', async () => {
  const here = await testApp({}, '2026-02-05T18:00:00Z');
  await seed(here, [
    seedling('late', { openedOn: '2025-11-03' }),
    seedling('soon', { openedOn: '2026-01-12' }),
    seedling('calm', { openedOn: '2026-02-04' }),
    seedling('held', { status: 'on-hold', openedOn: '2025-11-03' }),
    enterStage(seedling('next'), convivirMejor, 'implementation'),
    seedling('done', { status: 'completed', position: undefined }),
    seedling('shut', { status: 'closed', position: undefined, coordinators: ['luis@juarez.example'] }),
    ...Array.from({ length: 10 }, (_, at) => seedling(`also-${at}`, { openedOn: '2026-02-04' })),
  ]);
  const { body } = await here.call('GET', '/api/portfolio', undefined, boss);
  expect(body).toMatchObject({
    localities: 17,
    status: { active: 14, 'on-hold': 1, completed: 1, closed: 1 },
    health: { 'on-track': 12, 'due-soon': 1, overdue: 1 },
  });
  expect(body.stages).toContainEqual({
    programme: 'convivir-mejor',
    stage: 'capacity-building',
    localities: 14,
  });
  expect(body.stages).toContainEqual({ programme: 'convivir-mejor', stage: 'implementation', localities: 1 });
  expect(body.stages).toContainEqual({ programme: 'red-conectate', stage: 'social-cohesion', localities: 0 });
  expect(body.nextDue).toHaveLength(10);
  expect(body.nextDue).toMatchObject([
    { locality: 'late', stage: 'capacity-building', targetOn: '2025-12-02' },
    { locality: 'soon', targetOn: '2026-02-10' },
    { targetOn: '2026-03-04' },
    ...Array.from({ length: 7 }, () => ({})),
  ]);
  const own = await here.call('GET', '/api/portfolio', undefined, luis);
  expect(own.body).toMatchObject({ localities: 1, status: { active: 0, closed: 1 }, nextDue: [] });
});
