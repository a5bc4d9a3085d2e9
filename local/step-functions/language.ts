import * as z from 'zod';

/**
 * The part of the Amazon States Language that the runner honours, as the cloud would. What is missing (JSONata, Wait,
 * Map, heartbeats, other services than Lambda) is refused by name when a definition is read.
 */

const Path = z.string().nullable();
const common = {
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONPath').optional(),
  InputPath: Path.optional(),
  OutputPath: Path.optional(),
};
const result = { ResultPath: Path.optional(), ResultSelector: z.unknown().optional() };
const next = { Next: z.string().optional(), End: z.literal(true).optional() };

const Retry = z.array(
  z.strictObject({
    Comment: z.string().optional(),
    ErrorEquals: z.array(z.string()).min(1),
    IntervalSeconds: z.number().optional(),
    MaxAttempts: z.number().optional(),
    MaxDelaySeconds: z.number().optional(),
    BackoffRate: z.number().optional(),
    JitterStrategy: z.enum(['NONE', 'FULL']).optional(),
  }),
);
const Catch = z.array(
  z.strictObject({
    Comment: z.string().optional(),
    ErrorEquals: z.array(z.string()).min(1),
    Next: z.string(),
    ResultPath: Path.optional(),
  }),
);
const recovery = { Retry: Retry.default([]), Catch: Catch.default([]) };

/** Parameters of `lambda:invoke`. */
export const Invocation = z.strictObject({
  FunctionName: z.string(),
  Payload: z.unknown().optional(),
  'Payload.$': z.string().optional(),
});

export const Task = z.strictObject({
  Type: z.literal('Task'),
  Resource: z.string(),
  Parameters: z.unknown().optional(),
  TimeoutSeconds: z.number().int().min(1).optional(),
  TimeoutSecondsPath: z.string().optional(),
  ...common,
  ...result,
  ...next,
  ...recovery,
});
export type Task = z.infer<typeof Task>;

interface Branch {
  Comment?: string;
  StartAt: string;
  States: Record<string, State>;
}

const Parallel = z.strictObject({
  Type: z.literal('Parallel'),
  Parameters: z.unknown().optional(),
  Branches: z.array(z.lazy(() => Branch)),
  ...common,
  ...result,
  ...next,
  ...recovery,
});

const Choice = z.strictObject({
  Type: z.literal('Choice'),
  Choices: z.array(z.record(z.string(), z.unknown())),
  Default: z.string().optional(),
  ...common,
});
const Pass = z.strictObject({
  Type: z.literal('Pass'),
  Parameters: z.unknown().optional(),
  Result: z.unknown().optional(),
  ResultPath: Path.optional(),
  ...common,
  ...next,
});
const Succeed = z.strictObject({ Type: z.literal('Succeed'), ...common });
const Fail = z.strictObject({
  Type: z.literal('Fail'),
  Comment: z.string().optional(),
  Error: z.string().optional(),
  ErrorPath: z.string().optional(),
  Cause: z.string().optional(),
  CausePath: z.string().optional(),
});

const State = z.discriminatedUnion('Type', [Task, Parallel, Choice, Pass, Succeed, Fail], {
  error: ({ input }) =>
    `the local runner has no state of the type ${String(z.object({ Type: z.unknown() }).safeParse(input).data?.Type)}`,
});
export type State = z.infer<typeof State>;
const States = z.record(z.string(), State);
const Branch: z.ZodType<Branch> = z.strictObject({
  Comment: z.string().optional(),
  StartAt: z.string(),
  States,
});

export const Definition = z.strictObject({
  Comment: z.string().optional(),
  Version: z.string().optional(),
  QueryLanguage: z.literal('JSONPath').optional(),
  StartAt: z.string(),
  TimeoutSeconds: z.number().int().min(1).optional(),
  States,
});
export type Definition = z.infer<typeof Definition>;
