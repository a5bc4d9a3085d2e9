import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StartupError } from '../../local/startup-error.ts';
import { prepareMachine } from '../../local/step-functions/definition.ts';
import { validatedOnce } from '../../local/step-functions/validated.ts';
import { tracks, walk } from './fixture/workflows.ts';

const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:step';
const prepare = (definition: object, hasFunction = () => true) =>
  prepareMachine({ name: 'm', arn: 'a', roleArn: 'r', definition: JSON.stringify(definition) }, hasFunction);

const machine = (state: object) => ({ StartAt: 'One', States: { One: state } });
const task = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: functionArn },
  End: true,
};
const branch = { StartAt: 'In', States: { In: { ...task } } };
const parallel = { Type: 'Parallel', Branches: [branch], End: true };

test('every task of a definition is planned, those in tracks too', () => {
  expect([...prepare(walk(functionArn)).tasks.keys()]).toEqual(['Open', 'Gate']);
  const { tasks, inside } = prepare(tracks(functionArn));
  expect([...tasks.values()].map(({ kind }) => kind)).toEqual(['callback', 'callback']);
  expect(inside.get('Both')).toContain('south gate');
});

test('a function may be called directly', () => {
  const { tasks } = prepare(machine({ Type: 'Task', Resource: functionArn, TimeoutSeconds: 5, End: true }));
  expect(tasks.get('One')).toEqual({ kind: 'call', functionArn, timeoutSeconds: 5 });
});

test.each([
  ['a Wait state', machine({ Type: 'Wait', Seconds: 5, End: true }), 'States.One.Type'],
  ['a Map state', machine({ Type: 'Map', End: true }), 'States.One.Type'],
  ['JSONata', { ...machine(task), QueryLanguage: 'JSONata' }, 'QueryLanguage'],
  ['JSONata in a state', machine({ ...task, QueryLanguage: 'JSONata' }), 'States.One.QueryLanguage'],
  ['variables', machine({ ...task, Assign: { a: 1 } }), 'States.One.Assign'],
  ['a heartbeat', machine({ ...task, HeartbeatSeconds: 5 }), 'States.One.HeartbeatSeconds'],
  [
    'another service',
    machine({ ...task, Resource: 'arn:aws:states:::sns:publish' }),
    'One: the local runner has no task of the kind arn:aws:states:::sns:publish',
  ],
  [
    'a function chosen at run time',
    machine({ ...task, Parameters: { 'FunctionName.$': '$.f' } }),
    'FunctionName.$',
  ],
  [
    'an asynchronous call',
    machine({ ...task, Parameters: { FunctionName: functionArn, InvocationType: 'Event' } }),
    'InvocationType',
  ],
  [
    'a part of the context object',
    machine({ ...task, Parameters: { FunctionName: functionArn, Payload: { 'a.$': '$$.State.Name' } } }),
    '$$.State.Name',
  ],
  [
    'States.TaskFailed beside a time-out',
    machine({ ...task, TimeoutSeconds: 5, Retry: [{ ErrorEquals: ['States.TaskFailed'] }] }),
    'States.TaskFailed',
  ],
  [
    'a Parallel state that is tried again',
    machine({ ...parallel, Retry: [{ ErrorEquals: ['States.ALL'] }] }),
    'One',
  ],
  [
    'one name for two states',
    { StartAt: 'In', States: { In: { ...task, End: undefined, Next: 'One' }, One: parallel } },
    'already exists: In',
  ],
  ['a next state that is not there', machine({ ...task, End: undefined, Next: 'Nowhere' }), 'Nowhere'],
])('%s is refused at start, by name', (_, definition, name) => {
  expect(() => prepare(definition)).toThrow(StartupError);
  expect(() => prepare(definition)).toThrow(`state machine m: `);
  expect(() => prepare(definition)).toThrow(name);
});

test('a function that is not there is refused at start', () => {
  expect(() => prepare(machine(task), () => false)).toThrow(`One: there is no function ${functionArn}`);
});

test('a definition is validated once, and one that did not pass, or is another, again', () => {
  const once = validatedOnce(mkdtempSync(join(tmpdir(), 'etapas-test-')));
  const validated: string[] = [];
  const pass = (text: string) => once(text, () => void validated.push(text));
  const fail = () => {
    throw new Error('invalid');
  };
  pass('one');
  pass('one');
  pass('two');
  expect(() => once('three', fail)).toThrow('invalid');
  expect(() => once('three', fail)).toThrow('invalid');
  pass('three');
  expect(validated).toEqual(['one', 'two', 'three']);
});
