import * as z from 'zod';
import { taskId } from '../../domain/task.ts';
import { taskItem } from '../../store/tasks.ts';
import { writeAll } from '../../store/transaction.ts';
import type { TestApp } from './test-app.ts';
import { ana } from './walk.ts';

const Made = z.looseObject({ id: z.string(), version: z.number() });

/** A stakeholder of a locality, recorded by its coordinator. */
export async function stakeholderOf(office: TestApp, locality: string, some: object = {}) {
  const body = {
    name: 'Rosa Pérez',
    sector: 'school',
    email: 'rosa@example.org',
    localities: [locality],
    ...some,
  };
  return Made.parse((await office.call('POST', '/api/stakeholders', body, ana)).body);
}

/** A commitment in the matrix of a locality. */
export async function commitmentOf(office: TestApp, locality: string, some: object = {}) {
  const body = { action: 'Pintar la escuela', dueOn: '2026-03-02', ...some };
  const answer = await office.call('POST', `/api/localities/${locality}/commitments`, body, ana);
  return Made.parse(answer.body);
}

/** The id of a task about the first commitment of a locality: somebody is to be told in person. */
export async function taskOf(office: TestApp, locality: string): Promise<string> {
  const task = { kind: 'tell-in-person', subject: '1', locality, since: '2026-01-12T15:00:00.000Z' } as const;
  await writeAll(office.table, [taskItem(office.table, task)]);
  return taskId(task);
}
