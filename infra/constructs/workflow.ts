import { ArnFormat, Aws, Stack, Validations } from 'aws-cdk-lib';
import { Grant, type IGrantable, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Municipality } from '../../domain/municipality.ts';
import type { Programme } from '../../domain/programme.ts';
import { versionName } from '../../domain/version-name.ts';
import { localityProgress } from '../../workflows/locality-progress.ts';
import type { EtapasFunction } from './etapas-function.ts';
import type { WorkflowLog } from './workflow-log.ts';

interface WorkflowProps {
  municipality: Municipality;
  programme: Programme;
  steps: { openStage: EtapasFunction; armGate: EtapasFunction; handOver: EtapasFunction };
  /** Errors go there, and its alarm watches them. */
  log: WorkflowLog;
}

/** What the names of a municipality's state machines begin with; the programme version follows. */
export const stateMachineNamePrefix = ({ id }: Municipality) => `etapas-${id}-`;

/** The state machine of one programme version. */
export class Workflow extends Construct {
  readonly name: string;
  readonly #arn: string;

  constructor(scope: Construct, id: string, { municipality, programme, steps, log }: WorkflowProps) {
    super(scope, id);
    this.name = `${stateMachineNamePrefix(municipality)}${versionName(programme)}`;
    const { openStage, armGate, handOver } = steps;
    const arns = {
      openStage: openStage.function.functionArn,
      armGate: armGate.function.functionArn,
      handOver: handOver.function.functionArn,
    };
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    Grant.addToPrincipal({
      grantee: role,
      actions: ['lambda:InvokeFunction'],
      resourceArns: Object.values(arns),
    });
    const machine = new StateMachine(this, 'StateMachine', {
      stateMachineName: this.name,
      definitionBody: DefinitionBody.fromString(
        Stack.of(this).toJsonString(localityProgress(programme, arns)),
      ),
      role,
      logs: { destination: log.group, level: LogLevel.ERROR, includeExecutionData: false },
    });
    this.#arn = machine.stateMachineArn;
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'The actions on log deliveries, which a state machine needs to write its log, know no single resources',
    });
    Validations.of(machine).acknowledge(
      {
        id: 'AwsSolutions-SF1',
        reason: 'The table holds the history; of the workflow only errors are logged',
      },
      { id: 'AwsSolutions-SF2', reason: 'Executions last for months; a trace does not' },
    );
  }

  /** Leave to start executions and to answer the gates they wait at. */
  grantDrive(grantee: IGrantable) {
    this.#grant(grantee, this.#arn, 'StartExecution', 'SendTaskSuccess');
  }

  /** Leave to look executions up and to stop one that has drifted from the table. */
  grantRepair(grantee: EtapasFunction) {
    const executions = (partition: string, account: string) =>
      Stack.of(this).formatArn({
        partition,
        account,
        service: 'states',
        resource: 'execution',
        resourceName: `${this.name}:*`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      });
    this.#grant(grantee, this.#arn, 'ListExecutions');
    this.#grant(grantee, executions(Aws.PARTITION, Aws.ACCOUNT_ID), 'DescribeExecution', 'StopExecution');
    Validations.of(grantee).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${executions('<AWS::Partition>', '<AWS::AccountId>')}]`,
      reason: 'Executions are named after localities, which are not known here; their state machine is',
    });
  }

  #grant(grantee: IGrantable, resource: string, ...actions: string[]) {
    Grant.addToPrincipal({
      grantee,
      actions: actions.map((action) => `states:${action}`),
      resourceArns: [resource],
    });
  }
}
