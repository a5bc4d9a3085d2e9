/** The account everything stands in on one machine. */
export const account = '000000000000';

/** A resource with its properties evaluated, as far as its name needs them. */
export interface NamedResource {
  type: string;
  logicalId: string;
  stack: string;
  region: string;
  /** The name the template gives it, if it does. */
  given?: string;
  /** Where this runner listens. */
  url: string;
}

const nameProperties: Record<string, string> = {
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::S3::Bucket': 'BucketName',
};

/** The property that names a resource of this type. */
export const namePropertyOf = (type: string) => nameProperties[type];

/** CDK ends its logical ids with a hash of the path; what stands before it reads better. */
const physicalName = ({ given, stack, logicalId }: NamedResource) =>
  given ?? `${stack}-${logicalId.replace(/[0-9A-F]{8}$/, '')}`;

const arn = (service: string, region: string, resource: string) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

function arnOf(resource: NamedResource): string {
  const name = physicalName(resource);
  switch (resource.type) {
    case 'AWS::Lambda::Function':
      return arn('lambda', resource.region, `function:${name}`);
    case 'AWS::StepFunctions::StateMachine':
      return arn('states', resource.region, `stateMachine:${name}`);
    case 'AWS::DynamoDB::Table':
    case 'AWS::DynamoDB::GlobalTable':
      return arn('dynamodb', resource.region, `table/${name}`);
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${refOf(resource)}`;
    default:
      return arn(resource.type.split('::')[1]?.toLowerCase() ?? 'local', resource.region, name);
  }
}

/** What `Ref` gives for a resource. */
export function refOf(resource: NamedResource): string {
  switch (resource.type) {
    case 'AWS::StepFunctions::StateMachine':
    case 'AWS::SNS::Topic':
      return arnOf(resource);
    case 'AWS::S3::Bucket':
      return physicalName(resource).toLowerCase();
    case 'AWS::Cognito::UserPool':
      return `${resource.region}_${physicalName(resource)}`;
    default:
      return physicalName(resource);
  }
}

/** What `Fn::GetAtt` gives for a resource. */
export function attributeOf(resource: NamedResource, attribute: string): string {
  switch (attribute) {
    case 'Arn':
    case 'TopicArn':
      return arnOf(resource);
    case 'StreamArn':
      return `${arnOf(resource)}/stream/local`;
    case 'ApiEndpoint':
      return resource.url;
    case 'Name':
    case 'QueueName':
      return physicalName(resource);
    default:
      return `${physicalName(resource)}.${attribute}`;
  }
}
