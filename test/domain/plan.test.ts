import { describe, expect, it } from 'vitest';
import { enterStage, withGate } from '../../domain/locality.ts';
import { currentPlan, firstPlan } from '../../domain/plan.ts';
import { officialCalendar } from '../../domain/work-calendar.ts';
import { created, opened, twoStages } from '../support/factories.ts';

const standing = () => opened(created()).locality;

describe('the first plan', () => {
  it('lines the stages up from the day the locality began, each as long as its working days', () => {
    expect(firstPlan(twoStages, standing(), officialCalendar)).toEqual([
      { stage: 'prepare', startOn: '2026-01-12', targetOn: '2026-01-19' },
      { stage: 'act', startOn: '2026-01-19', targetOn: '2026-02-03' },
    ]);
  });
});

describe('the plan as it stands', () => {
  it('is the first plan while all goes well', () => {
    expect(currentPlan(twoStages, standing(), '2026-01-15', officialCalendar)).toEqual(
      firstPlan(twoStages, standing(), officialCalendar),
    );
  });

  it('begins today where the stage is not open yet', () => {
    const [first] = currentPlan(twoStages, created().locality, '2026-01-14', officialCalendar);
    expect(first).toEqual({ stage: 'prepare', startOn: '2026-01-14', targetOn: '2026-01-21' });
  });

  it('keeps a missed target, and moves every later stage by the days since', () => {
    const plan = currentPlan(twoStages, standing(), '2026-01-29', officialCalendar);
    expect(plan).toEqual([
      { stage: 'prepare', startOn: '2026-01-12', targetOn: '2026-01-19' },
      { stage: 'act', startOn: '2026-01-29', targetOn: officialCalendar.addWorkingDays('2026-01-29', 10) },
    ]);
  });

  it('moves later stages when a stage opens late', () => {
    const late = opened(created(), twoStages, { today: '2026-02-10', now: '2026-02-10T19:00:00.000Z' });
    const [first, second] = currentPlan(twoStages, late.locality, '2026-02-10', officialCalendar);
    expect(first).toMatchObject({ startOn: '2026-02-10', targetOn: '2026-02-17' });
    expect(second).toMatchObject({ startOn: '2026-02-17' });
  });

  it('of a stage with tracks reaches to the later of their targets', () => {
    const acting = opened({ ...created(), locality: enterStage(standing(), twoStages, 'act') }).locality;
    const slipped = withGate(acting, 'right', { targetOn: '2026-03-20' });
    expect(currentPlan(twoStages, slipped, '2026-01-20', officialCalendar)).toMatchObject([
      { stage: 'act', targetOn: '2026-03-20' },
    ]);
  });

  it('is empty once the programme is over', () => {
    const over = { ...standing(), status: 'completed' as const, position: undefined };
    expect(currentPlan(twoStages, over, '2026-03-01', officialCalendar)).toEqual([]);
  });
});
