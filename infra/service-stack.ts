import {
  ArnFormat,
  CfnOutput,
  CrossStackReferences,
  Duration,
  ReferenceStrength,
  Stack,
  type StackProps,
  TimeZone,
} from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { Municipality } from '../domain/municipality.ts';
import type { Programme } from '../domain/programme.ts';
import { versionName } from '../domain/version-name.ts';
import { Alarms } from './constructs/alarms.ts';
import { ApiGateway } from './constructs/api-gateway.ts';
import { DeadLetterQueue } from './constructs/dead-letter-queue.ts';
import { EtapasFunction } from './constructs/etapas-function.ts';
import { grantAnchors, grantFiles } from './constructs/file-access.ts';
import { configurationSetName, Mail } from './constructs/mail.ts';
import { OutboxStream } from './constructs/outbox-stream.ts';
import { SignIn } from './constructs/sign-in.ts';
import {
  grantDueIndex,
  grantPendingIndex,
  grantResponsibleIndex,
  grantStandingIndex,
  tableActions,
} from './constructs/table-access.ts';
import { Timer } from './constructs/timer.ts';
import { Web } from './constructs/web.ts';
import { WebFiles } from './constructs/web-files.ts';
import { stateMachineNamePrefix, Workflow } from './constructs/workflow.ts';
import { WorkflowLog } from './constructs/workflow-log.ts';
import { originOf } from './municipalities.ts';

interface ServiceStackProps extends StackProps {
  municipality: Municipality;
  programmes: Programme[];
  /** The table of the data stack: it decides, everything here follows. */
  table: ITableV2;
  /** The bucket of the data stack, for the files of evidence. */
  evidence: IBucket;
  /** The folder of the built app; without it there is none: one machine serves the app itself. */
  app?: string;
}

/**
 * What works on a municipality's data. It can be taken down and made again; the accounts of staff then stay
 * behind in the old user pool, which is kept.
 */
export class ServiceStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { municipality, programmes, table, evidence, app, ...props }: ServiceStackProps,
  ) {
    super(scope, id, props);
    // As long as this stack works on the table, a change that would put an empty one in its place is refused.
    CrossStackReferences.of(this).consume(ReferenceStrength.STRONG);

    const alarms = new Alarms(this, 'Alarms', { email: municipality.alarmEmail });
    const undelivered = new DeadLetterQueue(this, 'Undelivered', { alarm: { atLeast: 1, tell: alarms } });

    // The app of the coordinators, at one address with the API and the pages.
    const gateway = new ApiGateway(this, 'Gateway', { municipality, alarm: { atLeast: 3, tell: alarms } });
    const signIn = new SignIn(this, 'SignIn', { municipality });
    const web =
      app === undefined
        ? undefined
        : new Web(this, 'Web', {
            gateway,
            signIn,
            evidence,
            alarm: { none: 'its errors are those of the API, which the alarm of the gateway counts' },
          });
    const address = web?.url ?? gateway.url;
    const publicUrl = municipality.publicUrl ?? address;
    const client = signIn.addApp([address, ...originOf(municipality)].map((origin) => `${origin}/`));

    // The API: people and scripts, signed in, change the table.
    const api = new EtapasFunction(this, 'Api', {
      entry: 'functions/api/index.ts',
      // Imports hold a whole spreadsheet.
      memory: 1_024,
      municipality,
      table,
      tableActions: tableActions.api,
      programmes: true,
      questionnaires: true,
      fonts: true,
      environment: { FILES_BUCKET: evidence.bucketName, PUBLIC_URL: publicUrl },
      alarm: { none: 'its errors are answers of 500, which the alarm of the gateway counts' },
    });
    grantResponsibleIndex(table, api);
    grantStandingIndex(table, api);
    grantFiles(evidence, api);
    gateway.serve(api, signIn.pool, client);
    if (web && app !== undefined) {
      const { id, name, timeZone, language } = municipality;
      const config = {
        issuer: signIn.pool.userPoolProviderUrl,
        clientId: client.userPoolClientId,
        municipality: { id, name, timeZone, language },
      };
      new WebFiles(this, 'WebFiles', { app, bucket: web.bucket, config });
    }

    // Pages for people without an account: let in by a signed link, or to what the municipality publishes.
    const links = new EtapasFunction(this, 'Links', {
      entry: 'functions/links/index.ts',
      municipality,
      table,
      tableActions: tableActions.links,
      programmes: true,
      questionnaires: true,
      environment: { PUBLIC_URL: publicUrl },
      alarm: { none: 'its errors are answers of 500, which the alarm of the gateway counts' },
    });
    gateway.servePages(links);
    grantResponsibleIndex(table, links);
    // The feed of an agenda.
    grantStandingIndex(table, links);
    grantDueIndex(table, links);

    // The workflow: one state machine per programme version walks each locality from gate to gate.
    const step = (id: string, entry: string, actions: string[]) =>
      new EtapasFunction(this, id, {
        entry,
        municipality,
        table,
        tableActions: actions,
        programmes: true,
        alarm: {
          none: 'a step that keeps failing ends its execution, which the alarm of the workflow log counts',
        },
      });
    const steps = {
      openStage: step('OpenStage', 'functions/steps/open-stage.ts', tableActions.openStage),
      armGate: step('ArmGate', 'functions/steps/arm-gate.ts', tableActions.armGate),
      handOver: step('HandOver', 'functions/steps/hand-over.ts', tableActions.handOver),
    };
    const log = new WorkflowLog(this, 'WorkflowLog', { municipality, alarm: { atLeast: 1, tell: alarms } });
    const workflows = programmes.map(
      (programme) =>
        new Workflow(this, `Workflow-${versionName(programme)}`, { municipality, programme, steps, log }),
    );

    // The outbox: the relay does what the table asks for (mail, start, answer), the reconciler what drifted.
    const outboxFunction = {
      municipality,
      table,
      environment: {
        PUBLIC_URL: publicUrl,
        STATE_MACHINE_PREFIX: this.formatArn({
          service: 'states',
          resource: 'stateMachine',
          resourceName: stateMachineNamePrefix(municipality),
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
        CONFIGURATION_SET: configurationSetName(municipality),
      },
    };
    const relay = new EtapasFunction(this, 'Relay', {
      ...outboxFunction,
      entry: 'functions/events/relay.ts',
      tableActions: tableActions.relay,
      timeout: Duration.minutes(2),
      alarm: {
        none: 'what fails is late and then undelivered; the alarms of the stream and of the queue count that',
      },
    });
    const reconcile = new EtapasFunction(this, 'Reconcile', {
      ...outboxFunction,
      environment: { ...outboxFunction.environment, FILES_BUCKET: evidence.bucketName },
      entry: 'functions/events/reconcile.ts',
      tableActions: tableActions.reconcile,
      programmes: true,
      timeout: Duration.minutes(10),
      alarm: { atLeast: 1, tell: alarms },
    });
    const tenMinutes = Duration.minutes(10).toMilliseconds();
    new OutboxStream(this, 'Outbox', {
      table,
      relay,
      undelivered,
      alarm: { atLeast: tenMinutes, tell: alarms },
    });
    new Timer(this, 'Hourly', {
      when: ScheduleExpression.rate(Duration.hours(1)),
      calls: reconcile,
      undelivered,
    });

    // The reminders: a sweep every day at the municipality's hour writes what the outbox then mails.
    const sweep = new EtapasFunction(this, 'Sweep', {
      entry: 'functions/events/sweep.ts',
      municipality,
      programmes: true,
      table,
      tableActions: tableActions.sweep,
      timeout: Duration.minutes(10),
      alarm: { atLeast: 1, tell: alarms },
    });
    grantDueIndex(table, sweep);
    grantPendingIndex(table, sweep);
    grantDueIndex(table, api);
    grantPendingIndex(table, api);
    new Timer(this, 'Daily', {
      when: ScheduleExpression.cron({
        minute: '0',
        hour: String(municipality.reminders.hour),
        timeZone: TimeZone.of(municipality.timeZone),
      }),
      calls: sweep,
      undelivered,
    });

    // The mail: SES tells what became of each.
    const mailEvents = new EtapasFunction(this, 'MailEvents', {
      entry: 'functions/events/mail-events.ts',
      municipality,
      table,
      tableActions: tableActions.mailEvents,
      alarm: { none: 'what fails is undelivered in the end; the alarm of the queue counts that' },
    });
    new Mail(this, 'Mail', {
      municipality,
      senders: [relay, reconcile],
      events: mailEvents,
      undelivered,
      alarm: { atLeast: 1, tell: alarms },
    });
    for (const driver of [relay, reconcile]) for (const workflow of workflows) workflow.grantDrive(driver);
    for (const workflow of workflows) workflow.grantRepair(reconcile);
    grantPendingIndex(table, reconcile);
    grantAnchors(evidence, reconcile);

    if (web) new CfnOutput(this, 'Url', { value: web.url });
    new CfnOutput(this, 'ApiUrl', { value: gateway.url });
    new CfnOutput(this, 'UserPoolId', { value: signIn.pool.userPoolId });
    new CfnOutput(this, 'UserPoolClientId', { value: client.userPoolClientId });
    new CfnOutput(this, 'SignInUrl', { value: signIn.url });
    new CfnOutput(this, 'TableName', { value: table.tableName });
    new CfnOutput(this, 'StateMachines', { value: workflows.map(({ name }) => name).join(',') });
  }
}
