import type { Properties } from './resources.ts';

export interface TableSpec {
  name: string;
  schema: Properties<'AWS::DynamoDB::Table'>;
}

export interface FunctionSpec {
  name: string;
  arn: string;
  /** Where its code lies. */
  folder: string;
  /** `file.export` */
  handler: string;
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMegabytes: number;
}

export interface StreamSpec {
  tableName: string;
  /** The attribute of the table that says whose a record is. */
  partitionKey: string;
  functionArn: string;
  batchSize: number;
  /** How many batches may be under way at once, each owner's records in order. */
  parallelBatches: number;
  /** How long records wait for others to make a full batch of. */
  windowSeconds: number;
  /** Filter patterns, each a JSON text; a record passes when one of them matches, or when there is none. */
  patterns: string[];
  reportsItemFailures: boolean;
  bisects: boolean;
  /** -1: until it succeeds. */
  retryAttempts: number;
}

export interface StateMachineSpec {
  name: string;
  arn: string;
  roleArn: string;
  /** In the Amazon States Language. */
  definition: string;
}

export interface RouteSpec {
  /** As API Gateway writes it: `ANY /api/{proxy+}`. */
  key: string;
  functionArn: string;
  /** The client ids whose tokens it takes; open to all without. */
  audience?: string[];
  scopes: string[];
}

export interface ScheduleSpec {
  name: string;
  expression: string;
  timeZone: string;
  functionArn: string;
  input?: string;
}

export interface BucketSpec {
  name: string;
  /** What it lets expire: objects so many days old whose keys begin so, and that bear all of the tags. */
  expiries: { days: number; prefix: string; tags: Record<string, string> }[];
}

/** What the runner serves of a cloud assembly, with the names and addresses of this machine. */
export interface Assembly {
  /** Where it was read from. */
  folder: string;
  region: string;
  table: TableSpec;
  buckets: BucketSpec[];
  functions: FunctionSpec[];
  streams: StreamSpec[];
  stateMachines: StateMachineSpec[];
  routes: RouteSpec[];
  schedules: ScheduleSpec[];
  signIn: { clientId: string; returnUrls: string[] };
}
