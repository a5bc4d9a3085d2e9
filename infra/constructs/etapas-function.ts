import { basename } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, type IPrincipal, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  type IFunction,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Municipality } from '../../domain/municipality.ts';
import { type AlarmChoice, applyAlarm } from './alarms.ts';
import { bundled } from './bundling.ts';
import { grantItems } from './table-access.ts';

interface EtapasFunctionProps {
  /** The handler's file, from the project's folder. */
  entry: string;
  municipality: Municipality;
  table: ITableV2;
  /** What it may do with the table's items; see `tableActions`. */
  tableActions: string[];
  /** Counts the function's errors in five minutes. */
  alarm: AlarmChoice;
  /** Whether it reads the programmes, which are then put beside its code. */
  programmes?: boolean;
  /** Whether it reads the questionnaires of surveys, likewise. */
  questionnaires?: boolean;
  /** Whether it prints documents: the fonts it prints them in are then put beside its code. */
  fonts?: boolean;
  environment?: Record<string, string>;
  /** Megabytes; 512 unless told. */
  memory?: number;
  /** Half a minute unless told. */
  timeout?: Duration;
}

/** `functions/steps/open-stage.ts` → `open-stage`, `functions/api/index.ts` → `api` */
const nameOf = (entry: string) => basename(entry.replace(/(\/index)?\.ts$/, ''));

/** One of Etapas' functions: its code in one small file, its own role, its own log, leave for the table. */
export class EtapasFunction extends Construct implements IGrantable {
  readonly function: IFunction;
  readonly grantPrincipal: IPrincipal;
  readonly log: LogGroup;

  constructor(scope: Construct, id: string, props: EtapasFunctionProps) {
    super(scope, id);
    const { municipality, table, programmes = false, questionnaires = false, fonts = false } = props;
    const functionName = `etapas-${municipality.id}-${nameOf(props.entry)}`;
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // The role that Lambda would make itself may write to every log of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    grantItems(table, role, props.tableActions);

    this.log = logGroup;
    this.grantPrincipal = role.grantPrincipal;
    this.function = new LambdaFunction(this, 'Function', {
      functionName,
      role,
      logGroup,
      code: bundled(props.entry, { settings: municipality, programmes, questionnaires, fonts }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      // Less memory means less processor: a cold start then takes longer and costs the same.
      memorySize: props.memory ?? 512,
      timeout: props.timeout ?? Duration.seconds(30),
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      // Start, end and report of every call would be most of the log, and its metrics say the same.
      systemLogLevelV2: SystemLogLevel.WARN,
      environment: {
        TABLE_NAME: table.tableName,
        ...(fonts && { FONTS_FOLDER: 'fonts' }),
        ...props.environment,
      },
    });
    applyAlarm(this, props.alarm, {
      metric: this.function.metricErrors(),
      description: `${functionName} fails.`,
    });
  }
}
