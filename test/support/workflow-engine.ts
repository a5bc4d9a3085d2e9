import { setTimeout as pause } from 'node:timers/promises';
import { StateMachine } from 'aws-local-stepfunctions';
import * as z from 'zod';
import type { GateAnswer } from '../../domain/change.ts';
import { executionName, type Workflows } from '../../functions/events/workflows.ts';
import { ArmGate } from '../../functions/steps/arm-gate.ts';
import { HandOver } from '../../functions/steps/hand-over.ts';
import { type OpenedStage, OpenStage } from '../../functions/steps/open-stage.ts';
import { type Definition, localityProgress } from '../../workflows/locality-progress.ts';
import { programmes } from './programmes.ts';

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
  answer(answer: GateAnswer): void;
  timeOut(): void;
}

const Invoked = z.object({ FunctionName: z.enum(['open', 'arm', 'hand-over']), Payload: z.json() });

/** The interpreter reads this field in the wrong place; tests let gates time out by hand. */
const interpretable = (definition: Definition): Definition =>
  JSON.parse(
    JSON.stringify(definition, (key, value: unknown) => (key === 'TimeoutSecondsPath' ? undefined : value)),
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
export function workflowEngine(steps: Steps, now: () => Date, definitionOf = localityProgress) {
  const executions = new Map<string, Execution>();
  const waiting = new Map<string, Waiting>();
  let tokens = 0;
  let busy = 0;

  async function invoke(input: unknown): Promise<object> {
    const { FunctionName, Payload } = Invoked.parse(input);
    busy += 1;
    try {
      if (FunctionName === 'open') return { Payload: await steps.open(OpenStage.parse(Payload)) };
      if (FunctionName === 'hand-over')
        return { Payload: (await steps.handOver(HandOver.parse(Payload))) ?? null };
      const gate = ArmGate.parse(Payload);
      const answered = new Promise<GateAnswer>((answer, reject) => {
        const timeOut = () => reject(Object.assign(new Error('no answer'), { name: 'States.Timeout' }));
        waiting.set(gate.token, { locality: gate.locality, answer, timeOut });
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
        definitionOf(programmes.exact(programme), {
          openStage: 'open',
          armGate: 'arm',
          handOver: 'hand-over',
        }),
      );
      const machine = new StateMachine(JSON.parse(JSON.stringify(definition)), {
        validationOptions: { checkArn: false },
      });
      const context = {
        Execution: { StartTime: now().toISOString() },
        get Task() {
          tokens += 1;
          return { Token: `token-${tokens}` };
        },
      };
      const handlers = Object.fromEntries(
        taskNames(definition).map((task) => [
          task,
          async (input: unknown) => JSON.parse(JSON.stringify(await invoke(input))),
        ]),
      );
      const run = machine.run(
        { locality, generation, stage },
        { overrides: { taskResourceLocalHandlers: handlers }, context },
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
    /** Lets every gate of a locality time out, as after 330 days. */
    timeOut: (locality: string) => {
      for (const gate of [...waiting.values()]) if (gate.locality === locality) gate.timeOut();
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
export type WorkflowEngine = ReturnType<typeof workflowEngine>;
