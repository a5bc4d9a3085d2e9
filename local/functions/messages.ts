import * as z from 'zod';

/** What a worker is started with. */
export const WorkerData = z.object({
  name: z.string(),
  arn: z.string(),
  folder: z.string(),
  handler: z.string(),
  memoryMegabytes: z.number(),
  clock: z.instanceof(SharedArrayBuffer),
  logFile: z.string(),
});
export type WorkerData = z.infer<typeof WorkerData>;

/** Events and results cross as JSON texts, as they do in the cloud: no dates, no undefined, nothing shared. */
export const Call = z.object({ id: z.string(), event: z.string(), milliseconds: z.number() });
export type Call = z.infer<typeof Call>;

/** How Lambda describes what a function threw. */
export const Thrown = z.object({
  errorType: z.string(),
  errorMessage: z.string(),
  trace: z.array(z.string()),
});
export type Thrown = z.infer<typeof Thrown>;

export const Reply = z.union([
  z.object({ id: z.string(), result: z.string() }),
  z.object({ id: z.string(), thrown: Thrown }),
]);
export type Reply = z.infer<typeof Reply>;
