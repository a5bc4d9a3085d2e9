import { devNull } from 'node:os';
import type { FunctionSpec } from '../assembly/specs.ts';

/** Where the AWS clients inside the functions talk to. */
export interface Endpoints {
  dynamodb: string;
  /** Step Functions, SES and S3. */
  aws: string;
}

/** What the functions sign by. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** The environment a function would find in the cloud, with this machine behind its clients. */
export const environmentOf = (
  { name, folder, environment, memoryMegabytes }: FunctionSpec,
  region: string,
  { dynamodb, aws }: Endpoints,
): Record<string, string> => ({
  ...environment,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
  AWS_ENDPOINT_URL_SFN: aws,
  AWS_ENDPOINT_URL_SES: aws,
  AWS_ENDPOINT_URL_S3: aws,
  // What the person at this machine has set up for the real AWS is not for the functions to read.
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  LAMBDA_TASK_ROOT: folder,
  LANG: 'en_US.UTF-8',
  TZ: ':UTC',
});
