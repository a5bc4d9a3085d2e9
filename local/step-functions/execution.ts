import type * as z from 'zod';
import type { Machine } from './definition.ts';
import { historian, submitted } from './history.ts';
import type { Ending, ExecutionStore } from './store.ts';
import { type TaskContext, Tasks } from './tasks.ts';

/** Step Functions ends every execution after a year, whatever its definition says. */
const yearSeconds = 365 * 24 * 3600;

export interface ExecutionContext extends TaskContext {
  store: ExecutionStore;
  region: string;
  /** Told when an execution's history could not be followed. */
  failed: (error: unknown) => void;
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
  readonly #around: ExecutionContext;
  readonly #tasks: Tasks;
  readonly #ended: () => void;
  readonly #callOffTimeout: () => void;
  #over = false;
  #abort: () => void = () => {};

  constructor(machine: Machine, self: Identity, around: ExecutionContext, ended: () => void) {
    this.#machine = machine;
    this.#self = self;
    this.#around = around;
    this.#ended = ended;
    this.#tasks = new Tasks(around, (plan) => {
      const { type, details } = submitted(plan);
      if (!this.#over) this.#record(type, details);
    });
    const seconds = Math.min(machine.timeoutSeconds ?? yearSeconds, yearSeconds);
    this.#callOffTimeout = around.clock.at(self.started + seconds * 1000, () =>
      this.stop({ status: 'TIMED_OUT' }, 'ExecutionTimedOut'),
    );
  }

  run() {
    const { spec, interpreter, tasks, retried } = this.#machine;
    const { arn, name, started, input } = this.#self;
    const { tokens } = this.#around;
    let token: string | undefined;
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
        // The interpreter reads a task's parameters and calls the task with nothing in between: until then it is one.
        Task: {
          get Token() {
            token ??= tokens.create(arn);
            return token;
          },
        },
      },
      overrides: {
        taskResourceLocalHandlers: Object.fromEntries(
          [...tasks].map(([state, plan]) => [
            state,
            (given) => {
              token = undefined;
              return this.#tasks.carryOut(state, plan, given);
            },
          ]),
        ),
        retryIntervalOverrides: Object.fromEntries(retried.map((state) => [state, 0])),
      },
    });
    this.#abort = abort;
    // How it ends is read from the events.
    result.catch(() => undefined);
    this.#follow(eventLogs).catch(this.#around.failed);
  }

  /** Ends the execution from outside. */
  stop(ending: Ending, event: string, details: object = {}) {
    if (this.#over) return;
    this.#record(event, details);
    this.#end(ending);
    this.#abort();
    this.#tasks.leave();
  }

  /** Lets go of the execution as it stands: the next process will find it running and record it as aborted. */
  abandon() {
    this.#over = true;
    this.#callOffTimeout();
    this.#tasks.leave();
  }

  async #follow(eventLogs: ReturnType<Machine['interpreter']['run']>['eventLogs']) {
    const { spec, tasks, inside } = this.#machine;
    const toHistory = historian(tasks, spec.roleArn, this.#around.region);
    for await (const step of eventLogs) {
      if (this.#over) return;
      for (const { type, details } of toHistory(step)) this.#record(type, details);
      // When one branch of a Parallel state fails, what waits in the others is over.
      const left = step.type === 'StateFailed' && inside.get(step.state.name);
      if (left) this.#tasks.leave(left);
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
}
