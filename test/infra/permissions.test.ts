import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { resolved } from './resolved.ts';
import { municipality, synthesize } from './synthesized.ts';

const [juarez] = synthesize(municipality({ mailRegion: 'us-west-2' })).pairs;
if (!juarez) throw new Error('a pair of stacks is expected');
const { data, service } = juarez;

const text = z.unknown().transform((value) => resolved(value, data));
const texts = z
  .unknown()
  .transform((value) => (Array.isArray(value) ? value : [value]).map((one) => resolved(one, data)));
const Policy = z.object({
  Roles: z.array(text),
  PolicyDocument: z.object({
    Statement: z.array(
      z.strictObject({
        Effect: z.literal('Allow'),
        Action: texts,
        Resource: texts,
        Condition: z.json().optional(),
      }),
    ),
  }),
});

const properties = (type: string) =>
  Object.values(service.findResources(type)).map(({ Properties }) => Properties);
const policies = properties('AWS::IAM::Policy').map((policy) => Policy.parse(policy));
const statementsOf = (role: string) =>
  policies
    .filter(({ Roles }) => Roles.includes(role))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);

/** What a role allows: resource → actions. */
function allowed(role: string) {
  const actions: Record<string, string[]> = {};
  for (const { Action, Resource } of statementsOf(role))
    for (const resource of Resource) actions[resource] = [...(actions[resource] ?? []), ...Action].sort();
  return actions;
}

const of = (service: string, ...names: string[]) => names.map((name) => `${service}:${name}`);
const items = (...more: string[]) => of('dynamodb', 'GetItem', 'PutItem', ...more).sort();
const log = of('logs', 'CreateLogStream', 'PutLogEvents');
const drive = of('states', 'SendTaskSuccess', 'StartExecution');
const mailbox = 'arn:aws:ses:us-west-2:<AWS::AccountId>:identity/juarez.example';
const mail = {
  [mailbox]: ['ses:SendRawEmail'],
  'arn:aws:ses:us-west-2:<AWS::AccountId>:configuration-set/etapas-juarez': ['ses:SendRawEmail'],
  '*': ['ses:GetSendQuota'],
};
const executionsOf = (version: string) =>
  `arn:<AWS::Partition>:states:us-east-1:<AWS::AccountId>:execution:etapas-juarez-${version}:*`;

const step = (name: string, ...more: string[]) => ({
  [`<${name}Log.Arn>`]: log,
  '<Table.Arn>': items(...more),
});
const expected = {
  Api: {
    '<ApiLog.Arn>': log,
    '<Evidence.Arn>': ['s3:ListBucketVersions'],
    '<Evidence.Arn>/anchors/*': ['s3:GetObject'],
    '<Evidence.Arn>/answers/*': of('s3', 'GetObject', 'PutObject'),
    '<Evidence.Arn>/evidence/*': of(
      's3',
      'DeleteObject',
      'DeleteObjectTagging',
      'DeleteObjectVersion',
      'GetObject',
      'PutObject',
      'PutObjectTagging',
    ),
    '<Table.Arn>': items('BatchGetItem', 'DeleteItem', 'Query', 'UpdateItem'),
    '<Table.Arn>/index/due': ['dynamodb:Query'],
    '<Table.Arn>/index/pending': ['dynamodb:Query'],
    '<Table.Arn>/index/responsible': ['dynamodb:Query'],
    '<Table.Arn>/index/standing': ['dynamodb:Query'],
  },
  Links: {
    '<LinksLog.Arn>': log,
    '<Table.Arn>': items('BatchGetItem', 'DeleteItem', 'Query', 'UpdateItem'),
    '<Table.Arn>/index/due': ['dynamodb:Query'],
    '<Table.Arn>/index/responsible': ['dynamodb:Query'],
    '<Table.Arn>/index/standing': ['dynamodb:Query'],
  },
  OpenStage: step('OpenStage', 'UpdateItem'),
  ArmGate: step('ArmGate', 'UpdateItem'),
  HandOver: step('HandOver'),
  Relay: {
    '<RelayLog.Arn>': log,
    '<Table.Arn>': items('BatchGetItem', 'DeleteItem', 'Query', 'UpdateItem'),
    '<Table.StreamArn>': of('dynamodb', 'DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'),
    '<Undelivered.Arn>': ['sqs:SendMessage'],
    '<Workflowconvivirmejorv1StateMachine>': drive,
    '<Workflowredconectatev1StateMachine>': drive,
    ...mail,
  },
  Reconcile: {
    '<ReconcileLog.Arn>': log,
    '<Evidence.Arn>/anchors/*': of('s3', 'GetObject', 'PutObject'),
    '<Table.Arn>': items('BatchGetItem', 'DeleteItem', 'Query', 'UpdateItem'),
    '<Table.Arn>/index/pending': ['dynamodb:Query'],
    '<Workflowconvivirmejorv1StateMachine>': ['states:ListExecutions', ...drive],
    '<Workflowredconectatev1StateMachine>': ['states:ListExecutions', ...drive],
    [executionsOf('convivir-mejor-v1')]: of('states', 'DescribeExecution', 'StopExecution'),
    [executionsOf('red-conectate-v1')]: of('states', 'DescribeExecution', 'StopExecution'),
    ...mail,
  },
  Sweep: {
    '<SweepLog.Arn>': log,
    '<Table.Arn>': items('BatchGetItem', 'Query'),
    '<Table.Arn>/index/due': ['dynamodb:Query'],
    '<Table.Arn>/index/pending': ['dynamodb:Query'],
  },
  MailEvents: {
    '<MailEventsLog.Arn>': log,
    // Query: a soft bounce is counted by the mails to whoever has the address. DeleteItem: what a digest has told staff.
    '<Table.Arn>': items('DeleteItem', 'Query', 'UpdateItem'),
    '<Undelivered.Arn>': ['sqs:SendMessage'],
  },
};

describe('the role of a function', () => {
  it.each(Object.entries(expected))('%s allows what it needs and nothing more', (name, actions) => {
    expect(allowed(`<${name}Role>`)).toEqual(actions);
  });

  it('is known above for every function', () => {
    const roles = properties('AWS::Lambda::Function').map(({ Role }) => text.parse(Role));
    expect(roles.sort()).toEqual(
      Object.keys(expected)
        .map((name) => `<${name}Role.Arn>`)
        .sort(),
    );
  });

  it('has no policy beside those listed', () => {
    service.allResourcesProperties('AWS::IAM::Role', {
      ManagedPolicyArns: Match.absent(),
      Policies: Match.absent(),
    });
  });

  it('sends from the address of the municipality only', () => {
    for (const name of ['Relay', 'Reconcile'])
      expect(
        statementsOf(`<${name}Role>`).find(({ Resource }) => Resource.includes(mailbox))?.Condition,
      ).toEqual({
        StringEquals: { 'ses:FromAddress': 'etapas@juarez.example' },
      });
  });
});

describe('the role of a workflow and of a timer', () => {
  it('calls its functions, and a workflow writes its log', () => {
    const deliveries = [
      'CreateLogDelivery',
      'DeleteLogDelivery',
      'DescribeLogGroups',
      'DescribeResourcePolicies',
    ];
    expect(allowed('<Workflowconvivirmejorv1Role>')).toEqual({
      '<OpenStageFunction.Arn>': ['lambda:InvokeFunction'],
      '<ArmGateFunction.Arn>': ['lambda:InvokeFunction'],
      '<HandOverFunction.Arn>': ['lambda:InvokeFunction'],
      '*': of(
        'logs',
        ...deliveries,
        'GetLogDelivery',
        'ListLogDeliveries',
        'PutResourcePolicy',
        'UpdateLogDelivery',
      ),
    });
    expect(allowed('<DailyRole>')).toEqual({
      '<SweepFunction.Arn>': ['lambda:InvokeFunction'],
      '<Undelivered.Arn>': ['sqs:SendMessage'],
    });
    expect(allowed('<HourlyRole>')).toEqual({
      '<ReconcileFunction.Arn>': ['lambda:InvokeFunction'],
      '<Undelivered.Arn>': ['sqs:SendMessage'],
    });
  });
});

describe('every policy', () => {
  it('is without a scan and without actions by wildcard', () => {
    const actions = policies.flatMap(({ PolicyDocument }) =>
      PolicyDocument.Statement.flatMap(({ Action }) => Action),
    );
    expect(actions).not.toContain('dynamodb:Scan');
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });
});
