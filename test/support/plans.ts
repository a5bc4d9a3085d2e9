import * as z from 'zod';
import { EntryView } from '../../functions/api/entry-view.ts';
import { GroupView } from '../../functions/api/group-view.ts';
import { LineView, ObjectiveView } from '../../functions/api/line-view.ts';
import { SessionView } from '../../functions/api/session-view.ts';
import type { Call, TestApp } from './test-app.ts';
import { ana, boss } from './walk.ts';

/** A line as it may be sent: services by kind and sex, through 2025 and the first weeks of 2026. */
export const line = (some: object = {}) => ({
  name: 'Atención a víctimas',
  unit: 'servicios',
  target: 100,
  from: '2025-01-01',
  to: '2026-12-31',
  rhythm: 'month',
  breakdown: [
    { key: 'kind', values: ['legal', 'psicológica'] },
    { key: 'sex', values: ['female', 'male'] },
  ],
  ...some,
});

/** A line in the plan of a locality of Ana's; without one, in that of the municipality. */
export async function lineOf(here: TestApp, locality?: string, some: object = {}) {
  const body = line({ locality, ...some });
  return LineView.parse((await here.call('POST', '/api/plan/lines', body, locality ? ana : boss)).body);
}

export const lineAt = async (here: TestApp, id: string) =>
  LineView.parse((await here.call('GET', `/api/plan/lines/${id}`, undefined, boss)).body);

export const enter = (here: TestApp, id: string, body: object, who: Call = ana) =>
  here.call('POST', `/api/plan/lines/${id}/entries`, body, who);

/** A session of a locality of Ana's, on a day that has passed; without a locality, of the municipality. */
export async function sessionOf(here: TestApp, locality?: string, some: object = {}) {
  const body = { locality, kind: 'meeting', on: '2026-01-09', ...some };
  return SessionView.parse((await here.call('POST', '/api/sessions', body, locality ? ana : boss)).body);
}

/** A group of a locality of Ana's; without a locality, of the municipality. */
export async function groupOf(here: TestApp, locality?: string, some: object = {}) {
  const body = { locality, kind: 'replicators', name: 'Promotoras', formedOn: '2025-11-03', ...some };
  return GroupView.parse((await here.call('POST', '/api/groups', body, locality ? ana : boss)).body);
}

/** So much of a line, which it takes. */
export async function entryOf(here: TestApp, id: string, some: object = {}, who: Call = ana) {
  const { body } = await enter(here, id, { on: '2026-01-05', quantity: 3, ...some }, who);
  return EntryView.parse(body);
}

/** A plan as it is answered. */
export const PlanLinesAndObjectives = z.object({
  objectives: z.array(ObjectiveView),
  lines: z.array(LineView),
});
