import * as z from 'zod';
import { EnteredDate } from '../../domain/calendar.ts';
import { Problem } from '../../domain/errors.ts';
import { policies } from '../../domain/policies.ts';
import { Swept, sweep, sweepDependencies } from '../events/sweep.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

/** POST /api/sweeps: what the schedule does every day, done now; of another day only what it would do. */
export const runSweep = route({
  method: 'POST',
  path: '/api/sweeps',
  summary: 'Write the reminders of a day',
  policy: policies.sweep.run,
  params: noInput,
  query: noInput,
  body: z.strictObject({ on: EnteredDate.optional(), dryRun: z.boolean().default(false) }),
  responses: { 200: Swept },
  run: ({ table, municipality, programmes, moment, clock }: ApiDependencies) => {
    const run = sweep(sweepDependencies(table, municipality, programmes, clock));
    return async ({ body: { on, dryRun } }) => {
      const { today } = moment();
      // Today's sweep catches up on missed days; another day's would send what is not due, or a second mail on one day.
      if (on && on !== today && !dryRun)
        throw new Problem('invalid-request', { errors: [{ path: 'on', message: 'only-dry-run' }] });
      return { response: { status: 200, body: await run(on ?? today, { dryRun }) } };
    };
  },
});
