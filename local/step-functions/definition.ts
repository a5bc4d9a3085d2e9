import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { describeIssues } from '../assembly/resources.ts';
import type { StateMachineSpec } from '../assembly/specs.ts';
import { messageOf, StartupError } from '../startup-error.ts';
import { Definition, Invocation, type State, type Task } from './language.ts';
import type { ValidatedOnce } from './validated.ts';

/** How a Task state is carried out. */
export interface TaskPlan {
  /** `call`: the function is called directly; `invoke`: by `lambda:invoke`; `callback`: and then a token is awaited. */
  kind: 'call' | 'invoke' | 'callback';
  functionArn: string;
  timeoutSeconds?: number;
}

/** A state machine, ready to run. */
export interface Machine {
  spec: StateMachineSpec;
  interpreter: StateMachine;
  tasks: Map<string, TaskPlan>;
  /** The names of the states inside each Parallel state, however deep. */
  inside: Map<string, Set<string>>;
  retried: string[];
  timeoutSeconds?: number;
}

/**
 * The interpreter fires longer timers at once; the runner's clock keeps the true time-outs. Only a wait of 24 days in
 * one process, without a restart, ends by this one, as a time-out like any other.
 */
const longestTimerSeconds = 2_147_483;

const invoke = /^arn:aws:states:::lambda:invoke(\.waitForTaskToken)?$/;
const functionArn = /^arn:aws:lambda:[\w-]+:\d{12}:function:[\w-]+$/;

/** Every state of a definition by name, those of branches included. */
function* statesOf(states: Record<string, State>): Generator<[string, State]> {
  for (const [name, state] of Object.entries(states)) {
    yield [name, state];
    if (state.Type === 'Parallel') for (const branch of state.Branches) yield* statesOf(branch.States);
  }
}

function planOf(name: string, { Resource, Parameters, TimeoutSeconds }: Task): TaskPlan {
  if (functionArn.test(Resource))
    return { kind: 'call', functionArn: Resource, timeoutSeconds: TimeoutSeconds };
  const match = invoke.exec(Resource);
  if (!match) throw new StartupError(`${name}: the local runner has no task of the kind ${Resource}`);
  const invocation = Invocation.safeParse(Parameters);
  if (!invocation.success) throw new StartupError(`${name}: Parameters: ${describeIssues(invocation.error)}`);
  return {
    kind: match[1] ? 'callback' : 'invoke',
    functionArn: invocation.data.FunctionName,
    timeoutSeconds: TimeoutSeconds,
  };
}

function check(name: string, state: State) {
  if (state.Type === 'Parallel' && (state.Retry.length > 0 || state.Catch.some(({ Next }) => Next === name)))
    throw new StartupError(
      `${name}: the local runner cannot run a Parallel state again from its own failure`,
    );
  if (state.Type !== 'Task' || (!state.TimeoutSeconds && !state.TimeoutSecondsPath)) return;
  // The interpreter would let States.TaskFailed match the time-outs that the runner raises; the cloud does not.
  if ([...state.Retry, ...state.Catch].some(({ ErrorEquals }) => ErrorEquals.includes('States.TaskFailed')))
    throw new StartupError(`${name}: the local runner has no States.TaskFailed beside a time-out`);
}

/** The states as the interpreter gets them: time-outs and tokens ride in the parameters, to be dealt with here. */
const rewrite = (states: Record<string, State>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(states).map(([name, state]) => {
      if (state.Type === 'Parallel')
        return [
          name,
          { ...state, Branches: state.Branches.map((b) => ({ ...b, States: rewrite(b.States) })) },
        ];
      if (state.Type !== 'Task') return [name, state];
      const { Parameters, TimeoutSecondsPath, ...rest } = state;
      const parameters = {
        ...(Parameters === undefined ? { 'call.$': '$' } : { call: Parameters }),
        ...(TimeoutSecondsPath && { 'timeoutSeconds.$': TimeoutSecondsPath }),
        ...(planOf(name, state).kind === 'callback' && { 'token.$': '$$.Task.Token' }),
      };
      return [name, { ...rest, Parameters: parameters, TimeoutSeconds: longestTimerSeconds }];
    }),
  );

function parse(text: string, once: ValidatedOnce): Definition {
  const unknownContext = /\$\$(?!\.(?:Execution|StateMachine|Task)\b)[\w.[]*/.exec(text);
  if (unknownContext)
    throw new StartupError(`the local runner does not know ${unknownContext[0]} of the context object`);
  const content: unknown = JSON.parse(text);
  const parsed = Definition.safeParse(content);
  if (!parsed.success) throw new StartupError(describeIssues(parsed.error));
  try {
    once(text, () => void new StateMachine(JSON.parse(text)));
  } catch (error) {
    throw new StartupError(messageOf(error).replaceAll(/\s+/g, ' '));
  }
  return parsed.data;
}

function prepare(
  spec: StateMachineSpec,
  hasFunction: (arn: string) => boolean,
  once: ValidatedOnce,
): Machine {
  const definition = parse(spec.definition, once);
  const tasks = new Map<string, TaskPlan>();
  const inside = new Map<string, Set<string>>();
  const retried: string[] = [];
  for (const [name, state] of statesOf(definition.States)) {
    check(name, state);
    if (state.Type === 'Parallel')
      inside.set(
        name,
        new Set(state.Branches.flatMap(({ States }) => [...statesOf(States)].map(([n]) => n))),
      );
    if (state.Type !== 'Task') continue;
    const plan = planOf(name, state);
    if (!hasFunction(plan.functionArn))
      throw new StartupError(`${name}: there is no function ${plan.functionArn}`);
    tasks.set(name, plan);
    if (state.Retry.length > 0) retried.push(name);
  }
  const { TimeoutSeconds, StartAt, States } = definition;
  // The interpreter gives `$$.Execution` values of its own (the machine's time), so ours go by another name.
  const text = JSON.stringify({ StartAt, States: rewrite(States) }).replaceAll(
    /\$\$\.Execution\b/g,
    '$$$$.Run',
  );
  const rewritten: StateMachineDefinition = JSON.parse(text);
  const interpreter = new StateMachine(rewritten, { validationOptions: { noValidate: true } });
  return { spec, interpreter, tasks, inside, retried, timeoutSeconds: TimeoutSeconds };
}

/**
 * Reads a state machine's definition and makes it ready to run.
 * @param once what leaves out the validator of the language for a definition that it has passed; it always runs unless told
 * @throws Refusal naming the state and what of it the runner could not honour as the cloud does
 */
export function prepareMachine(
  spec: StateMachineSpec,
  hasFunction: (arn: string) => boolean,
  once: ValidatedOnce = (_, validate) => validate(),
): Machine {
  try {
    return prepare(spec, hasFunction, once);
  } catch (error) {
    throw error instanceof StartupError
      ? new StartupError(`state machine ${spec.name}: ${error.message}`)
      : error;
  }
}
