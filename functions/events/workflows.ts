import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  paginateListExecutions,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { Locality } from '../../domain/locality.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { versionName } from '../../domain/version-name.ts';

type Start = Extract<OutboxMessage, { kind: 'start-execution' }>;
type Answer = Extract<OutboxMessage, { kind: 'answer-gate' }>;
type Walk = Pick<Locality, 'programme' | 'generation'> & { id: string };

/** Generations are found by name: starting one twice is starting it once. */
export const executionName = (locality: string, generation: number) => `${locality}.${generation}`;

/** The workflow executions of a municipality; `prefix` precedes a programme version's name in a machine's ARN. */
export function workflowsOn(client: SFNClient, prefix: string) {
  const machine = (programme: { id: string; version: number }) => `${prefix}${versionName(programme)}`;
  const execution = ({ id, programme, generation }: Walk) =>
    `${machine(programme).replace(':stateMachine:', ':execution:')}:${executionName(id, generation)}`;

  /** Starts a generation, unless it was started before. */
  async function start(locality: string, { programme, generation, stage }: Start): Promise<void> {
    const input = JSON.stringify({ locality, generation, stage });
    const name = executionName(locality, generation);
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn: machine(programme), name, input }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }

  /**
   * Tells a waiting workflow what was decided. One that no longer waits has heard it already, or has handed over to a
   * generation that finds the decision in the table: nothing is left to do.
   */
  async function answer({ token, answer }: Answer): Promise<void> {
    try {
      await client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(answer) }));
    } catch (error) {
      const gone =
        error instanceof TaskDoesNotExist || error instanceof TaskTimedOut || error instanceof InvalidToken;
      if (!gone) throw error;
    }
  }

  /** ARNs of the running executions of a programme version, by name. */
  async function running(programme: { id: string; version: number }): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    const pages = paginateListExecutions(
      { client, pageSize: 1_000 },
      { stateMachineArn: machine(programme), statusFilter: 'RUNNING' },
    );
    for await (const { executions = [] } of pages)
      for (const { name, executionArn } of executions)
        if (name && executionArn) found.set(name, executionArn);
    return found;
  }

  /** How the execution of a generation stands; `undefined` when there is none. */
  async function statusOf(walk: Walk): Promise<string | undefined> {
    try {
      return (await client.send(new DescribeExecutionCommand({ executionArn: execution(walk) }))).status;
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  }

  async function stop(executionArn: string, cause: string): Promise<void> {
    await client.send(new StopExecutionCommand({ executionArn, error: 'Stopped', cause }));
  }

  return { start, answer, running, statusOf, stop };
}
export type Workflows = ReturnType<typeof workflowsOn>;
