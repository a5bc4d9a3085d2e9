import { describe, expect, it } from 'vitest';
import { deeds } from '../support/history.ts';
import { digests, person, promise, promised, sweptAndSent, tasks } from '../support/reminders.ts';
import { testApp } from '../support/test-app.ts';
import { begin } from '../support/walk.ts';

describe('19: the scheduler misses a day, or three', () => {
  it('the next sweep makes up for them once', async () => {
    const here = await testApp({}, '2026-01-12T15:00:00Z');
    const place = await begin(here);
    await person(here, 'rosa');
    // Rungs on Tuesday and Wednesday, and another on Saturday, which waits for Monday.
    const id = await promise(here, place, 'rosa', '2026-01-14');
    here.pass(3);
    await sweptAndSent(here);
    expect(digests(here)).toHaveLength(1);
    expect(digests(here)[0]?.text).toContain('venció hace 1 día');
    expect(await promised(here, id)).toMatchObject({ remindedOn: '2026-01-15', remindOn: '2026-01-19' });
    await sweptAndSent(here);
    expect(digests(here)).toHaveLength(1);
  });

  it('what falls on a weekend or a holiday goes out once on the next working day', async () => {
    const here = await testApp({}, '2026-01-30T15:00:00Z');
    const place = await begin(here);
    await person(here, 'rosa');
    // Sunday; and Monday 2 February is a holiday.
    await promise(here, place, 'rosa', '2026-02-01');
    const days: number[] = [];
    for (let day = 0; day < 6; day += 1) {
      here.pass(1);
      days.push((await sweptAndSent(here)).digests);
    }
    // Saturday 31 January to Thursday 5 February: the rungs of Saturday and Sunday on Tuesday, that of +3 on Wednesday.
    expect(days).toEqual([0, 0, 0, 1, 1, 0]);
    expect(digests(here)).toHaveLength(2);
  });

  it('past the end of the ladder: told of once, and then the coordinator takes over', async () => {
    const here = await testApp({}, '2026-01-12T15:00:00Z');
    const place = await begin(here);
    await person(here, 'rosa');
    const id = await promise(here, place, 'rosa', '2026-01-12');
    here.pass(60);
    expect(await sweptAndSent(here)).toMatchObject({ digests: 1 });
    // Monday is a holiday.
    here.pass(4);
    expect(await sweptAndSent(here)).toMatchObject({ digests: 0, escalated: 1 });
    here.pass(7);
    expect(await sweptAndSent(here)).toMatchObject({ digests: 0, escalated: 0 });
    expect(await tasks(here)).toEqual([['escalated', '1', place]]);
    expect(await promised(here, id)).toMatchObject({ escalatedOn: '2026-03-17' });
    expect(await deeds(here, place)).toMatchObject({ 'commitment-escalated': 1 });
  });
});
