import { describe, expect, it } from 'vitest';
import { digests, person, promise, promised, sweptAndSent } from '../support/reminders.ts';
import { testApp } from '../support/test-app.ts';
import { begin } from '../support/walk.ts';

const reminders = { hour: 8, ladder: [0], weekly: 0, workingDaysOnly: false };

/** Sweeps at an instant in a municipality, with something due on a day; answers the day on which it was told of. */
async function toldOn(timeZone: string, at: string, dueOn: string) {
  const here = await testApp({ timeZone, reminders }, '2026-01-05T12:00:00Z');
  const place = await begin(here);
  await person(here, 'rosa');
  const id = await promise(here, place, 'rosa', dueOn);
  here.pass((Date.parse(at) - here.clock().getTime()) / 86_400_000);
  await sweptAndSent(here);
  return { told: (await promised(here, id)).remindedOn, text: digests(here)[0]?.text };
}

describe('20: midnight, daylight saving, a municipality in another zone', () => {
  it.each([
    // Ciudad Juárez keeps daylight saving, as El Paso does: from 8 March to 1 November 2026.
    ['America/Ciudad_Juarez', '2026-03-09T05:59:00Z', '2026-03-09', undefined],
    ['America/Ciudad_Juarez', '2026-03-09T06:00:00Z', '2026-03-09', '2026-03-09'],
    ['America/Ciudad_Juarez', '2026-03-08T06:59:00Z', '2026-03-08', undefined],
    ['America/Ciudad_Juarez', '2026-03-08T07:00:00Z', '2026-03-08', '2026-03-08'],
    ['America/Ciudad_Juarez', '2026-11-02T06:59:00Z', '2026-11-02', undefined],
    ['America/Ciudad_Juarez', '2026-11-02T07:00:00Z', '2026-11-02', '2026-11-02'],
    // Mexico City has kept none since 2022, Tijuana is another zone, and Cancún a third.
    ['America/Mexico_City', '2026-07-15T05:59:00Z', '2026-07-15', undefined],
    ['America/Mexico_City', '2026-07-15T06:00:00Z', '2026-07-15', '2026-07-15'],
    ['America/Tijuana', '2026-07-15T06:59:00Z', '2026-07-15', undefined],
    ['America/Cancun', '2026-07-15T05:00:00Z', '2026-07-15', '2026-07-15'],
  ])('in %s at %s, what is due on %s is told of on %s', async (zone, at, dueOn, expected) => {
    const { told, text } = await toldOn(zone, at, dueOn);
    expect(told).toBe(expected);
    if (expected) expect(text).toContain('vence hoy');
  });
});
