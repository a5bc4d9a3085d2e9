import { createHash } from 'node:crypto';
import { gatedParts } from '../domain/gated-part.ts';
import { workflowStates as ends, type Programme, type Stage } from '../domain/programme.ts';

/** ARNs of the functions behind the workflow's steps. */
export interface StepFunctions {
  openStage: string;
  armGate: string;
  handOver: string;
}

type State = Record<string, unknown>;
type States = Record<string, State>;
export interface Definition {
  Comment: string;
  StartAt: string;
  States: States;
}

/** How a track's branch tells its stage that the whole stage is left: by failing under one of these names. */
const left = { hold: 'StageOnHold', close: 'StageClosed', handOver: 'StageHandedOver' };
const leftTo = (stage: string) => `StageReturnedTo.${stage}`;

const retries = [
  {
    ErrorEquals: [
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.TooManyRequestsException',
      'Lambda.Unknown',
      'Sandbox.Timedout',
      'InternalServerError',
      'TimeoutError',
      'Conflict',
      'unavailable',
    ],
    IntervalSeconds: 2,
    MaxAttempts: 6,
    BackoffRate: 2,
    JitterStrategy: 'FULL',
  },
];
const broken = { ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: ends.failed };
const overtaken = { ErrorEquals: ['Superseded'], ResultPath: '$.error', Next: ends.superseded };
const timedOut = { ErrorEquals: ['States.Timeout'], ResultPath: '$.error', Next: ends.handOver };

const names = (base: string) => ({ open: base, gate: `${base}: gate`, decided: `${base}: decided` });
const is = (Variable: string, StringEquals: string) => ({ Variable, StringEquals });
const outcome = (value: string) => is('$.decision.outcome', value);
const returnsTo = (stage: string) => ({ And: [outcome('return'), is('$.decision.toStage', stage)] });

/**
 * The state machine of one programme version in the Amazon States Language, with its stages by name. A stage is
 * Open (a step), Gate (waits for the decision, at most as long as Open allows) and Decided (a choice); a stage with
 * tracks runs theirs in parallel and is left as a whole. The same definition runs in the cloud and on one machine.
 */
export function localityProgress(programme: Programme, functions: StepFunctions): Definition {
  return build(programme, functions, definitionDigest(programme));
}

/** Names the definition that is generated for a programme version; changes whenever the definition would. */
export function definitionDigest(programme: Programme): string {
  const definition = build(programme, { openStage: 'open', armGate: 'arm', handOver: 'hand-over' }, '');
  return createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 12);
}

function build(
  { name, version, stages }: Programme,
  functions: StepFunctions,
  definition: string,
): Definition {
  const first = stages[0]?.name.en ?? ends.failed;
  const states: States = {
    [ends.resume]: {
      Type: 'Choice',
      Choices: stages.map((stage) => ({ ...is('$.stage', stage.key), Next: stage.name.en })),
      Default: first,
    },
  };
  stages.forEach((stage, at) => {
    const next = stages[at + 1]?.name.en ?? ends.completed;
    const returns = stages.slice(0, at + 1);
    Object.assign(
      states,
      (stage.tracks ? parallelStage : plainStage)({ stage, returns, next, functions, definition }),
    );
  });
  return {
    Comment: `${name.en}, version ${version}`,
    StartAt: ends.resume,
    States: { ...states, ...endings(functions) },
  };
}

/** A stage with where it leads: to the stages it may be sent back to, and to the state after it. */
interface StagePlan {
  stage: Stage;
  returns: Stage[];
  next: string;
  functions: StepFunctions;
  definition: string;
}

function plainStage({ stage, returns, next, functions, definition }: StagePlan): States {
  const state = names(stage.name.en);
  const caught = { Catch: [overtaken, broken] };
  return {
    [state.open]: { ...openStep(functions, { stage: stage.key }), ...caught, Next: state.gate },
    [state.gate]: {
      ...gateStep(functions, { stage: stage.key }, definition),
      Catch: [timedOut, ...caught.Catch],
      Next: state.decided,
    },
    [state.decided]: {
      Type: 'Choice',
      Choices: [
        { ...outcome('advance'), Next: next },
        ...returns.map(({ key, name }) => ({ ...returnsTo(key), Next: name.en })),
        { ...outcome('hold'), Next: ends.onHold },
        { ...outcome('close'), Next: ends.closed },
        { ...outcome('hand-over'), Next: ends.handOver },
      ],
      Default: ends.failed,
    },
  };
}

/** A branch that leaves the stage fails under a name of its own; that ends the other branches and is caught here. */
function parallelStage({ stage, returns, next, functions, definition }: StagePlan): States {
  const caught = (error: string, Next: string) => ({ ErrorEquals: [error], ResultPath: '$.left', Next });
  return {
    [stage.name.en]: {
      Type: 'Parallel',
      Branches: gatedParts(stage).map(({ track = '', name }) =>
        branch(stage, track, name.en, returns, functions, definition),
      ),
      ResultPath: '$.tracks',
      Catch: [
        ...returns
          .filter(({ key }) => key !== stage.key)
          .map(({ key, name }) => caught(leftTo(key), name.en)),
        caught(left.hold, ends.onHold),
        caught(left.close, ends.closed),
        caught(left.handOver, ends.handOver),
        timedOut,
        overtaken,
        broken,
      ],
      Next: next,
    },
  };
}

function branch(
  stage: Stage,
  track: string,
  name: string,
  returns: Stage[],
  functions: StepFunctions,
  definition: string,
) {
  const state = names(name);
  const at = { stage: stage.key, track };
  const leave = (what: string, error: string) => ({ [`${name}: ${what}`]: { Type: 'Fail', Error: error } });
  const earlier = returns.filter(({ key }) => key !== stage.key);
  return {
    StartAt: state.open,
    States: {
      [state.open]: { ...openStep(functions, at), Next: `${name}: passed?` },
      [`${name}: passed?`]: {
        Type: 'Choice',
        Choices: [{ Variable: '$.open.passed', BooleanEquals: true, Next: `${name}: passed` }],
        Default: state.gate,
      },
      [state.gate]: { ...gateStep(functions, at, definition), Next: state.decided },
      [state.decided]: {
        Type: 'Choice',
        Choices: [
          { ...outcome('advance'), Next: `${name}: passed` },
          { ...returnsTo(stage.key), Next: state.open },
          ...earlier.map(({ key, name: to }) => ({ ...returnsTo(key), Next: `${name}: return to ${to.en}` })),
          { ...outcome('hold'), Next: `${name}: on hold` },
          { ...outcome('close'), Next: `${name}: closed` },
        ],
        Default: `${name}: hand over`,
      },
      [`${name}: passed`]: { Type: 'Succeed' },
      ...Object.assign({}, ...earlier.map(({ key, name: to }) => leave(`return to ${to.en}`, leftTo(key)))),
      ...leave('on hold', left.hold),
      ...leave('closed', left.close),
      ...leave('hand over', left.handOver),
    },
  };
}

const ids = { 'locality.$': '$.locality', 'generation.$': '$.generation' };

function openStep({ openStage }: StepFunctions, at: { stage: string; track?: string }): State {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: {
      FunctionName: openStage,
      Payload: { ...ids, ...at, 'startedAt.$': '$$.Execution.StartTime' },
    },
    ResultSelector: {
      'visit.$': '$.Payload.visit',
      'passed.$': '$.Payload.passed',
      'gateSeconds.$': '$.Payload.gateSeconds',
    },
    ResultPath: '$.open',
    TimeoutSeconds: 60,
    Retry: retries,
  };
}

function gateStep(
  { armGate }: StepFunctions,
  at: { stage: string; track?: string },
  definition: string,
): State {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Parameters: {
      FunctionName: armGate,
      Payload: { ...ids, ...at, 'visit.$': '$.open.visit', 'token.$': '$$.Task.Token', definition },
    },
    ResultPath: '$.decision',
    TimeoutSecondsPath: '$.open.gateSeconds',
    Retry: retries,
  };
}

function endings({ handOver }: StepFunctions): States {
  return {
    [ends.handOver]: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: handOver, Payload: ids },
      ResultPath: null,
      TimeoutSeconds: 60,
      Retry: retries,
      Catch: [broken],
      Next: ends.handedOver,
    },
    [ends.handedOver]: { Type: 'Succeed' },
    [ends.completed]: { Type: 'Succeed' },
    [ends.onHold]: { Type: 'Succeed' },
    [ends.closed]: { Type: 'Succeed' },
    [ends.superseded]: { Type: 'Succeed' },
    [ends.failed]: {
      Type: 'Fail',
      Error: 'StepFailed',
      Cause: 'A step failed for good; the runbook says what to do',
    },
  };
}
