import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Activity } from '../activity.ts';
import type { StateMachineSpec } from '../assembly/specs.ts';
import { AwsError } from '../aws-error.ts';
import type { Clock } from '../clock.ts';
import type { Functions } from '../functions/functions.ts';
import { descriptionOf, eventOf, summaryOf } from './answers.ts';
import { prepareMachine } from './definition.ts';
import { Execution } from './execution.ts';
import { type Actions, checkName, nextPage, parseJson, parseRequest, requests } from './requests.ts';
import { openExecutionStore } from './store.ts';
import { Tokens } from './tokens.ts';
import { validatedOnce } from './validated.ts';

export interface StepFunctionsOptions {
  /** The folder of the assembly that the definitions are from. */
  assembly: string;
  specs: StateMachineSpec[];
  functions: Functions;
  journal: DatabaseSync;
  clock: Clock;
  activity: Activity;
  region: string;
  failed: (error: unknown) => void;
}

/** Step Functions behind its protocol. */
export interface StepFunctions {
  /** Carries out an action such as `StartExecution`. @throws AwsError */
  handle(action: string, body: unknown): object;
  /** Lets go of what runs. */
  stop(): void;
}

/**
 * Reads the definitions and opens the kept executions. Those that were running when an earlier process ended are
 * recorded as aborted: nothing of them is left, and whoever drives them starts new ones.
 * @throws Refusal for a definition that could not be run as the cloud would
 */
export function startStepFunctions(options: StepFunctionsOptions): StepFunctions {
  const { assembly, specs, functions, journal, clock, activity, region, failed } = options;
  const machines = new Map(
    specs.map((spec) => [spec.arn, prepareMachine(spec, functions.has, validatedOnce(assembly))]),
  );
  const store = openExecutionStore(journal);
  const tokens = new Tokens();
  const running = new Map<string, Execution>();
  const around = { store, functions, tokens, clock, activity, region, failed };
  const created = clock.now();

  for (const { id } of store.running()) {
    const cause = 'the machine it ran on was stopped';
    store.append(id, clock.now(), 'ExecutionAborted', { executionAbortedEventDetails: { cause } });
    store.end(id, clock.now(), { status: 'ABORTED', cause });
  }

  const machineOf = (arn: string) => {
    const machine = machines.get(arn);
    if (machine) return machine;
    throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  };
  const executionOf = (arn: string) => {
    const row = store.find(arn);
    if (row) return row;
    throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  };
  const taskOf = (token: string) => {
    const task = tokens.find(token);
    if (task) return task;
    const arn = tokens.executionOf(token);
    if (!arn) throw new AwsError('InvalidToken', 'Invalid Token');
    throw store.find(arn)
      ? new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'")
      : new AwsError('TaskDoesNotExist', 'Task Does Not Exist');
  };

  const describeMachine = (stateMachineArn: string, name: string) => ({
    stateMachineArn,
    name,
    type: 'STANDARD',
    creationDate: created / 1000,
  });

  const actions: Actions = {
    StartExecution({ stateMachineArn, name = randomUUID(), input }) {
      const machine = machineOf(stateMachineArn);
      const arn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${checkName(name)}`;
      const parsed = parseJson(input, 'InvalidExecutionInput');
      const earlier = store.find(arn);
      // Starting the same again is one start, as long as it runs.
      if (earlier?.status === 'RUNNING' && earlier.input === input)
        return { executionArn: arn, startDate: earlier.started / 1000 };
      if (earlier) throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
      const started = clock.now();
      const id = store.add({ arn, machine: stateMachineArn, name, started, input });
      const self = { id, arn, name, started, input: parsed };
      const execution = new Execution(machine, self, around, () => running.delete(arn));
      running.set(arn, execution);
      execution.run();
      return { executionArn: arn, startDate: started / 1000 };
    },
    DescribeExecution: ({ executionArn }) => descriptionOf(executionOf(executionArn)),
    GetExecutionHistory({ executionArn, reverseOrder, includeExecutionData, maxResults, nextToken }) {
      const limit = maxResults || 100;
      const page = { after: nextPage.after(nextToken), limit: limit + 1 };
      const rows = store.history(executionOf(executionArn).id, reverseOrder, page);
      const events = rows.slice(0, limit).map((row) => eventOf(row, includeExecutionData));
      const last = events.at(-1);
      return { events, ...(rows.length > limit && last && { nextToken: nextPage.token(last.id) }) };
    },
    ListExecutions({ stateMachineArn, statusFilter, maxResults, nextToken }) {
      machineOf(stateMachineArn);
      const limit = maxResults || 100;
      const page = { after: nextPage.after(nextToken), limit: limit + 1 };
      const rows = store.list(stateMachineArn, statusFilter, page);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        executions: shown.map(summaryOf),
        ...(rows.length > limit && last && { nextToken: nextPage.token(last.id) }),
      };
    },
    StopExecution({ executionArn, error, cause }) {
      const { stopped } = executionOf(executionArn);
      running.get(executionArn)?.stop({ status: 'ABORTED', error, cause }, 'ExecutionAborted', {
        executionAbortedEventDetails: { error, cause },
      });
      return { stopDate: (stopped ?? clock.now()) / 1000 };
    },
    SendTaskSuccess({ taskToken, output }) {
      const parsed = parseJson(output, 'InvalidOutput');
      taskOf(taskToken).succeed(parsed);
      tokens.forget(taskToken);
      return {};
    },
    SendTaskFailure({ taskToken, error, cause }) {
      const failure = new Error(cause);
      failure.name = error;
      taskOf(taskToken).fail(failure);
      tokens.forget(taskToken);
      return {};
    },
    SendTaskHeartbeat({ taskToken }) {
      taskOf(taskToken);
      return {};
    },
    DescribeStateMachine({ stateMachineArn }) {
      const { arn, name, definition, roleArn } = machineOf(stateMachineArn).spec;
      return { ...describeMachine(arn, name), status: 'ACTIVE', definition, roleArn };
    },
    ListStateMachines: () => ({ stateMachines: specs.map(({ arn, name }) => describeMachine(arn, name)) }),
  };
  const run = <A extends keyof Actions>(action: A, body: unknown) =>
    actions[action](parseRequest(requests[action], body));

  return {
    handle(action, body) {
      const known = Object.keys(requests).find((name): name is keyof Actions => name === action);
      if (!known) throw new AwsError('UnknownOperationException', `the local runner has no ${action}`);
      return run(known, body);
    },
    stop() {
      for (const execution of running.values()) execution.abandon();
    },
  };
}
