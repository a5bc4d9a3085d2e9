import * as z from 'zod';

/** Properties that mean nothing on one machine: who may do what, tags, logs, encryption. */
const tolerated = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, z.unknown().optional()]));

const KeySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const Table = z.strictObject({
  TableName: z.string().optional(),
  KeySchema,
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z
    .array(
      z.strictObject({
        IndexName: z.string(),
        KeySchema,
        Projection: z.strictObject({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .default([]),
  StreamSpecification: z
    .strictObject({ StreamViewType: z.enum(['NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY']) })
    .optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
  ...tolerated('BillingMode', 'Replicas', 'SSESpecification', 'PointInTimeRecoverySpecification', 'Tags'),
  ...tolerated('DeletionProtectionEnabled', 'OnDemandThroughput', 'WriteOnDemandThroughputSettings'),
});

const LambdaFunction = z.strictObject({
  FunctionName: z.string().optional(),
  Runtime: z.string().startsWith('nodejs'),
  Handler: z.string().regex(/^[\w-]+\.\w+$/),
  Code: z.strictObject({ S3Bucket: z.unknown(), S3Key: z.string() }),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.string()) }).default({ Variables: {} }),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  ...tolerated('Role', 'Architectures', 'LoggingConfig', 'Description', 'Tags', 'TracingConfig'),
  ...tolerated('ReservedConcurrentExecutions', 'EphemeralStorage', 'RecursiveLoop'),
});

const EventSourceMapping = z.strictObject({
  EventSourceArn: z.string().regex(/^arn:aws:dynamodb:.*\/stream\//, 'must be the stream of a table'),
  FunctionName: z.string(),
  BatchSize: z.number().int().min(1).default(100),
  FilterCriteria: z
    .strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })) })
    .default({ Filters: [] }),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number().int().default(-1),
  StartingPosition: z.literal('TRIM_HORIZON'),
  Enabled: z.literal(true).optional(),
  ParallelizationFactor: z.number().int().min(1).max(10).default(1),
  MaximumBatchingWindowInSeconds: z.number().int().min(0).max(300).default(0),
  ...tolerated('DestinationConfig', 'MaximumRecordAgeInSeconds', 'Tags'),
});

const StateMachine = z.strictObject({
  StateMachineName: z.string().optional(),
  StateMachineType: z.literal('STANDARD').optional(),
  DefinitionString: z.string(),
  RoleArn: z.string().default('arn:aws:iam::000000000000:role/local'),
  ...tolerated('LoggingConfiguration', 'TracingConfiguration', 'Tags', 'EncryptionConfiguration'),
});

const Route = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});

const Integration = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  ...tolerated('TimeoutInMillis', 'Description', 'IntegrationMethod'),
});

const Authorizer = z.strictObject({
  ApiId: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.strictObject({ Audience: z.array(z.string()), Issuer: z.string() }),
  Name: z.string(),
});

const Api = z.strictObject({
  ProtocolType: z.literal('HTTP'),
  ...tolerated('Name', 'Description', 'Tags', 'DisableExecuteApiEndpoint'),
});

const Stage = z.strictObject({
  ApiId: z.string(),
  StageName: z.literal('$default'),
  ...tolerated('AutoDeploy', 'AccessLogSettings', 'DefaultRouteSettings', 'Description', 'Tags'),
});

const Schedule = z.strictObject({
  Name: z.string().optional(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.strictObject({
    Arn: z.string(),
    Input: z.string().optional(),
    ...tolerated('RoleArn', 'RetryPolicy', 'DeadLetterConfig'),
  }),
  ...tolerated('FlexibleTimeWindow', 'Description', 'GroupName'),
});

/** Sign-in itself is the local provider's; of the client, only where people are sent back to matters. */
const UserPoolClient = z.object({
  CallbackURLs: z.array(z.string()).default([]),
  LogoutURLs: z.array(z.string()).default([]),
});

/** Files lie on this machine's disk: unversioned, unencrypted, and of the same origin as the app. */
const Bucket = z.strictObject({
  BucketName: z.string().optional(),
  LifecycleConfiguration: z
    .strictObject({
      Rules: z.array(
        z.strictObject({
          Status: z.enum(['Enabled', 'Disabled']),
          ExpirationInDays: z.number().optional(),
          Prefix: z.string().default(''),
          TagFilters: z.array(z.strictObject({ Key: z.string(), Value: z.string() })).default([]),
          ...tolerated('Id', 'AbortIncompleteMultipartUpload', 'ExpiredObjectDeleteMarker'),
          ...tolerated('NoncurrentVersionExpiration'),
        }),
      ),
    })
    .default({ Rules: [] }),
  ...tolerated(
    'BucketEncryption',
    'CorsConfiguration',
    'OwnershipControls',
    'PublicAccessBlockConfiguration',
  ),
  ...tolerated('Tags', 'VersioningConfiguration'),
});

/** What the local runner serves, by resource type, with the properties it can honour. */
export const served = {
  'AWS::DynamoDB::Table': Table,
  'AWS::DynamoDB::GlobalTable': Table,
  'AWS::Lambda::Function': LambdaFunction,
  'AWS::Lambda::EventSourceMapping': EventSourceMapping,
  'AWS::StepFunctions::StateMachine': StateMachine,
  'AWS::ApiGatewayV2::Api': Api,
  'AWS::ApiGatewayV2::Stage': Stage,
  'AWS::ApiGatewayV2::Route': Route,
  'AWS::ApiGatewayV2::Integration': Integration,
  'AWS::ApiGatewayV2::Authorizer': Authorizer,
  'AWS::Scheduler::Schedule': Schedule,
  'AWS::Cognito::UserPoolClient': UserPoolClient,
  'AWS::S3::Bucket': Bucket,
};

export type Served = typeof served;
export type Properties<T extends keyof Served> = z.output<Served[T]>;

/** Types that have no meaning on one machine. */
const withoutMeaning = new Set([
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolGroup',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::ResourcePolicy',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::ScheduleGroup',
]);

export const hasNoMeaning = (type: string) => withoutMeaning.has(type);

const rank = ({ code }: z.core.$ZodIssue) => (code === 'unrecognized_keys' ? 0 : 1);

/** Says in one line what of a parsed thing the runner cannot honour. */
export function describeIssues(error: z.ZodError): string {
  const unknownFirst = error.issues.toSorted((a, b) => rank(a) - rank(b));
  const lines = unknownFirst.map((issue) => {
    const place = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return `${issue.keys.map((key) => [...place, key].join('.')).join(', ')}: the local runner does not know it`;
    return `${place.join('.') || 'it'}: ${issue.message}`;
  });
  return lines.join('; ');
}
