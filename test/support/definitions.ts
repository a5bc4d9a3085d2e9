import * as z from 'zod';
import type { Programme } from '../../domain/programme.ts';
import { type Definition, localityProgress } from '../../workflows/locality-progress.ts';

const Retrier = z.looseObject({ ErrorEquals: z.array(z.string()), MaxAttempts: z.int() });
const Catcher = z.looseObject({ ErrorEquals: z.array(z.string()), Next: z.string() });

/** A state of a definition, as far as tests look at it. */
export const State = z.looseObject({
  Type: z.string(),
  Resource: z.string().optional(),
  Parameters: z.looseObject({ Payload: z.record(z.string(), z.unknown()).optional() }).optional(),
  TimeoutSeconds: z.int().optional(),
  TimeoutSecondsPath: z.string().optional(),
  Retry: z.array(Retrier).optional(),
  Catch: z.array(Catcher).optional(),
  Choices: z.array(z.looseObject({ Next: z.string() })).optional(),
  Default: z.string().optional(),
  Next: z.string().optional(),
  Branches: z
    .array(z.looseObject({ StartAt: z.string(), States: z.record(z.string(), z.unknown()) }))
    .optional(),
});
export type State = z.infer<typeof State>;

export const arns = {
  openStage: 'arn:aws:lambda:us-east-1:000000000000:function:open',
  armGate: 'arn:aws:lambda:us-east-1:000000000000:function:arm',
  handOver: 'arn:aws:lambda:us-east-1:000000000000:function:hand-over',
};
export const definitionOf = (programme: Programme) => localityProgress(programme, arns);

type Graph = Pick<Definition, 'StartAt'> & { States: Record<string, unknown> };

/** The states of one level of a definition. */
export const level = ({ States }: Graph): [string, State][] =>
  Object.entries(States).map(([name, state]) => [name, State.parse(state)]);

/** The definition and the branches of its parallel states: each is a graph of its own. */
export const graphs = (definition: Graph): Graph[] => [
  definition,
  ...level(definition).flatMap(([, { Branches = [] }]) => Branches.flatMap(graphs)),
];

/** Every state of a definition, branches included. */
export const allStates = (definition: Graph) => graphs(definition).flatMap(level);

/** The states that may follow a state. */
export const following = ({ Next, Default, Choices = [], Catch = [] }: State): string[] =>
  [Next, Default, ...[...Choices, ...Catch].map((one) => one.Next)].flatMap((name) => name ?? []);
