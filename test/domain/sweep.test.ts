import { array, assert, boolean, integer, property, record, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/calendar.ts';
import { answerCommitment, createCommitment } from '../../domain/commands/commitments.ts';
import {
  askedOn,
  handToCoordinator,
  isSweepDay,
  isWrittenTo,
  reminded,
} from '../../domain/commands/sweep.ts';
import { type Commitment, NewCommitment } from '../../domain/commitment.ts';
import { ReminderSettings, type Reminders } from '../../domain/reminder-settings.ts';
import { ladderOf } from '../../domain/reminders.ts';
import type { Stakeholder } from '../../domain/stakeholder.ts';
import { officialCalendar } from '../../domain/work-calendar.ts';
import { caller, created, moment } from '../support/factories.ts';

const start = '2026-01-12';
const { locality } = created();
const rosa: Stakeholder = {
  id: 'rosa',
  sector: 'school',
  language: 'es',
  localities: [],
  reachable: true,
  linkVersion: 1,
  createdAt: moment().now,
  createdBy: 'ana',
  revision: 1,
  headHash: '',
};
const settingsOf = (some: Partial<ReminderSettings>): Reminders => ({
  ...ReminderSettings.parse(some),
  calendar: officialCalendar,
});
const promised = (dueOn: string, settings: Reminders): Commitment => {
  const command = NewCommitment.parse({ action: 'Pintar', responsible: 'rosa', dueOn });
  return createCommitment(command, {
    locality,
    responsible: rosa,
    caller: caller(),
    reminders: settings,
    moment: moment(start),
  }).commitment;
};

const ladders = record({
  ladder: uniqueArray(integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 6 }).map((days) =>
    days.toSorted((a, b) => a - b),
  ),
  weekly: integer({ min: 0, max: 3 }),
  workingDaysOnly: boolean(),
}).map(settingsOf);
const dues = integer({ min: -10, max: 40 }).map((days) => addDays(start, days));
const missed = array(boolean(), { minLength: 120, maxLength: 120 });

/** Sweeps day by day, except on those that are missed, twice on each; answers the days of the reminders. */
function year(settings: Reminders, dueOn: string, gone: boolean[], doneOn?: string) {
  let one = promised(dueOn, settings);
  const reminders: string[] = [];
  let escalated: string | undefined;
  const sweeps: string[] = [];
  for (let day = 0; day < gone.length; day += 1) {
    const on = addDays(start, day);
    if (on === doneOn && !one.escalatedOn)
      one =
        answerCommitment(
          one,
          { answer: 'fulfilled', note: undefined },
          { locality, reminders: settings, moment: moment(on) },
        )?.commitments?.[0] ?? one;
    if (gone[day] || !isSweepDay(on, settings)) continue;
    sweeps.push(on);
    for (let time = 0; time < 2; time += 1) {
      const asked = askedOn(on, one, locality, settings);
      if (asked === 'remind') {
        reminders.push(on);
        one = reminded(one, on, settings);
      }
      if (asked === 'escalate') {
        escalated = on;
        const at = { locality, commitment: one, settings };
        one = handToCoordinator('escalated', at, moment(on)).commitments?.[0] ?? one;
      }
    }
  }
  return { reminders, escalated, sweeps };
}

/** The first sweep on or after a day. */
const next = (sweeps: string[], day: string) => sweeps.find((on) => on >= day);

describe('the ladder', () => {
  it('each rung reminds exactly once, on the first day that is swept, and never twice a day', () => {
    assert(
      property(ladders, dues, missed, (settings, dueOn, gone) => {
        const { reminders, sweeps } = year(settings, dueOn, gone);
        const rungs = ladderOf(dueOn, settings).reminders.filter((day) => day >= start);
        const expected = new Set(rungs.flatMap((day) => next(sweeps, day) ?? []));
        expect(reminders).toEqual([...expected].sort());
      }),
    );
  });

  it('ends in one task for the coordinator, after the last reminder', () => {
    assert(
      property(ladders, dues, missed, (settings, dueOn, gone) => {
        const { reminders, escalated, sweeps } = year(settings, dueOn, gone);
        const last = reminders.at(-1);
        const from =
          [ladderOf(dueOn, settings).escalation, last ? addDays(last, 1) : start].sort().at(-1) ?? '';
        const allTold = ladderOf(dueOn, settings).reminders.every((day) => day < start || next(sweeps, day));
        expect(escalated).toBe(allTold ? next(sweeps, from) : undefined);
      }),
    );
  });

  it('is silent once the promise is kept', () => {
    assert(
      property(ladders, dues, missed, integer({ min: 0, max: 119 }), (settings, dueOn, gone, day) => {
        const doneOn = addDays(start, day);
        const { reminders } = year(settings, dueOn, gone, doneOn);
        expect(reminders.filter((on) => on >= doneOn)).toEqual([]);
      }),
    );
  });

  it('has its days off, if the municipality says so', () => {
    assert(
      property(ladders, dues, missed, (settings, dueOn, gone) => {
        const days = year({ ...settings, workingDaysOnly: true }, dueOn, gone).reminders;
        expect(days.filter((on) => !officialCalendar.isWorkingDay(on))).toEqual([]);
      }),
    );
  });
});

describe('a day asks', () => {
  const settings = settingsOf({});
  const due = promised('2026-01-12', settings);

  it.each([
    ['remind', {}, 'active'],
    ['wait', {}, 'on-hold'],
    ['stop', {}, 'closed'],
    ['stop', {}, 'completed'],
    ['stop', { status: 'cancelled' }, 'active'],
    ['stop', { responsible: undefined }, 'active'],
    ['nothing', { remindOn: '2026-01-13' }, 'active'],
    ['nothing', { remindOn: undefined }, 'active'],
    ['escalate', { dueOn: '2025-10-01' }, 'active'],
  ] as const)('%s of a commitment %o in a locality that is %s', (asked, some, status) => {
    expect(askedOn(start, { ...due, ...some }, { status }, settings)).toBe(asked);
  });

  it('nothing by mail of somebody without an address, who asked for no more, or whose data were erased', () => {
    expect(isWrittenTo(rosa)).toBe(true);
    const suppressed = { reason: 'unsubscribed', at: moment().now } as const;
    for (const some of [{ reachable: false }, { suppressed }, { erasedOn: start }])
      expect(isWrittenTo({ ...rosa, ...some })).toBe(false);
    expect(isWrittenTo(undefined)).toBe(false);
  });
});
