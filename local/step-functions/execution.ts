import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import { FunctionError } from '../functions/error.ts';
import type { Functions } from '../functions/functions.ts';
import type { Machine, TaskPlan } from './definition.ts';
import { historian, submitted } from './history.ts';
import type { Ending, ExecutionStore } from './store.ts';
import type { Tokens } from './tokens.ts';

/** What the interpreter hands to a task: see `rewrite` in definition.ts. */
const TaskInput = z.object({
  call: z.json(),
  timeoutSeconds: z.number().int().min(1).optional(),
  token: z.string().optional(),
});
const Payload = z.object({ Payload: z.json().default({}) });

/** An error by whose name the definition retries or catches. */
class TaskFailure extends Error {
  constructor(error: string, cause: string) {
    super(cause);
    this.name = error;
  }
}

/** Ends a task of an execution or a branch that is over; nothing may retry or catch it. */
class Over extends Error {
  readonly isRetryable = false;
  readonly isCatchable = false;
}

/** Step Functions ends every execution after a year, whatever its definition says. */
const yearSeconds = 365 * 24 * 3600;
const longestRetryPause = 1000;

export interface Surroundings {
  store: ExecutionStore;
  functions: Functions;
  tokens: Tokens;
  clock: Clock;
  activity: Activity;
  region: string;
}

interface Identity {
  id: number;
  arn: string;
  name: string;
  started: number;
  input: z.core.util.JSONType;
}

/** One running execution. */
export class Execution {
  readonly #machine: Machine;
  readonly #self: Identity;
  readonly #around: Surroundings;
  readonly #waiting = new Map<string, string>();
  readonly #failures = new Map<string, number>();
  readonly #ended: () => void;
  readonly #callOffTimeout: () => void;
  #over = false;
  #freshToken: string | undefined;
  #abort: () => void = () => {};

  constructor(machine: Machine, self: Identity, around: Surroundings, ended: () => void) {
    this.#machine = machine;
    this.#self = self;
    this.#around = around;
    this.#ended = ended;
    const seconds = Math.min(machine.timeoutSeconds ?? yearSeconds, yearSeconds);
    this.#callOffTimeout = around.clock.at(self.started + seconds * 1000, () =>
      this.stop({ status: 'TIMED_OUT' }, 'ExecutionTimedOut'),
    );
  }

  run() {
    const { spec, interpreter, tasks, retried } = this.#machine;
    const { arn, name, started, input } = this.#self;
    const execution = this;
    const { abort, result, eventLogs } = interpreter.run(input, {
      context: {
        Run: {
          Id: arn,
          Name: name,
          StartTime: new Date(started).toISOString(),
          Input: input,
          RoleArn: spec.roleArn,
        },
        StateMachine: { Id: spec.arn, Name: spec.name },
        // The interpreter reads the parameters and then calls the task, with nothing in between: until then it is one.
        Task: {
          get Token() {
            execution.#freshToken ??= execution.#around.tokens.create(arn);
            return execution.#freshToken;
          },
        },
      },
      overrides: {
        taskResourceLocalHandlers: Object.fromEntries(
          [...tasks].map(([state, plan]) => [state, (given) => this.#onTask(state, plan, given)]),
        ),
        retryIntervalOverrides: Object.fromEntries(retried.map((state) => [state, 0])),
      },
    });
    this.#abort = abort;
    // How it ends is read from the events.
    result.catch(() => undefined);
    void this.#follow(eventLogs);
  }

  /** Ends the execution from outside. */
  stop(ending: Ending, event: string, details: object = {}) {
    if (this.#over) return;
    this.#record(event, details);
    this.#end(ending);
    this.#abort();
    this.#endTasks([...this.#waiting.keys()]);
  }

  async #follow(eventLogs: ReturnType<Machine['interpreter']['run']>['eventLogs']) {
    const { spec, tasks, inside } = this.#machine;
    const toHistory = historian(tasks, spec.roleArn, this.#around.region);
    for await (const step of eventLogs) {
      if (this.#over) return;
      for (const { type, details } of toHistory(step)) this.#record(type, details);
      if (step.type === 'StateFailed') {
        const left = inside.get(step.state.name);
        if (left)
          this.#endTasks([...this.#waiting].filter(([, state]) => left.has(state)).map(([token]) => token));
      }
      if (step.type === 'ExecutionSucceeded')
        this.#end({ status: 'SUCCEEDED', output: JSON.stringify(step.output ?? null) });
      if (step.type === 'ExecutionFailed')
        this.#end({ status: 'FAILED', error: step.Error, cause: String(step.Cause ?? '') });
    }
  }

  #record(type: string, details: object) {
    this.#around.store.append(this.#self.id, this.#around.clock.now(), type, details);
  }

  #end(ending: Ending) {
    this.#over = true;
    this.#callOffTimeout();
    this.#around.store.end(this.#self.id, this.#around.clock.now(), ending);
    this.#ended();
  }

  #endTasks(tokens: string[]) {
    for (const token of tokens) this.#around.tokens.find(token)?.fail(new Over());
  }

  /** Carries out a Task state. The interpreter retries at once; the pause, shorter than in the cloud, is made here. */
  async #onTask(state: string, plan: TaskPlan, given: unknown): Promise<z.core.util.JSONType> {
    this.#freshToken = undefined;
    const { call, token, timeoutSeconds = plan.timeoutSeconds } = TaskInput.parse(given);
    const failures = this.#failures.get(state) ?? 0;
    if (failures > 0)
      await this.#around.activity.during(() => pause(Math.min(25 * 2 ** failures, longestRetryPause)));
    if (this.#over) throw new Over();
    try {
      const result = await (token
        ? this.#callback(state, plan, call, token, timeoutSeconds)
        : this.#within(timeoutSeconds, this.#call(plan, call)));
      this.#failures.delete(state);
      return result;
    } catch (error) {
      this.#failures.set(state, failures + 1);
      throw error;
    }
  }

  async #call({ kind, functionArn }: TaskPlan, call: unknown): Promise<z.core.util.JSONType> {
    const payload = kind === 'call' ? call : Payload.parse(call).Payload;
    try {
      const result = z.json().parse(await this.#around.functions.invoke(functionArn, payload));
      return kind === 'call' ? result : { ExecutedVersion: '$LATEST', Payload: result, StatusCode: 200 };
    } catch (error) {
      if (!(error instanceof FunctionError)) throw error;
      const { name: errorType, message: errorMessage, trace } = error;
      throw new TaskFailure(errorType, JSON.stringify({ errorType, errorMessage, trace }));
    }
  }

  /** Calls the function, then waits until somebody answers the token; the answer may come before the call is over. */
  async #callback(state: string, plan: TaskPlan, call: unknown, token: string, timeoutSeconds?: number) {
    const { tokens } = this.#around;
    const { promise, resolve, reject } = Promise.withResolvers<z.core.util.JSONType>();
    tokens.await(token, { succeed: (output) => resolve(z.json().parse(output)), fail: reject });
    this.#waiting.set(token, state);
    const answered = this.#call(plan, call).then(() => {
      const { type, details } = submitted(plan);
      if (!this.#over && this.#waiting.has(token)) this.#record(type, details);
      return promise;
    });
    try {
      return await this.#within(timeoutSeconds, Promise.race([promise, answered]));
    } finally {
      this.#waiting.delete(token);
      tokens.forget(token);
    }
  }

  /** Fails with `States.Timeout` when the clock has passed the time allowed. */
  async #within<T>(seconds: number | undefined, work: Promise<T>): Promise<T> {
    if (seconds === undefined) return work;
    const { clock } = this.#around;
    const { promise, reject } = Promise.withResolvers<never>();
    const callOff = clock.at(clock.now() + seconds * 1000, () =>
      reject(new TaskFailure('States.Timeout', `the task took longer than ${seconds} seconds`)),
    );
    try {
      return await Promise.race([work, promise]);
    } finally {
      callOff();
    }
  }
}
