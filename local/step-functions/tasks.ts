import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import { FunctionError } from '../functions/error.ts';
import type { Functions } from '../functions/functions.ts';
import type { TaskPlan } from './definition.ts';
import type { Tokens } from './tokens.ts';

type Json = z.core.util.JSONType;

/** What comes out of the interpreter and of functions is JSON by its making, and is not walked through again. */
const Made = z.custom<Json>((value) => value !== undefined);

/** What the interpreter hands to a task: see `rewrite` in definition.ts. */
const TaskInput = z.object({
  call: Made,
  timeoutSeconds: z.number().int().min(1).optional(),
  token: z.string().optional(),
});
const Payload = z.object({ Payload: Made.default({}) });

const longestRetryPause = 1000;

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

export interface TaskContext {
  functions: Functions;
  tokens: Tokens;
  clock: Clock;
  activity: Activity;
}

/** Carries out the tasks of one execution. */
export class Tasks {
  readonly #around: TaskContext;
  /** Told when the function of a waiting task has been called. */
  readonly #submitted: (plan: TaskPlan) => void;
  /** The tokens that are awaited, with the state each belongs to. */
  readonly #waiting = new Map<string, string>();
  readonly #failures = new Map<string, number>();
  #over = false;

  constructor(around: TaskContext, submitted: (plan: TaskPlan) => void) {
    this.#around = around;
    this.#submitted = submitted;
  }

  /**
   * Carries out a Task state. The interpreter retries at once; the pause, shorter than in the cloud, is made here.
   * @param given the state's input after its parameters
   */
  async carryOut(state: string, plan: TaskPlan, given: unknown): Promise<Json> {
    const { call, token, timeoutSeconds = plan.timeoutSeconds } = TaskInput.parse(given);
    const failures = this.#failures.get(state) ?? 0;
    if (failures > 0)
      await this.#around.activity.during(() => pause(Math.min(25 * 2 ** failures, longestRetryPause)));
    if (this.#over) throw new Over();
    try {
      const work = token ? this.#callback(state, plan, call, token) : this.#call(plan, call);
      const result = await this.#within(timeoutSeconds, work);
      this.#failures.delete(state);
      return result;
    } catch (error) {
      this.#failures.set(state, failures + 1);
      throw error;
    } finally {
      if (token) this.#forget(token);
    }
  }

  /** Ends the waiting tasks of these states; of all without. */
  leave(states?: Set<string>) {
    if (!states) this.#over = true;
    for (const [token, state] of this.#waiting)
      if (!states || states.has(state)) this.#around.tokens.find(token)?.fail(new Over());
  }

  async #call({ kind, functionArn }: TaskPlan, call: Json): Promise<Json> {
    const payload = kind === 'call' ? call : Payload.parse(call).Payload;
    try {
      const result = await this.#around.functions.invoke(functionArn, payload);
      return kind === 'call' ? result : { ExecutedVersion: '$LATEST', Payload: result, StatusCode: 200 };
    } catch (error) {
      if (!(error instanceof FunctionError)) throw error;
      const { name: errorType, message: errorMessage, trace } = error;
      throw new TaskFailure(errorType, JSON.stringify({ errorType, errorMessage, trace }));
    }
  }

  /** Calls the function, then waits until somebody answers the token; the answer may come before the call is over. */
  #callback(state: string, plan: TaskPlan, call: Json, token: string): Promise<Json> {
    const { promise, resolve, reject } = Promise.withResolvers<Json>();
    this.#around.tokens.await(token, { succeed: resolve, fail: reject });
    this.#waiting.set(token, state);
    const called = this.#call(plan, call).then(() => {
      if (this.#waiting.has(token)) this.#submitted(plan);
      return promise;
    });
    return Promise.race([promise, called]);
  }

  #forget(token: string) {
    this.#waiting.delete(token);
    this.#around.tokens.forget(token);
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
