import { setTimeout as pause } from 'node:timers/promises';
import { StateMachine } from 'aws-local-stepfunctions';
import * as z from 'zod';
import type { GateAnswer } from '../../domain/outbox-message.ts';
import { executionName, type Workflows } from '../../functions/events/workflows.ts';
import type { ProgrammeCatalogue } from '../../functions/runtime/programme-catalogue.ts';
import { ArmGate } from '../../functions/steps/arm-gate.ts';
import { HandOver } from '../../functions/steps/hand-over.ts';
import { type OpenedStage, OpenStage } from '../../functions/steps/open-stage.ts';
import { type Definition, localityProgress } from '../../workflows/locality-progress.ts';

/** The steps of the workflow, as functions. */
export interface Steps {
  open(input: OpenStage): Promise<OpenedStage>;
  arm(input: ArmGate): Promise<void>;
  handOver(input: HandOver): Promise<void>;
}

interface Execution {
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  states: string[];
  abort(): void;
}

interface Waiting {
  locality: string;
  /** When it has waited as long as it may. */
  until: number;
  answer(answer: GateAnswer): void;
  timeOut(): void;
}

const Invoked = z.object({
  FunctionName: z.enum(['open', 'arm', 'hand-over']),
  Payload: z.json(),
  seconds: z.int().optional(),
});

const Waits = z.looseObject({ TimeoutSecondsPath: z.string(), Parameters: z.looseObject({}) });

/** As long as a timer of Node can wait, in seconds. */
const longestTimer = 2_147_483;

/**
 * The interpreter looks for this field in the wrong place: its value goes with the parameters, the time is kept here. By the
 * machine's own clock a gate waits longer than any suite: after a minute the interpreter would time it out by itself.
 */
const interpretable = (definition: Definition): Definition =>
  JSON.parse(
    JSON.stringify(definition, (_, value: unknown) => {
      const { data } = Waits.safeParse(value);
      if (!data) return value;
      const { TimeoutSecondsPath, Parameters, ...state } = data;
      const parameters = { ...Parameters, 'seconds.$': TimeoutSecondsPath };
      return { ...state, Parameters: parameters, TimeoutSeconds: longestTimer };
    }),
  );

const taskNames = (definition: Pick<Definition, 'States'>): string[] =>
  Object.entries(definition.States).flatMap(([name, { Type, Branches }]) => [
    ...(Type === 'Task' ? [name] : []),
    ...z
      .array(z.looseObject({ States: z.record(z.string(), z.looseObject({})) }))
      .parse(Branches ?? [])
      .flatMap((branch) => taskNames(branch)),
  ]);

/** Runs the generated definitions in process; executions are lost with it, as they may be anywhere. */
export function workflowEngine(steps: Steps, now: () => Date, programmes: Pick<ProgrammeCatalogue, 'exact'>) {
  const executions = new Map<string, Execution>();
  const waiting = new Map<string, Waiting>();
  let tokens = 0;
  let busy = 0;

  async function invoke(input: unknown, startedAt: string): Promise<object> {
    const { FunctionName, Payload, seconds = Number.POSITIVE_INFINITY } = Invoked.parse(input);
    busy += 1;
    try {
      if (FunctionName === 'open')
        return { Payload: await steps.open({ ...OpenStage.parse(Payload), startedAt }) };
      if (FunctionName === 'hand-over')
        return { Payload: (await steps.handOver(HandOver.parse(Payload))) ?? null };
      const gate = ArmGate.parse(Payload);
      const answered = new Promise<GateAnswer>((answer, reject) => {
        const timeOut = () => reject(Object.assign(new Error('no answer'), { name: 'States.Timeout' }));
        const until = now().getTime() + seconds * 1_000;
        waiting.set(gate.token, { locality: gate.locality, until, answer, timeOut });
      });
      await steps.arm(gate);
      busy -= 1;
      return await answered.finally(() => {
        busy += 1;
        waiting.delete(gate.token);
      });
    } finally {
      busy -= 1;
    }
  }

  const workflows: Workflows = {
    async start(locality, { programme, generation, stage }) {
      const name = executionName(locality, generation);
      if (executions.has(name)) return;
      const definition = interpretable(
        localityProgress(programmes.exact(programme), {
          openStage: 'open',
          armGate: 'arm',
          handOver: 'hand-over',
        }),
      );
      const machine = new StateMachine(JSON.parse(JSON.stringify(definition)), {
        // It takes longer than all the rest; a test of the definitions does it once.
        validationOptions: { noValidate: true },
      });
      // The interpreter tells the time of the machine; here it is by the clock that is moved.
      const startedAt = now().toISOString();
      const context = {
        get Task() {
          tokens += 1;
          return { Token: `token-${tokens}` };
        },
      };
      const tasks = taskNames(definition);
      const handlers = Object.fromEntries(
        tasks.map((task) => [
          task,
          async (input: unknown) => JSON.parse(JSON.stringify(await invoke(input, startedAt))),
        ]),
      );
      const run = machine.run(
        { locality, generation, stage },
        {
          overrides: {
            taskResourceLocalHandlers: handlers,
            // A step that met a conflict would be tried again seconds later, by when a test has long gone on without it.
            retryIntervalOverrides: Object.fromEntries(tasks.map((task) => [task, 1])),
          },
          context,
        },
      );
      const execution: Execution = { status: 'RUNNING', states: [], abort: run.abort };
      executions.set(name, execution);
      void (async () => {
        for await (const log of run.eventLogs)
          if (log.type === 'StateEntered') execution.states.push(log.state.name);
      })();
      run.result.then(
        () => {
          execution.status = 'SUCCEEDED';
        },
        () => {
          if (execution.status === 'RUNNING') execution.status = 'FAILED';
        },
      );
    },
    async answer({ token, answer }) {
      waiting.get(token)?.answer(answer);
    },
    async running() {
      const names = [...executions].filter(([, { status }]) => status === 'RUNNING').map(([name]) => name);
      return new Map(names.map((name) => [name, name]));
    },
    async statusOf({ id, generation }) {
      return executions.get(executionName(id, generation))?.status;
    },
    async stop(name) {
      const execution = executions.get(name);
      if (!execution) return;
      execution.status = 'ABORTED';
      execution.abort();
    },
  };

  return {
    workflows,
    /** The states an execution has been in, in order. */
    states: (name: string) => executions.get(name)?.states ?? [],
    status: (name: string) => executions.get(name)?.status,
    names: () => [...executions.keys()],
    /** The tokens of the gates that wait. */
    tokens: () => [...waiting.keys()],
    /** Lets every gate of a locality time out, as after 330 days. */
    timeOut: (locality: string) => {
      for (const gate of [...waiting.values()]) if (gate.locality === locality) gate.timeOut();
    },
    /** Lets the gates time out that have waited as long as they may. */
    lapse: () => {
      for (const gate of [...waiting.values()]) if (gate.until <= now().getTime()) gate.timeOut();
    },
    /** All executions vanish, as with the process that ran them. */
    lose: () => {
      for (const execution of executions.values())
        if (execution.status === 'RUNNING') execution.status = 'ABORTED';
      waiting.clear();
    },
    /** Waits until every execution has ended or waits at a gate. */
    async idle(): Promise<void> {
      for (let calm = 0; calm < 3; calm = busy === 0 ? calm + 1 : 0) await pause(2);
    },
  };
}
