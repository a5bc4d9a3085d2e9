import * as z from 'zod';
import { AwsError } from '../aws-error.ts';
import { Status } from './store.ts';

const Arn = z.string().startsWith('arn:').max(256);
const paging = {
  maxResults: z.number().int().min(0).max(1000).optional(),
  nextToken: z.string().optional(),
};

/** What each action takes; other fields of the protocol that change nothing here are passed over. */
const schemas = {
  StartExecution: z.object({
    stateMachineArn: Arn,
    name: z.string().optional(),
    input: z.string().default('{}'),
  }),
  DescribeExecution: z.object({ executionArn: Arn }),
  GetExecutionHistory: z.object({
    executionArn: Arn,
    reverseOrder: z.boolean().default(false),
    includeExecutionData: z.boolean().default(true),
    ...paging,
  }),
  ListExecutions: z.object({ stateMachineArn: Arn, statusFilter: Status.optional(), ...paging }),
  StopExecution: z.object({ executionArn: Arn, error: z.string().optional(), cause: z.string().optional() }),
  SendTaskSuccess: z.object({ taskToken: z.string().min(1).max(2048), output: z.string() }),
  SendTaskFailure: z.object({
    taskToken: z.string().min(1).max(2048),
    error: z.string().max(256).default('States.TaskFailed'),
    cause: z.string().max(32768).default(''),
  }),
  SendTaskHeartbeat: z.object({ taskToken: z.string().min(1).max(2048) }),
  DescribeStateMachine: z.object({ stateMachineArn: Arn }),
  ListStateMachines: z.object(paging),
};
type Requests = typeof schemas;
export const requests: { [A in keyof Requests]: z.ZodType<z.output<Requests[A]>> } = schemas;

/** Each action as a function of its parsed request. */
export type Actions = { [A in keyof Requests]: (request: z.output<Requests[A]>) => object };

/** @throws AwsError when the request does not fit */
export function parseRequest<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AwsError('ValidationException', `${issue?.path.join('.')}: ${issue?.message}`);
}

/** A JSON text, or the given error. */
export function parseJson(text: string, error: string): z.core.util.JSONType {
  try {
    return JSON.parse(text);
  } catch {
    throw new AwsError(error, 'the text is not JSON');
  }
}

const forbidden = new Set(' <>{}[]?*"#%\\^|~`$&,;:/');

/** @throws AwsError for a name that Step Functions does not take */
export function checkName(name: string): string {
  const fits = [...name].every(
    (letter) => !forbidden.has(letter) && letter > '\u001f' && letter !== '\u007f',
  );
  if (name.length > 0 && name.length <= 80 && fits) return name;
  throw new AwsError('InvalidName', `Invalid Name: '${name}'`);
}

/** Pages go on after an id, which is what the token of the next page holds. */
export const nextPage = {
  token: (id: number) => Buffer.from(String(id)).toString('base64url'),
  after(token: string | undefined): number | undefined {
    if (token === undefined) return undefined;
    const id = Number(Buffer.from(token, 'base64url').toString());
    if (Number.isInteger(id) && id > 0) return id;
    throw new AwsError('InvalidToken', `Invalid Token: '${token}'`);
  },
};
