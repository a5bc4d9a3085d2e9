import * as z from 'zod';
import type { Response } from './test-app.ts';

const Problem = z.strictObject({
  type: z.string(),
  title: z.string().min(1),
  status: z.int(),
  detail: z.string().min(1),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string().min(1) })).optional(),
  missing: z
    .array(z.strictObject({ criterion: z.string(), key: z.string(), what: z.string(), activity: z.string() }))
    .optional(),
});

/** A response that must be a problem as RFC 9457 has it: its status, the end of its type, and the paths it names. */
export function problemOf({ status, headers, body }: Response) {
  const problem = Problem.parse(body);
  if (problem.status !== status) throw new Error(`answered ${status}, but told of ${problem.status}`);
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8')
    throw new Error(`not a problem: ${headers['content-type']}`);
  const code = problem.type.replace('/problems/', '');
  return { ...problem, code, paths: problem.errors?.map(({ path }) => path) };
}
