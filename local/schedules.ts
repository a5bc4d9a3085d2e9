import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Cron } from 'croner';
import * as z from 'zod';
import type { Activity } from './activity.ts';
import type { ScheduleSpec } from './assembly/specs.ts';
import type { Clock } from './clock.ts';
import type { Functions } from './functions/functions.ts';
import type { Settings } from './journal.ts';
import { messageOf, StartupError } from './startup-error.ts';

const units = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const Unit = z.enum(['minute', 'hour', 'day']);
const attempts = 3;

/** Milliseconds of `rate(1 hour)`. */
function rateOf(expression: string): number | undefined {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  return count === undefined ? undefined : Number(count) * units[Unit.parse(unit)];
}

/** A field of EventBridge's as croner writes it: `?` is any, and steps from a number on need an end. */
const field = (text: string, last: number) =>
  text.replace('?', '*').replace(/(?<![-\d])(\d+)\/(\d+)/g, `$1-${last}/$2`);

/** Days of the week count from 1 for Sunday in EventBridge and from 0 in croner. */
const weekdays = (text: string) => text.replace(/(?<![/\d])\d/g, (day) => String(Number(day) - 1));

/** EventBridge's six fields (minutes, hours, day of month, month, day of week, year) as the five of croner. */
function cronOf({ name, expression, timeZone }: ScheduleSpec): Cron {
  const fields = /^cron\(([^)]*)\)$/.exec(expression)?.[1]?.split(' ') ?? [];
  const [minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year] = fields;
  const special = /[LW#]/.test(dayOfMonth + dayOfWeek.replace(/[A-Z]{3}/g, ''));
  if (fields.length !== 6 || year !== '*' || special)
    throw new StartupError(`schedule ${name}: the local runner does not know ${expression}`);
  const pattern = [
    field(minutes, 59),
    field(hours, 23),
    field(dayOfMonth, 31),
    field(month, 12),
    field(weekdays(dayOfWeek), 6),
  ].join(' ');
  try {
    return new Cron(pattern, { timezone: timeZone, paused: true });
  } catch (error) {
    throw new StartupError(`schedule ${name}: ${expression}: ${messageOf(error)}`);
  }
}

export interface SchedulesOptions {
  specs: ScheduleSpec[];
  region: string;
  functions: Functions;
  settings: Settings;
  clock: Clock;
  activity: Activity;
  failed: (error: unknown) => void;
}

/** The event a target gets: the schedule's own input with its placeholders filled in, or Scheduler's usual one. */
function eventFor({ name, input }: ScheduleSpec, region: string, instant: number): unknown {
  const arn = `arn:aws:scheduler:${region}:000000000000:schedule/default/${name}`;
  const time = new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
  const id = randomUUID();
  const usual = JSON.stringify({
    version: '0',
    id,
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: '000000000000',
    time,
    region,
    resources: [arn],
    detail: '{}',
  });
  const filled = (input ?? usual)
    .replaceAll('<aws.scheduler.scheduled-time>', time)
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.execution-id>', id)
    .replaceAll('<aws.scheduler.attempt-number>', '1');
  return JSON.parse(filled);
}

/**
 * EventBridge Scheduler on the movable clock. A `rate` schedule fires once at every start, as a new one does in the
 * cloud. A `cron` schedule whose time passed while the machine was off fires once: what is due at eight in the morning
 * must not be lost because the machine is switched on at nine.
 * @returns resolves when what fires at the start is done
 * @throws Refusal for an expression that is not known here
 */
export async function startSchedules({ specs, ...options }: SchedulesOptions): Promise<void> {
  const { region, functions, settings, clock, activity, failed } = options;

  const call = (spec: ScheduleSpec, instant: number) =>
    activity.during(async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          await functions.invoke(spec.functionArn, eventFor(spec, region, instant));
          return;
        } catch (error) {
          if (attempt === attempts) return failed(error);
          await pause(100 * attempt);
        }
      }
    });

  const follow = (spec: ScheduleSpec, cron: Cron, after: number) => {
    const next = cron.nextRun(new Date(after))?.getTime();
    if (next === undefined) return;
    clock.at(next, () => {
      const instant = Math.max(next, clock.now());
      settings.set(`schedule.${spec.name}`, instant);
      // The time after this one, not after the one that was due: several that were missed are caught up by one.
      follow(spec, cron, instant);
      return call(spec, next);
    });
  };

  const first: Promise<void>[] = [];
  for (const spec of specs) {
    const period = rateOf(spec.expression);
    if (period === undefined) {
      const name = `schedule.${spec.name}`;
      const kept = settings.get(name, z.number());
      if (kept === undefined) settings.set(name, clock.now());
      follow(spec, cronOf(spec), kept ?? clock.now());
    } else {
      first.push(call(spec, clock.now()));
      clock.every(period, () => call(spec, clock.now()));
    }
  }
  await Promise.all(first);
}
