import { Match, type Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { indexes, table as schema } from '../../store/table.ts';
import { bothOf, findings, municipality, leon as secondMunicipality, synthesize } from './synthesized.ts';

const { assembly, pairs } = synthesize(municipality(), secondMunicipality());
const [juarez, leon] = bothOf(pairs);

describe('the app', () => {
  it('makes a pair of stacks for every municipality in its own region and account, and one where its mail is elsewhere', () => {
    const places = assembly.stacks.map(({ stackName, environment }) => [
      stackName,
      environment.account,
      environment.region,
    ]);
    expect(places.sort()).toEqual([
      ['etapas-juarez-data', 'unknown-account', 'us-east-1'],
      ['etapas-juarez-service', 'unknown-account', 'us-east-1'],
      ['etapas-leon-data', '123456789012', 'mx-central-1'],
      ['etapas-leon-mail', '123456789012', 'us-east-1'],
      ['etapas-leon-service', '123456789012', 'mx-central-1'],
    ]);
  });

  it('tags what it makes with the municipality', () => {
    leon.service.allResourcesProperties('AWS::Lambda::Function', {
      Tags: [
        { Key: 'etapas:inegiCode', Value: '11020' },
        { Key: 'etapas:municipality', Value: 'leon' },
      ],
    });
  });

  it('passes the AwsSolutions rules, but for what is acknowledged with a reason', () => {
    expect(findings(assembly.directory)).toEqual([]);
  });
});

describe('the data stack', () => {
  it('cannot be deleted by accident', () => {
    for (const stack of assembly.stacks)
      expect(stack.terminationProtection ?? false).toBe(stack.stackName.endsWith('-data'));
    for (const type of ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::KMS::Key'])
      leon.data.allResources(type, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('has a table with the schema of the store, protected, and recoverable to any second', () => {
    const { partitionKey, sortKey, timeToLive } = schema;
    juarez.data.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      TableName: Match.absent(),
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys(partitionKey, sortKey),
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keys(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: timeToLive, Enabled: true },
      Replicas: [
        Match.objectLike({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ],
    });
  });

  it('keeps evidence versioned and out of public reach', () => {
    juarez.data.hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    juarez.data.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: [
          Match.objectLike({
            Effect: 'Deny',
            Action: 's3:*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
          Match.anyValue(),
          Match.anyValue(),
        ],
      },
    });
  });

  it('lets nobody delete an anchor, replace it, or mark it so that a rule drops it', () => {
    const anchors = { 'Fn::Join': ['', [Match.anyValue(), '/anchors/*']] };
    const denied = (more: object) =>
      Match.objectLike({ Effect: 'Deny', Principal: { AWS: '*' }, Resource: anchors, ...more });
    juarez.data.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          denied({
            Action: Match.arrayWith(['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:PutObjectTagging']),
            Condition: Match.absent(),
          }),
          denied({ Action: 's3:PutObject', Condition: { Null: { 's3:if-none-match': 'true' } } }),
        ]),
      },
    });
  });

  it('takes files from the app alone, and drops what was attached to nothing for a week', () => {
    juarez.data.hasResourceProperties('AWS::S3::Bucket', {
      CorsConfiguration: {
        CorsRules: [
          {
            AllowedOrigins: ['https://*.cloudfront.net'],
            AllowedMethods: ['GET', 'PUT'],
            AllowedHeaders: ['content-type', 'if-none-match', 'x-amz-tagging'],
            MaxAge: 3600,
          },
        ],
      },
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          Match.objectLike({
            TagFilters: [{ Key: 'attached', Value: 'false' }],
            ExpirationInDays: 7,
            Status: 'Enabled',
          }),
        ]),
      },
    });
  });

  it('has a key of its own, at a monthly charge, in the hardened profile only', () => {
    juarez.data.resourceCountIs('AWS::KMS::Key', 0);
    leon.data.resourceCountIs('AWS::KMS::Key', 1);
    juarez.data.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      SSESpecification: { SSEEnabled: false },
    });
    leon.data.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    });
    leon.service.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
            Condition: { StringEquals: { 'kms:ViaService': 's3.mx-central-1.amazonaws.com' } },
          }),
        ]),
      },
    });
  });

  it('is not replaced under the service stack, which holds on to its exports', () => {
    expect(intrinsics(leon.service)).not.toContain('Fn::GetStackOutput');
    expect(intrinsics(leon.service)).toContain('Fn::ImportValue');
  });
});

const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];

const intrinsics = (template: Template) => new Set(JSON.stringify(template.toJSON()).match(/Fn::\w+/g));
