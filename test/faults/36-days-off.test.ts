import { describe, expect, it } from 'vitest';
import { DaysOff } from '../../domain/days-off.ts';
import { pagesOf } from '../links/pages.ts';
import { digests, person, promise, promised, sweptAndSent } from '../support/reminders.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, seeing } from '../support/walk.ts';

/** Sweeps every day at eight in the morning, and answers on which days somebody was written to, with what it said. */
async function toldOn(here: TestApp, days: number): Promise<[string, string][]> {
  const told: [string, string][] = [];
  for (let day = 0; day < days; day += 1) {
    const before = digests(here).length;
    await sweptAndSent(here);
    for (const { subject } of digests(here).slice(before))
      told.push([here.clock().toISOString().slice(0, 10), subject]);
    here.pass(1);
  }
  return told;
}

async function promisedIn(dueOn: string, from: string, calendar: object = {}) {
  const here = await testApp({ calendar: DaysOff.parse(calendar) }, `${from}T15:00:00Z`);
  const place = await begin(here);
  await person(here, 'rosa');
  const id = await promise(here, place, 'rosa', dueOn);
  return { here, place, id };
}

const local = { holidays: [{ on: '03-19', name: 'San José' }] };

describe('36: what falls on a day off before the date is told before it, on a working day', () => {
  it.each([
    ['a Sunday', '2026-03-08', '2026-03-02', {}, ['2026-03-06', '2026-03-11', '2026-03-17']],
    // Monday 16 March is the holiday of the 21st; the rung of the day before falls on a Sunday.
    ['an official holiday', '2026-03-16', '2026-03-10', {}, ['2026-03-13', '2026-03-19', '2026-03-23']],
    [
      'Good Friday',
      '2026-04-03',
      '2026-03-30',
      { holyWeek: true },
      ['2026-04-01', '2026-04-06', '2026-04-10'],
    ],
    ['a local feast', '2026-03-19', '2026-03-17', local, ['2026-03-18', '2026-03-23', '2026-03-26']],
    [
      'a recess',
      '2026-07-22',
      '2026-07-16',
      { recess: [{ from: '2026-07-20', to: '2026-07-31', name: 'Receso' }] },
      ['2026-07-17', '2026-08-03'],
    ],
  ])('due on %s', async (_, dueOn, from, calendar, days) => {
    const { here } = await promisedIn(dueOn, from, calendar);
    expect((await toldOn(here, 20)).map(([day]) => day).slice(0, days.length)).toEqual(days);
  });

  it('is reminded of on every day where the municipality says so', async () => {
    const here = await testApp({}, '2026-03-02T15:00:00Z');
    Object.assign(here.municipality.reminders, { workingDaysOnly: false });
    const place = await begin(here);
    await person(here, 'rosa');
    await promise(here, place, 'rosa', '2026-03-08');
    expect((await toldOn(here, 10)).map(([day]) => day)).toEqual(['2026-03-07', '2026-03-08', '2026-03-11']);
  });
});

describe('36: what is due on a day off is late only after the next working day', () => {
  it.each([
    ['a Saturday', '2026-03-07', '2026-03-09', '2026-03-10', {}],
    ['a Sunday before a holiday', '2026-03-15', '2026-03-17', '2026-03-18', {}],
    ['a local feast', '2026-03-19', '2026-03-20', '2026-03-21', local],
  ])('%s, on the page of a link', async (_, dueOn, lastDay, firstLate, calendar) => {
    const { here } = await promisedIn(dueOn, '2026-03-02', calendar);
    const link = await pagesOf(here).linkFor({ id: 'rosa', linkVersion: 1 });
    const isLateOn = async (day: string) => {
      here.pass((Date.parse(`${day}T15:00:00Z`) - here.clock().getTime()) / 86_400_000);
      return (await pagesOf(here).get(link)).html.includes('class="late"');
    };
    expect([await isLateOn(lastDay), await isLateOn(firstLate)]).toEqual([false, true]);
  });

  it('in the mail of that working day, too', async () => {
    const { here } = await promisedIn('2026-03-07', '2026-03-02');
    Object.assign(here.municipality.reminders, { ladder: [1, 3] });
    const told = await toldOn(here, 12);
    expect(told.map(([day]) => day).slice(0, 2)).toEqual(['2026-03-09', '2026-03-10']);
    const [monday, tuesday] = digests(here).map(({ text }) => text);
    expect(monday).toContain('hoy');
    expect(monday).not.toContain('venció');
    expect(tuesday).toContain('venció hace 3 días');
  });
});

describe('36: a date on a day off is told when it is chosen', () => {
  it.each([
    ['a Sunday', '2026-03-08', 'es', /es día inhábil.*después del .*9 de marzo/],
    ['a holiday', '2026-03-16', 'en', /is no working day.*until after .*17 March|March 17/],
    ['a local feast', '2026-03-19', 'es', /es día inhábil.*20 de marzo/],
  ])('%s, when it is entered and when it is changed', async (_, dueOn, language, said) => {
    const here = await testApp({ calendar: DaysOff.parse(local) });
    const place = await begin(here);
    const who = { ...ana, headers: { 'accept-language': language } };
    const path = `/api/localities/${place}/commitments`;
    const plain = await here.call('POST', path, { action: 'Podar', dueOn: '2026-03-10' }, who);
    expect([plain.status, plain.body.warnings]).toEqual([201, undefined]);
    const made = await here.call('POST', path, { action: 'Podar', dueOn }, who);
    const edited = await here.call(
      'PATCH',
      `/api/commitments/${plain.body.id}`,
      { dueOn },
      seeing(who, String(plain.body.version)),
    );
    for (const { body } of [made, edited])
      expect(body).toMatchObject({
        dueOn,
        warnings: [{ path: 'dueOn', message: expect.stringMatching(said) }],
      });
  });
});

describe('36: the plan goes by the days off of the municipality', () => {
  it('and its staff are told of them', async () => {
    const targets = async (calendar: object) => {
      const here = await testApp({ calendar: DaysOff.parse(calendar) }, '2026-03-30T15:00:00Z');
      const place = await begin(here);
      const { body } = await here.call('GET', `/api/localities/${place}`, undefined, ana);
      const me = await here.call('GET', '/api/me', undefined, ana);
      return { target: (body.current as { targetOn: string }[])[0]?.targetOn, me: me.body.municipality };
    };
    const usual = await targets({});
    const holy = await targets({ holyWeek: true });
    expect(Date.parse(String(holy.target)) - Date.parse(String(usual.target))).toBeGreaterThanOrEqual(
      2 * 86_400_000,
    );
    expect(holy.me).toMatchObject({ calendar: { holyWeek: true, holidays: [], recess: [] } });
  });
});

describe('36: the last reminder before a day off', () => {
  it('stands at its working day', async () => {
    const { here, id } = await promisedIn('2026-03-08', '2026-03-02');
    expect(await promised(here, id)).toMatchObject({ remindOn: '2026-03-06' });
  });
});
