import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { versionName } from '../../domain/version-name.ts';
import { noAlarm } from '../../infra/constructs/alarms.ts';
import { EtapasFunction } from '../../infra/constructs/etapas-function.ts';
import { localityProgress } from '../../workflows/locality-progress.ts';
import { readProgrammes } from '../../workflows/programmes.ts';
import { resolved } from './resolved.ts';
import { municipality, synthesize } from './synthesized.ts';

const [juarez] = synthesize(municipality({ alarmEmail: 'guardia@juarez.example' })).pairs;
if (!juarez) throw new Error('a pair of stacks is expected');
const { data, service, serviceStack } = juarez;

const properties = (type: string) =>
  Object.values(service.findResources(type)).map(({ Properties }) => Properties);
const arnOf = (name: string) => ({ 'Fn::GetAtt': [Match.stringLikeRegexp(`^${name}`), 'Arn'] });

describe('the functions', () => {
  it('run on arm64 with Node 24 and half a gigabyte or more, and know the table', () => {
    service.allResourcesProperties('AWS::Lambda::Function', {
      Architectures: ['arm64'],
      Runtime: 'nodejs24.x',
      LoggingConfig: { LogFormat: 'JSON', LogGroup: Match.anyValue() },
      TracingConfig: Match.absent(),
      Environment: {
        Variables: {
          TABLE_NAME: Match.anyValue(),
        },
      },
    });
  });

  it('have 512 MB, and the one that reads spreadsheets twice that', () => {
    const Sized = z.object({ FunctionName: z.string(), MemorySize: z.number() });
    const sizes = properties('AWS::Lambda::Function').map((properties) => Sized.parse(properties));
    for (const { FunctionName, MemorySize } of sizes)
      expect(MemorySize).toBe(FunctionName.endsWith('-api') ? 1_024 : 512);
  });

  it('have no variable they do not use', () => {
    const Environment = z.object({
      FunctionName: z.string(),
      Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
    });
    const variables = properties('AWS::Lambda::Function')
      .map((properties) => Environment.parse(properties))
      .map(({ FunctionName, Environment }) => [FunctionName, Object.keys(Environment.Variables).sort()]);
    expect(Object.fromEntries(variables)).toEqual({
      'etapas-juarez-api': ['FILES_BUCKET', 'FONTS_FOLDER', 'PUBLIC_URL', 'TABLE_NAME'],
      'etapas-juarez-open-stage': ['TABLE_NAME'],
      'etapas-juarez-arm-gate': ['TABLE_NAME'],
      'etapas-juarez-hand-over': ['TABLE_NAME'],
      'etapas-juarez-links': [
        'PUBLIC_URL',

        'TABLE_NAME',
      ],
      'etapas-juarez-relay': [
        'CONFIGURATION_SET',

        'PUBLIC_URL',
        'STATE_MACHINE_PREFIX',
        'TABLE_NAME',
      ],
      'etapas-juarez-sweep': ['TABLE_NAME'],
      'etapas-juarez-mail-events': ['TABLE_NAME'],
      'etapas-juarez-reconcile': [
        'CONFIGURATION_SET',
        'FILES_BUCKET',

        'PUBLIC_URL',
        'STATE_MACHINE_PREFIX',
        'TABLE_NAME',
      ],
    });
  });

  it('each has an alarm or a written reason for none', () => {
    const functions = serviceStack.node.findAll().filter((construct) => construct instanceof EtapasFunction);
    expect(functions).toHaveLength(9);
    for (const { node } of functions) {
      const reason = node.metadata.find(({ type }) => type === noAlarm)?.data;
      expect(node.tryFindChild('Alarm') ?? reason, node.path).toBeTruthy();
    }
  });
});

describe('the outbox', () => {
  it('comes to the relay by the stream: queued entries only, and hopeless ones go to the dead letters', () => {
    service.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionName: { Ref: Match.stringLikeRegexp('^RelayFunction') },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 3600,
      DestinationConfig: { OnFailure: { Destination: arnOf('Undelivered') } },
      FilterCriteria: {
        Filters: [
          {
            Pattern: Match.serializedJson({
              eventName: ['INSERT', 'MODIFY'],
              dynamodb: { NewImage: { entity: { S: ['outbox'] }, state: { S: ['queued'] } } },
            }),
          },
        ],
      },
    });
    const [mapping] = properties('AWS::Lambda::EventSourceMapping');
    expect(resolved(mapping?.EventSourceArn, data)).toBe('<Table.StreamArn>');
  });

  it('is reconciled every hour; calls that cannot be made go to the dead letters', () => {
    service.resourceCountIs('AWS::Scheduler::Schedule', 2);
    service.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 hour)',
      State: 'ENABLED',
      Target: {
        Arn: arnOf('ReconcileFunction'),
        DeadLetterConfig: { Arn: arnOf('Undelivered') },
        RetryPolicy: { MaximumRetryAttempts: 5, MaximumEventAgeInSeconds: 1800 },
      },
    });
  });
});

describe('the reminders', () => {
  it('go out every day at the hour of the municipality, in its own time', () => {
    service.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 8 * * ? *)',
      ScheduleExpressionTimezone: 'America/Ciudad_Juarez',
      State: 'ENABLED',
      Target: { Arn: arnOf('SweepFunction'), DeadLetterConfig: { Arn: arnOf('Undelivered') } },
    });
  });
});

describe('the mail', () => {
  it('goes out by a configuration set that tells a function what became of each', () => {
    service.hasResourceProperties('AWS::SES::ConfigurationSet', { Name: 'etapas-juarez' });
    service.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['send', 'reject', 'bounce', 'complaint', 'deliveryDelay'],
        SnsDestination: { TopicARN: { Ref: Match.stringLikeRegexp('^MailEvents') } },
      },
    });
    service.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'lambda',
      Endpoint: arnOf('MailEventsFunction'),
    });
    service.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: arnOf('Undelivered') } },
    });
  });

  it('has its configuration set and topic in the region of the mail, where that is another', () => {
    const elsewhere = synthesize(municipality({ region: 'mx-central-1' }));
    const [pair] = elsewhere.pairs;
    pair?.service.resourceCountIs('AWS::SES::ConfigurationSet', 0);
    pair?.service.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'lambda',
      Region: 'us-east-1',
    });
    const stack = elsewhere.assembly.getStackByName('etapas-juarez-mail');
    expect(stack.environment.region).toBe('us-east-1');
    expect(JSON.stringify(stack.template)).toContain('AWS::SES::ConfigurationSetEventDestination');
  });
});

describe('the workflows', () => {
  const programmes = readProgrammes();

  it('are one Standard state machine per programme version, which logs errors without data', () => {
    const names = properties('AWS::StepFunctions::StateMachine').map(
      ({ StateMachineName }) => StateMachineName,
    );
    expect(names.sort()).toEqual(
      programmes.map((programme) => `etapas-juarez-${versionName(programme)}`).sort(),
    );
    service.allResourcesProperties('AWS::StepFunctions::StateMachine', {
      StateMachineType: Match.absent(),
      LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: false },
    });
  });

  it('are the definitions of the programmes, with the functions of this stack', () => {
    const [programme] = programmes;
    if (!programme) throw new Error('a programme is expected');
    const machine = properties('AWS::StepFunctions::StateMachine').find(({ StateMachineName }) =>
      String(StateMachineName).endsWith(versionName(programme)),
    );
    const arns = {
      openStage: '<OpenStageFunction.Arn>',
      armGate: '<ArmGateFunction.Arn>',
      handOver: '<HandOverFunction.Arn>',
    };
    expect(JSON.parse(resolved(machine?.DefinitionString, data))).toEqual(localityProgress(programme, arns));
  });
});

describe('the alarms', () => {
  it('are seven, told to one topic and to the address of the municipality', () => {
    service.resourceCountIs('AWS::CloudWatch::Alarm', 7);
    service.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [{ Ref: Match.stringLikeRegexp('^AlarmsTopic') }],
    });
    service.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'guardia@juarez.example',
    });
  });

  it('watch the dead letters, the API, the executions, the relay, the reconciler, the sweep and the mail', () => {
    const metrics = properties('AWS::CloudWatch::Alarm').map(({ MetricName }) => MetricName);
    expect(metrics.sort()).toEqual([
      '5xx',
      'ApproximateNumberOfMessagesVisible',
      'Errors',
      'Errors',
      'IteratorAge',
      'juarez/ExecutionsFailed',
      'juarez/MailTrouble',
    ]);
  });
});
