import type { StateMachine } from 'aws-local-stepfunctions';
import type { TaskPlan } from './definition.ts';

type EventsOf<T> = T extends AsyncGenerator<infer E> ? E : never;
/** What the interpreter reports. */
export type Step = EventsOf<ReturnType<StateMachine['run']>['eventLogs']>;

/** One event of an execution's history, with its details under the names that Step Functions gives them. */
export interface HistoryEvent {
  type: string;
  details: object;
}

const text = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null'));
const data = (name: 'input' | 'output', value: unknown) => ({
  [name]: text(value === undefined ? null : JSON.stringify(value)),
  [`${name}Details`]: { truncated: false },
});

/** The events around a task: those of `lambda:invoke` have other names than those of a function called directly. */
function taskEvent(plan: TaskPlan | undefined, what: string, details: object): HistoryEvent {
  if (plan?.kind === 'call')
    return { type: `LambdaFunction${what}`, details: { [`lambdaFunction${what}EventDetails`]: details } };
  const resource = plan?.kind === 'callback' ? 'invoke.waitForTaskToken' : 'invoke';
  return {
    type: `Task${what}`,
    details: { [`task${what}EventDetails`]: { resourceType: 'lambda', resource, ...details } },
  };
}

/** A task that waits for its token has handed it over. */
export const submitted = (plan: TaskPlan) => taskEvent(plan, 'Submitted', {});

/** Turns the interpreter's reports about one execution into the events that Step Functions would have recorded. */
export function historian(tasks: Map<string, TaskPlan>, roleArn: string, region: string) {
  const caught = new Set<string>();

  const scheduled = (name: string): HistoryEvent[] => {
    const plan = tasks.get(name);
    // The true parameters hold the token, which belongs in no history that people read.
    const details = plan?.kind === 'call' ? { resource: plan.functionArn } : { region, parameters: '{}' };
    return [taskEvent(plan, 'Scheduled', details), taskEvent(plan, 'Started', {})];
  };

  const failed = (name: string, type: string, error: string, cause: unknown): HistoryEvent[] => {
    if (type === 'Parallel') return [{ type: 'ParallelStateFailed', details: {} }];
    if (type !== 'Task') return [];
    const what = error === 'States.Timeout' ? 'TimedOut' : 'Failed';
    return [taskEvent(tasks.get(name), what, { error, cause: text(cause) })];
  };

  const done = (name: string, type: string, output: unknown): HistoryEvent[] => {
    if (caught.delete(name)) return [];
    if (type === 'Parallel') return [{ type: 'ParallelStateSucceeded', details: {} }];
    return type === 'Task' ? [taskEvent(tasks.get(name), 'Succeeded', data('output', output))] : [];
  };

  return (step: Step): HistoryEvent[] => {
    switch (step.type) {
      case 'ExecutionStarted':
        return [
          {
            type: step.type,
            details: { executionStartedEventDetails: { ...data('input', step.input), roleArn } },
          },
        ];
      case 'StateEntered': {
        const { name, type, input } = step.state;
        const details = { stateEnteredEventDetails: { name, ...data('input', input) } };
        const begun = type === 'Parallel' ? [{ type: 'ParallelStateStarted', details: {} }] : [];
        return [{ type: `${type}StateEntered`, details }, ...(type === 'Task' ? scheduled(name) : begun)];
      }
      case 'StateExited': {
        const { name, type, output } = step.state;
        const details = { stateExitedEventDetails: { name, ...data('output', output) } };
        return [...done(name, type, output), { type: `${type}StateExited`, details }];
      }
      case 'StateFailed':
        return failed(step.state.name, step.state.type, step.Error, step.Cause);
      case 'StateRetried':
        return scheduled(step.state.name);
      case 'StateCaught':
        caught.add(step.state.name);
        return [];
      case 'ExecutionSucceeded':
        return [
          { type: step.type, details: { executionSucceededEventDetails: data('output', step.output) } },
        ];
      case 'ExecutionFailed':
        return [
          {
            type: step.type,
            details: { executionFailedEventDetails: { error: step.Error, cause: text(step.Cause) } },
          },
        ];
      default:
        return [];
    }
  };
}
