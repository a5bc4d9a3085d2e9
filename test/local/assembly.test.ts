import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAssembly } from '../../local/assembly/assembly.ts';
import { evaluator } from '../../local/assembly/intrinsics.ts';
import type { Stack } from '../../local/assembly/template.ts';
import { StartupError } from '../../local/startup-error.ts';
import { fixtureAssembly } from './fixture/machine.ts';

const url = 'http://127.0.0.1:4600';

const table = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  },
};

const lambda = (properties: object = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: 'one',
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Code: { S3Bucket: 'b', S3Key: 'abc.zip' },
    ...properties,
  },
});

/** Writes an assembly of one stack with a table and these resources. */
function assemblyWith(resources: object) {
  const folder = mkdtempSync(join(tmpdir(), 'etapas-assembly-'));
  const write = (file: string, content: object) => writeFileSync(join(folder, file), JSON.stringify(content));
  write('manifest.json', {
    artifacts: {
      'etapas-x-service': {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/us-east-1',
        properties: { templateFile: 't.json' },
      },
    },
  });
  write('etapas-x-service.assets.json', {
    files: { abc: { source: { path: 'asset.abc', packaging: 'zip' } } },
  });
  write('t.json', { Resources: { Table: table, ...resources } });
  return folder;
}

const readWith = (resources: object) => readAssembly(assemblyWith(resources), 'x', url);

function stack(name: string, parts: Partial<Stack['template']> = {}): Stack {
  return {
    name,
    region: 'mx-central-1',
    template: { Resources: {}, Outputs: {}, Parameters: {}, ...parts },
    assets: new Map(),
  };
}

test("the fixture's assembly is read as CDK made it", async () => {
  const assembly = readAssembly(await fixtureAssembly(), 'fixture', url);
  expect(assembly.table.schema.GlobalSecondaryIndexes.map(({ IndexName }) => IndexName)).toEqual(['pending']);
  const [step] = assembly.functions;
  expect(step).toMatchObject({
    name: 'etapas-fixture-step',
    arn: 'arn:aws:lambda:us-east-1:000000000000:function:etapas-fixture-step',
    timeoutSeconds: 2,
    environment: { TABLE_NAME: assembly.table.name, ONLY_STEP: 'step of etapas-fixture-service' },
  });
  expect(assembly.streams).toMatchObject([
    { tableName: assembly.table.name, bisects: true, retryAttempts: 2 },
  ]);
  expect(assembly.routes.map(({ key, audience }) => [key, audience])).toEqual([
    ['ANY /api/{proxy+}', [assembly.signIn.clientId]],
    ['GET /openapi.json', undefined],
    ['ANY /open/{id}', undefined],
  ]);
  expect(assembly.schedules.map(({ expression }) => expression)).toEqual([
    'rate(1 hour)',
    'cron(0 8 * * ? *)',
  ]);
  expect(JSON.parse(assembly.stateMachines[0]?.definition ?? '')).toHaveProperty(
    'States.Gate.Parameters.FunctionName',
    step?.arn,
  );
});

const resources = {
  Relay0123ABCD: { Type: 'AWS::Lambda::Function', Properties: {} },
  Named: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: { 'Fn::Join': ['-', ['a', 'b']] } } },
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: {} },
  Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { StateMachineName: 'm' } },
};

/** CloudFormation's placeholders, which look like those of a template string. */
const sub = (text: string) => text.replaceAll('#{', '${');

test.each([
  [{ Ref: 'AWS::Region' }, 'mx-central-1'],
  [{ Ref: 'AWS::NoValue' }, undefined],
  [{ Ref: 'Relay0123ABCD' }, 'one-Relay'],
  [{ Ref: 'Named' }, 'a-b'],
  [{ Ref: 'Machine' }, 'arn:aws:states:mx-central-1:000000000000:stateMachine:m'],
  [{ Ref: 'Version' }, '6'],
  [{ 'Fn::GetAtt': ['Named', 'Arn'] }, 'arn:aws:lambda:mx-central-1:000000000000:function:a-b'],
  [{ 'Fn::GetAtt': 'Api.ApiEndpoint' }, url],
  [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':x']] }, 'arn:aws:x'],
  [
    { 'Fn::Sub': sub('#{AWS::AccountId}/#{Named}/#{Named.Arn}/#{!kept}') },
    sub('000000000000/a-b/arn:aws:lambda:mx-central-1:000000000000:function:a-b/#{kept}'),
  ],
  [{ 'Fn::Sub': [sub('#{who}!'), { who: { Ref: 'Named' } }] }, 'a-b!'],
  [{ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
  [{ 'Fn::ImportValue': 'two:Shared' }, 'shared value'],
  [{ 'Fn::GetStackOutput': { StackName: 'two', OutputName: 'Shared' } }, 'shared value'],
  [[{ Ref: 'AWS::NoValue' }, { a: { Ref: 'AWS::NoValue' }, b: 1 }], [{ b: 1 }]],
])('%j is evaluated', (value, expected) => {
  const one = stack('one', { Resources: resources, Parameters: { Version: { Default: '6' } } });
  const two = stack('two', {
    Outputs: {
      Shared: { Value: { 'Fn::Join': [' ', ['shared', 'value']] }, Export: { Name: 'two:Shared' } },
    },
  });
  expect(evaluator([one, two], url)(value, one)).toEqual(expected);
});

test.each([
  [{ 'Fn::If': ['a', 'b', 'c'] }, 'Fn::If'],
  [{ Ref: 'Nothing' }, 'Nothing'],
  [{ 'Fn::ImportValue': 'gone' }, 'gone'],
])('%j is refused by name', (value, name) => {
  const one = stack('one');
  expect(() => evaluator([one], url)(value, one)).toThrow(new RegExp(`${name}`));
  expect(() => evaluator([one], url)(value, one)).toThrow(StartupError);
});

test.each([
  [
    'a resource type it has not',
    { Q: { Type: 'AWS::RDS::DBInstance' } },
    'Q is of type AWS::RDS::DBInstance',
  ],
  ['a condition', { Q: { Type: 'AWS::SQS::Queue', Condition: 'C' } }, 'Q has a condition'],
  ['a property it cannot honour', { F: lambda({ Layers: [] }) }, 'F: Layers'],
  [
    'inline code',
    { F: lambda({ Code: { ZipFile: '' } }) },
    'F: Code.ZipFile: the local runner does not know it',
  ],
  [
    'code that is not in the assembly',
    { F: lambda({ Code: { S3Bucket: 'b', S3Key: 'gone.zip' } }) },
    'the code of one',
  ],
  ['a second table', { Other: table }, 'exactly one table'],
  [
    'an event source mapping of another source',
    {
      F: lambda(),
      M: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: 'arn:aws:sqs:q',
          FunctionName: 'one',
          StartingPosition: 'TRIM_HORIZON',
        },
      },
    },
    'must be the stream of a table',
  ],
  [
    'more batches at once than the cloud allows',
    {
      F: lambda(),
      M: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/local',
          FunctionName: 'one',
          StartingPosition: 'TRIM_HORIZON',
          ParallelizationFactor: 11,
        },
      },
    },
    'ParallelizationFactor',
  ],
  [
    'a route that leads nowhere',
    {
      R: {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: { ApiId: 'a', RouteKey: 'GET /', Target: 'integrations/x' },
      },
    },
    'GET / leads nowhere',
  ],
])('%s is refused at start, by name', (_, resources, message) => {
  expect(() => readWith(resources)).toThrow(message);
  expect(() => readWith(resources)).toThrow(StartupError);
});

test.each([
  [{}, { batchSize: 100, parallelBatches: 1, windowSeconds: 0 }],
  [
    { BatchSize: 25, ParallelizationFactor: 10, MaximumBatchingWindowInSeconds: 2 },
    { batchSize: 25, parallelBatches: 10, windowSeconds: 2 },
  ],
  [{ ParallelizationFactor: 4 }, { batchSize: 100, parallelBatches: 4, windowSeconds: 0 }],
])('an event source mapping with %j is followed as it says', (properties, expected) => {
  const mapping = {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/local',
      FunctionName: 'one',
      StartingPosition: 'TRIM_HORIZON',
      ...properties,
    },
  };
  expect(readWith({ F: lambda(), M: mapping }).streams).toMatchObject([{ ...expected, partitionKey: 'pk' }]);
});

test('what has no meaning on one machine is passed over', () => {
  const alarm = { Type: 'AWS::CloudWatch::Alarm', Properties: { 'Fn::If': ['whatever'] } };
  expect(readWith({ F: lambda(), Alarm: alarm }).functions).toHaveLength(1);
});

test('a folder without an assembly is refused in one line', () => {
  expect(() => readAssembly(join(tmpdir(), 'no-such-assembly'), 'x', url)).toThrow(/cannot be read/);
});
