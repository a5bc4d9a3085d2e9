import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  CfnElement,
  DefaultStackSynthesizer,
  Duration,
  RemovalPolicy,
  Stack,
  Token,
  Validations,
} from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';

interface WebFilesProps {
  /** The folder of the built app. */
  app: string;
  bucket: Bucket;
  /** What the app is told of the place it is in: `/config.json`. */
  config: object;
}

/** A folder that holds no built app. */
export class AppMissing extends Error {
  override readonly name = 'AppMissing';
}

/** @throws AppMissing when a folder holds no built app; to be asked before the work of a synthesis begins */
export function requireBuiltApp(folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) throw new AppMissing(`${folder}: there is no built app`);
}

/**
 * The files of the app, put into its bucket at every deployment. Assets carry the hash of their content in their names, and
 * those of earlier deployments stay for whoever still has the app open; everything else is asked for anew each time.
 */
export class WebFiles extends Construct {
  constructor(scope: Construct, id: string, { app, bucket, config }: WebFilesProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // The role that the function would be given may write to every log of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    const deploy = (
      id: string,
      sources: ISource[],
      folder: string | undefined,
      ...cacheControl: CacheControl[]
    ) =>
      new BucketDeployment(this, id, {
        sources,
        destinationBucket: bucket,
        destinationKeyPrefix: folder,
        cacheControl,
        prune: false,
        // Taken down with the stack: its bucket could not be removed otherwise.
        retainOnDelete: false,
        logGroup,
        role,
      });
    const assets = deploy(
      'Assets',
      [Source.asset(join(app, 'assets'))],
      'assets',
      CacheControl.setPublic(),
      CacheControl.maxAge(Duration.days(365)),
      CacheControl.immutable(),
    );
    const pages = [Source.asset(app, { exclude: ['assets'] }), Source.jsonData('config.json', config)];
    // A page names its assets: they are there before it is.
    deploy('Pages', pages, undefined, CacheControl.noCache()).node.addDependency(assets);
    acknowledge(this, role, bucket);
  }
}

/** The function that copies the files is one of CDK's own, and so is what it is allowed. */
function acknowledge(scope: Construct, role: Role, bucket: Bucket) {
  const stack = Stack.of(scope);
  const account = Token.isUnresolved(stack.account) ? '<AWS::AccountId>' : stack.account;
  const { DEFAULT_QUALIFIER } = DefaultStackSynthesizer;
  const uploads = `cdk-${stack.synthesizer.bootstrapQualifier ?? DEFAULT_QUALIFIER}-assets-${account}-${stack.region}`;
  const { defaultChild } = bucket.node;
  const own = CfnElement.isCfnElement(defaultChild) ? stack.getLogicalId(defaultChild) : '';
  for (const finding of [
    ...['Abort*', 'DeleteObject*', 'GetBucket*', 'GetObject*', 'List*'].map((name) => `Action::s3:${name}`),
    `Resource::arn:aws:s3:::${uploads}/*`,
    `Resource::<${own}.Arn>/*`,
  ])
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[${finding}]`,
      reason: "CDK's own function copies what was uploaded for this deployment into the bucket of the app",
    });
  for (const child of stack.node.children)
    if (child.node.id.startsWith('Custom::CDKBucketDeployment'))
      Validations.of(child).acknowledge({
        id: 'AwsSolutions-L1',
        reason: "CDK's own function runs on what CDK has tried it with; it works at deployments only",
      });
}
