import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/calendar.ts';
import type { Matter } from '../../domain/mail.ts';
import { Municipality } from '../../domain/municipality.ts';
import { ReminderSettings } from '../../domain/reminder-settings.ts';
import { nextReminder, reminderAhead } from '../../domain/reminders.ts';
import { digestSince, hasToSay, readersOf, sayingOf } from '../../domain/staff-digest.ts';
import { officialCalendar } from '../../domain/work-calendar.ts';
import { municipality } from '../support/settings.ts';

const on = '2026-01-14';

describe('how far ahead reminders are looked at', () => {
  it.each([
    [{}, 7],
    [{ ladder: [30], weekly: 0 }, 37],
    [{ ladder: [-30, 0] }, 7],
    [{ ladder: [0, 20], weekly: 2 }, 20],
    [{ ladder: [-3], weekly: 0 }, 7],
  ])('finds all that is late or due within a week, and no more than that needs: %j', (some, ahead) => {
    const settings = { ...ReminderSettings.parse(some), workingDaysOnly: false, calendar: officialCalendar };
    const next = Array.from({ length: 200 }, (_, at) => addDays(on, 7 - at))
      // Before it is reminded of today, and after.
      .flatMap((dueOn) => [on, addDays(on, 1)].map((from) => nextReminder(dueOn, from, settings)))
      // Beyond its ladder a commitment is a task.
      .filter((day) => day >= on);
    for (const day of next) expect(day <= addDays(on, reminderAhead(settings, 7, on))).toBe(true);
    expect(reminderAhead(settings, 7, on)).toBe(ahead);
  });
});

describe('who reads of a matter', () => {
  const office = municipality({
    administrators: ['presidencia@juarez.example'],
    escalation: { approversAfter: 2, administratorAfter: 3 },
  });
  const matter = (some: Partial<Matter> = {}): Matter => ({
    kind: 'gate-overdue',
    locality: { id: 'anapra', name: 'Anapra' },
    since: on,
    count: 1,
    ...some,
  });
  const readers = (one: Matter, day: string, coordinators = ['ana'], at = office) =>
    Object.fromEntries(readersOf(one, coordinators, at, day));
  const [ana, boss, head] = ['ana@juarez.example', 'direccion@juarez.example', 'presidencia@juarez.example'];

  it('is who coordinates, and by and by those above; Saturdays and Sundays do not count', () => {
    expect(readers(matter(), '2026-01-15')).toEqual({ [ana]: 'late' });
    expect(readers(matter(), '2026-01-16')).toEqual({ [ana]: 'late', [boss]: 'climbed' });
    expect(readers(matter(), '2026-01-18')).toEqual({ [ana]: 'late', [boss]: 'climbed' });
    expect(readers(matter(), '2026-01-19')).toEqual({ [ana]: 'late', [boss]: 'climbed', [head]: 'climbed' });
  });

  it('is nobody above where a matter has a ladder of its own', () => {
    for (const kind of ['commitment-due', 'missing-sectors'] as const)
      expect(Object.keys(readers(matter({ kind }), '2026-03-19'))).toEqual([ana]);
  });

  it('is told in one part only, also who is coordinator and approver', () => {
    expect(readers(matter(), '2026-01-19', ['direccion'])).toEqual({ [boss]: 'late', [head]: 'climbed' });
  });

  it('of a review is who decides it; who asked for it only where they may decide it too', () => {
    const review = matter({ kind: 'review-waiting', requestedBy: ana });
    expect(readers(review, on)).toEqual({ [boss]: 'reviews' });
    expect(readers(review, on, ['ana'], { ...office, fourEyes: false })).toEqual({
      [ana]: 'reviews',
      [boss]: 'reviews',
    });
  });
});

describe('a digest', () => {
  it('is due on working days: each, or once a week', () => {
    expect(digestSince('2026-01-14', 'daily', officialCalendar)).toBe('2026-01-14');
    expect(digestSince('2026-01-14', 'at-once', officialCalendar)).toBe('2026-01-14');
    expect(digestSince('2026-01-14', 'weekly', officialCalendar)).toBe('2026-01-12');
    expect(digestSince('2026-01-14', 'none', officialCalendar)).toBeUndefined();
    for (const off of ['2026-01-17', '2026-01-18', '2026-02-02', '2026-11-16'])
      expect(digestSince(off, 'daily', officialCalendar)).toBeUndefined();
  });

  it('has something to say that the last one of the week has not said', () => {
    expect(hasToSay(on, [], undefined)).toBe(false);
    expect(hasToSay(on, ['a'], undefined)).toBe(true);
    expect(hasToSay(on, ['a'], { on: '2026-01-12', told: ['a', 'b'] })).toBe(false);
    expect(hasToSay(on, ['a', 'c'], { on: '2026-01-12', told: ['a', 'b'] })).toBe(true);
    expect(hasToSay(on, ['a'], { on: '2026-01-09', told: ['a'] })).toBe(true);
  });

  it.each([
    {
      due: 'a working day',
      since: on,
      near: ['2026-01-08', '2026-01-13'],
      onTime: [on],
      late: ['2026-01-15', '2026-01-30'],
    },
    {
      due: 'a Saturday',
      since: '2026-01-17',
      near: ['2026-01-16'],
      onTime: ['2026-01-17', '2026-01-19'],
      late: ['2026-01-20', '2026-01-30'],
    },
    {
      due: 'the eve of a long weekend',
      since: '2026-01-31',
      near: ['2026-01-30'],
      onTime: ['2026-01-31', '2026-02-03'],
      late: ['2026-02-04'],
    },
  ])(
    'tells of a commitment due on $due when it comes near, is due and is late, not on the days between',
    ({ since, near, onTime, late }) => {
      const said = (day: string) =>
        sayingOf(
          'promises',
          { kind: 'commitment-due', locality: { id: 'x', name: 'X' }, since, count: 1 },
          day,
          officialCalendar,
        );
      const groups = [near, onTime, late].map((days) => new Set(days.map(said)));
      expect(groups.map(({ size }) => size)).toEqual([1, 1, 1]);
      expect(new Set(groups.flatMap((all) => [...all])).size).toBe(3);
    },
  );
});

it('what is late does not climb to the administrators before the approvers', () => {
  const settings = { ...municipality(), escalation: { approversAfter: 5, administratorAfter: 4 } };
  expect(Municipality.safeParse(settings).error?.issues.map(({ path }) => path)).toEqual([['escalation']]);
  expect(municipality().escalation).toEqual({ approversAfter: 5, administratorAfter: 10 });
});
